import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import type { Row } from '../reader/row.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { all, type Sql, sql } from '../reader/sql.ts'
import { validity } from './period.reading.ts'
import { rulesOf } from './period-code.ts'

const extension: Shape = {
  type: 'WindowExtension',
  table: 'window_extension',
  identified: 'WindowExtension',
  access: 'SIGNED_IN',
  fields: validity,
}

/** The codes of an office and the one above it: what is opened for one of them is open for the office. */
const officesAbove = (code: Sql): Sql => sql`(select unnest(array[code, parent_code]) from office where code = ${code})`

/** How planning stands in a period, as `season.ts` says. */
function standing(period: Row, { day }: Asking, office: Given<string> | null): Sql {
  const extended = office
    ? sql`union all select stage, validity, false from window_extension
        where period_code = ${period}.code and office_code in ${officesAbove(sql`${office}`)}`
    : sql``
  return sql`lateral (
    select state, case when state = 'OPEN' and uncharted then null
      else coalesce((select upper(days) - ${day} from unnest(case state when 'OPEN' then open else late end) days where days @> ${day}), 0)
      end as days_left
    from (select *, case when open @> ${day} then 'OPEN' when late @> ${day} then 'LATE' when uncharted then 'OPEN' else 'CLOSED' end as state
      from (select coalesce(range_agg(validity) filter (where stage = 'PLANNING'), '{}') as open,
          coalesce(range_agg(validity) filter (where stage = 'LATE_PLANNING'), '{}') as late,
          ${period}.validity @> ${day} and not coalesce(bool_or(of_calendar) filter (where stage = 'PLANNING'), false) as uncharted
        from (select stage, validity, true as of_calendar from period_window where period_code = ${period}.code ${extended}) days
      ) seasons) standing)`
}

const planning: Shape = {
  type: 'Planning',
  key: 'state',
  access: 'SIGNED_IN',
  fields: {
    state: { kind: 'value', value: (row) => sql`${row}.state` },
    daysLeft: { kind: 'value', value: (row) => sql`${row}.days_left` },
  },
}

const ofPeriod: Extension = {
  extends: 'Period',
  fields: {
    planning: {
      kind: 'one',
      to: 'Planning',
      from: (row, asking, { office }) => standing(row, asking, office == null ? null : key('Office', office, 'office')),
    },
  },
}

const ofOffice: Extension = {
  extends: 'Office',
  fields: {
    extensions: {
      kind: 'list',
      to: 'WindowExtension',
      on: (row, target, _asking, { period }) => {
        const code = period == null ? null : (period as Given<string>).map((period) => rulesOf(period).code)
        return all([
          sql`${target}.office_code in (${row}.code, ${row}.parent_code)`,
          ...(code ? [sql`${target}.period_code = ${code}`] : []),
        ])
      },
      orderBy: (target) => sql`lower(${target}.validity), ${target}.id`,
    },
  },
}

export const seasonReading = [extension, planning, ofPeriod, ofOffice]
