import { Migration } from '@mikro-orm/migrations'

/** Who has spent how much. Lost when PostgreSQL crashes: then everybody has all. */
export class Budget20261121 extends Migration {
  override up(): void {
    this.addSql(`create unlogged table budget (
      holder bytea primary key,
      empty_at timestamptz not null,
      granted float8 not null
    )`)
  }
}
