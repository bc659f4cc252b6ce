import { Migration } from '@mikro-orm/migrations'

/** The accounts with which people sign in at an issuer of OpenID Connect. */
export class Account20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  `create table account (
    issuer text collate "C" not null,
    subject text collate "C" not null,
    person_id uuid not null references person,
    bound_at timestamptz not null,
    primary key (issuer, subject),
    -- whoever gets somebody's old e-mail does not become him
    unique (issuer, person_id)
  )`,
  'create index account_person on account (person_id)',
  'create index person_email on person (lower(email))',
]
