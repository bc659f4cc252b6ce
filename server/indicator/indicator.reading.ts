import { rulesOf } from '../period/period-code.ts'
import type { Given } from '../reader/given.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { all, type Sql, sql } from '../reader/sql.ts'

const behaviour: Shape = {
  type: 'TargetBehaviour',
  table: 'target_behaviour',
  identified: 'TargetBehaviour',
  access: 'EVERYBODY',
}

const indicator: Shape = {
  type: 'Indicator',
  table: 'indicator',
  identified: 'Indicator',
  access: 'EVERYBODY',
  fields: {
    behaviours: {
      kind: 'list',
      to: 'TargetBehaviour',
      on: (row, target) => sql`${target}.indicator_code = ${row}.code`,
      orderBy: (target) => sql`${target}.number`,
    },
    periods: {
      kind: 'list',
      to: 'Period',
      on: (row, period) =>
        sql`${period}.code in (select period_code from indicator_period where indicator_code = ${row}.code)`,
      orderBy: (period) => sql`${period}.validity`,
    },
  },
}

const score: Shape = { type: 'ReportCardScore', table: 'report_card_score', access: 'SIGNED_IN' }

const reportCard: Extension = {
  extends: 'School',
  fields: {
    reportCard: {
      kind: 'list',
      to: 'ReportCardScore',
      on: (row, target, _, { year }) =>
        all([sql`${target}.school_npsn = ${row}.npsn`, ...(year == null ? [] : [sql`${target}.year = ${year}`])]),
      orderBy: (target) => sql`${target}.year desc, ${target}.indicator_code`,
    },
  },
}

function ofPeriod(code: Given<string>): Sql {
  return sql`(select indicator_code from indicator_period where period_code = ${code.map((period) => rulesOf(period).code)})`
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    indicators: {
      kind: 'list',
      to: 'Indicator',
      on: (_, row, _asking, { period, role }) =>
        all([
          ...(period == null ? [] : [sql`${row}.code in ${ofPeriod(period as Given<string>)}`]),
          ...(role == null ? [] : [sql`${row}.role = ${role}`]),
        ]),
      orderBy: (row) => sql`${row}.number`,
    },
  },
}

export const indicatorReading = [behaviour, indicator, score, reportCard, roots]
