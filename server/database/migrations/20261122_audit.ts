import { Migration } from '@mikro-orm/migrations'

/** Who did and read what, and the seals over it; both can only grow. */
export class Audit20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  `create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    xid xid8 not null default pg_current_xact_id(),
    role text not null check (role in ('PERSON', 'OPERATOR', 'ANALYST', 'INTEGRATION')),
    person_id uuid,
    api_key_id uuid,
    action text collate "C" not null,
    type text collate "C" not null,
    subjects uuid[] not null,
    request_id text
  )`,
  // by the program, by the person, by the subject, and in the order in which they are sealed
  'create index on audit_entry (at, id)',
  'create index on audit_entry (api_key_id, at, id) where api_key_id is not null',
  'create index on audit_entry (person_id, at, id) where person_id is not null',
  'create index on audit_entry using gin (subjects)',
  'create index on audit_entry (xid, id)',

  `create table audit_seal (
    number bigint primary key,
    day date not null,
    from_xid xid8 not null,
    to_xid xid8 not null,
    ids bigint[] not null,
    hashes bytea[] not null,
    -- two seals on the same one would be a fork
    previous bytea not null unique,
    hash bytea not null
  )`,
  'create index on audit_seal (day, number)',
  // the first seal holds nothing; the next one stands on it
  `insert into audit_seal values (0, '1970-01-01', '0', '0', '{}', '{}', '', sha256(''))`,

  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% can only grow: % is refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
    end
  $$`,
  ...['audit_entry', 'audit_seal'].map(
    (table) => `create trigger only_grows before update or delete or truncate on ${table}
      for each statement execute function refuse_change()`,
  ),
]
