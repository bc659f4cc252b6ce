import { Migration } from '@mikro-orm/migrations'

/** What was done under an `Idempotency-Key`. */
export class Idempotency20261123 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  `create table idempotency (
    -- of holder, key and place, by a secret: neither can be read out of it
    key bytea primary key check (length(key) = 32),
    -- of what was asked, likewise
    fingerprint bytea not null check (length(fingerprint) = 32),
    -- null where it is told once
    result jsonb,
    at timestamptz not null default statement_timestamp()
  )`,
  'create index on idempotency (at)',
]
