import type { Row } from '../reader/row.ts'
import type { Extension, Key, Reading, Shape } from '../reader/shape.ts'
import { commas, identifier, type Sql, sql } from '../reader/sql.ts'
import { attributes, dimensions } from './dimension.ts'
import { seenCells } from './seen.ts'
import { toldCells } from './told.ts'

const most = 1_000

const text = (by: (row: Row) => Sql): Key => ({ by: (row) => sql`coalesce(${by(row)}, '')`, type: 'text' })

/** The values of a cell, one after the other, such that they sort as they are. */
const valuesOf = (row: Row): Sql =>
  sql`concat_ws(' ', ${commas(
    Object.values(attributes).map(({ column, type }) =>
      type === 'int4' ? sql`to_char(${row}.${identifier(column)}, 'FM00000')` : sql`${row}.${identifier(column)}`,
    ),
  )})`

const value = (column: string): Reading => ({ kind: 'value', value: (row) => sql`${row}.${identifier(column)}` })

const cell: Shape = {
  type: 'AnalyticsCell',
  key: 'period',
  access: 'SIGNED_IN',
  selective: 'ALWAYS',
  orders: {
    PLACE: [
      { by: (row) => sql`${row}.period`, type: 'text' },
      text((row) => sql`${row}.office_code`),
      text((row) => sql`${row}.level`),
      text((row) => sql`${row}.npsn`),
      { by: valuesOf, type: 'text' },
    ],
  },
  last: { by: (row) => sql`${row}.withheld::text`, type: 'text' },
  fields: {
    ...Object.fromEntries(Object.entries(dimensions).map(([name, { column }]) => [name.toLowerCase(), value(column)])),
    period: value('period'),
    count: value('count'),
    withheld: value('withheld'),
    office: { kind: 'one', to: 'Office', on: (row, target) => sql`${target}.code = ${row}.office_code` },
    school: { kind: 'one', to: 'School', on: (row, target) => sql`${target}.npsn = ${row}.npsn` },
    indicator: { kind: 'one', to: 'Indicator', on: (row, target) => sql`${target}.code = ${row}.indicator_code` },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    analytics: {
      kind: 'connection',
      to: 'AnalyticsCell',
      most,
      from: (_, asking, args) => (asking.role === 'ANALYST' ? toldCells(asking, args) : seenCells(asking, args)),
    },
  },
}

export const analyticsReading = [cell, roots]
