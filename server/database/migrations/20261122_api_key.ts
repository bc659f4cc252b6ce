import { Migration } from '@mikro-orm/migrations'

/** The keys of programs. */
export class ApiKey20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  `create table api_key (
    id uuid primary key,
    family uuid not null references api_key,
    name text not null check (length(name) between 1 and 100),
    hint text not null,
    -- SHA-256 of the secret, which nobody keeps
    hash bytea not null unique check (length(hash) = 32),
    scopes text[] not null check (cardinality(scopes) > 0),
    office_code text collate "C" not null references office,
    documents_only boolean not null,
    created_at timestamptz not null,
    created_by_id uuid references person,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  'create index on api_key (office_code, id)',
  'create index on api_key (family)',
]
