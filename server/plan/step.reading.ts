import type { Reading, Shape } from '../reader/shape.ts'
import { sql } from '../reader/sql.ts'

/** How a step of a history is read: of a plan, or of what hangs on one. */
export const stepShape = (
  type: string,
  table: string,
  visible: NonNullable<Shape['visible']>,
  more: Readonly<Record<string, Reading>> = {},
): Shape => ({
  type,
  table,
  key: 'version',
  access: 'SIGNED_IN',
  visible,
  // who took a step is somebody whom a program reads about
  audited: { subject: (row) => sql`${row}.person_id`, fields: [] },
  joins: (row) => sql`left join person ${row.joined('person')} on ${row.joined('person')}.id = ${row}.person_id`,
  fields: {
    from: { kind: 'value', value: (row) => sql`${row}.from_status` },
    to: { kind: 'value', value: (row) => sql`${row}.to_status` },
    name: { kind: 'value', value: (row) => sql`${row.joined('person')}.name` },
    ...more,
  },
})
