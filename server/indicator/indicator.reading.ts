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

/** From the weakest label on. */
const labels = sql`array['KURANG', 'SEDANG', 'BAIK']`

const recommendation: Shape = {
  type: 'Recommendation',
  key: 'rank',
  access: 'SIGNED_IN',
  fields: {
    rank: { kind: 'value', value: (row) => sql`${row}.rank` },
    indicator: { kind: 'one', to: 'Indicator', on: (row, target) => sql`${target}.code = ${row}.code` },
    why: {
      kind: 'one',
      to: 'ReportCardScore',
      on: (row, target) => sql`${target}.school_npsn = ${row}.school_npsn and ${target}.year = ${row}.year
        and ${target}.indicator_code = ${row}.code`,
    },
  },
}

const recommended: Extension = {
  extends: 'Assignment',
  fields: {
    recommendedIndicators: {
      kind: 'list',
      to: 'Recommendation',
      from: (row, _asking, { period }) => sql`(
        select choice.code, newest.school_npsn, newest.year,
          row_number() over (order by array_position(${labels}, score.label), score.score, choice.number) as rank
        from indicator choice
        left join (select school_npsn, year from report_card_score where school_npsn = ${row}.school_npsn order by year desc limit 1) newest on true
        left join report_card_score score
          on score.school_npsn = newest.school_npsn and score.year = newest.year and score.indicator_code = choice.code
        where choice.role = ${row}.position and choice.code in ${ofPeriod(period as Given<string>)})`,
      orderBy: (target) => sql`${target}.rank`,
    },
  },
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

export const indicatorReading = [behaviour, indicator, score, reportCard, recommendation, recommended, roots]
