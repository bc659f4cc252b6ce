import type { Extension, Reading, Shape } from '../reader/shape.ts'
import { sql } from '../reader/sql.ts'

/** The first day, and the first day after the end. */
export const validity: Record<string, Reading> = {
  from: { kind: 'value', value: (row) => sql`lower(${row}.validity)` },
  until: { kind: 'value', value: (row) => sql`upper(${row}.validity)` },
}

const period: Shape = {
  type: 'Period',
  table: 'period',
  identified: 'Period',
  access: 'EVERYBODY',
  fields: {
    ...validity,
    windows: {
      kind: 'list',
      to: 'Window',
      on: (row, window) => sql`${window}.period_code = ${row}.code`,
      orderBy: (window) => sql`${window}.number`,
    },
  },
}

const window: Shape = { type: 'Window', table: 'period_window', access: 'EVERYBODY', fields: validity }

const roots: Extension = {
  extends: 'Query',
  fields: { periods: { kind: 'list', to: 'Period', orderBy: (row) => sql`${row}.validity` } },
}

export const periodReading = [period, window, roots]
