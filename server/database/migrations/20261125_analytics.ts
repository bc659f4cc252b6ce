import { Migration } from '@mikro-orm/migrations'

/** What many assignments are counted by is read from indexes alone: tables are ten times as large. */
export class Analytics20261125 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  `alter table plan drop constraint plan_assignment_id_period_code_key, add constraint plan_assignment_id_period_code_key
    unique (assignment_id, period_code) include (id, status, submitted_at, indicator_code, points)`,
  `alter table appraisal drop constraint appraisal_plan_id_key, add constraint appraisal_plan_id_key
    unique (plan_id) include (predicate, given_at)`,
  'create index on person (id) include (employment)',
]
