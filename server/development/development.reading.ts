import { rulesOf } from '../period/period-code.ts'
import type { Given } from '../reader/given.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { all, sql } from '../reader/sql.ts'

const activity: Shape = {
  type: 'DevelopmentActivity',
  table: 'development_activity',
  identified: 'DevelopmentActivity',
  access: 'EVERYBODY',
  joins: (row) => sql`
    left join activity_catalogue ${row.joined('catalogue')} on ${row.joined('catalogue')}.id = ${row}.catalogue_id`,
  fields: {
    period: { kind: 'value', value: (row) => sql`${row.joined('catalogue')}.period_code` },
    catalogue: { kind: 'value', value: (row) => sql`${row.joined('catalogue')}.name` },
  },
}

const duty: Shape = { type: 'AdditionalDuty', table: 'additional_duty', access: 'EVERYBODY' }

const roots: Extension = {
  extends: 'Query',
  fields: {
    developmentActivities: {
      kind: 'list',
      to: 'DevelopmentActivity',
      on: (_, row, _asking, { period, catalogue, position }) => {
        const code = (period as Given<string>).map((period) => rulesOf(period).code)
        const named = catalogue == null ? sql`true` : sql`name = ${catalogue}`
        return all([
          sql`${row}.catalogue_id = (select id from activity_catalogue where period_code = ${code} and ${named} order by id desc limit 1)`,
          ...(position == null ? [] : [sql`${position} = any(${row}.positions)`]),
        ])
      },
      orderBy: (row) => sql`${row}.number, ${row}.place`,
    },
    additionalDuties: {
      kind: 'list',
      to: 'AdditionalDuty',
      on: (_, row, _asking, { level }) => (level == null ? sql`true` : sql`${level} = any(${row}.levels)`),
      orderBy: (row) => sql`${row}.number`,
    },
  },
}

export const developmentReading = [activity, duty, roots]
