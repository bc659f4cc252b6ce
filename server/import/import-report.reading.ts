import type { Extension, Shape } from '../reader/shape.ts'
import { sql } from '../reader/sql.ts'

const report: Shape = {
  type: 'ImportReport',
  table: 'import_report',
  identified: 'ImportReport',
  access: 'OPERATOR',
  // the ids ascend in time
  orders: { STARTED: [] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
  fields: {
    files: {
      kind: 'list',
      to: 'ImportFile',
      on: (row, file) => sql`${file}.report_id = ${row}.id`,
      orderBy: (file) => sql`${file}.number`,
    },
    refusals: { kind: 'connection', to: 'ImportRefusal', on: (row, refusal) => sql`${refusal}.report_id = ${row}.id` },
  },
}

const file: Shape = { type: 'ImportFile', table: 'import_file', access: 'OPERATOR' }

const refusal: Shape = {
  type: 'ImportRefusal',
  table: 'import_refusal',
  access: 'OPERATOR',
  orders: { LINE: [] },
  last: { by: (row) => sql`${row}.number`, type: 'int4' },
}

const roots: Extension = {
  extends: 'Query',
  fields: { importReports: { kind: 'connection', to: 'ImportReport' } },
}

export const importReading = [report, file, refusal, roots]
