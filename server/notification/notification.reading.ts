import type { Asking } from '../reader/asking.ts'
import type { Row } from '../reader/row.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { all, type Sql, sql } from '../reader/sql.ts'

const isMine = (row: Row, { person }: Asking): Sql => sql`${row}.person_id = ${person}::uuid`

const notification: Shape = {
  type: 'Notification',
  table: 'notification',
  identified: 'Notification',
  access: 'SIGNED_IN',
  visible: isMine,
  // the ids ascend in time
  orders: { AT: [] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
}

const viewer: Extension = {
  extends: 'Viewer',
  fields: {
    unreadCount: {
      kind: 'value',
      value: (_, { person }) =>
        sql`(select count(*) from notification where person_id = ${person}::uuid and read_at is null)`,
    },
  },
}

const ofExport: Extension = {
  extends: 'DataExport',
  fields: {
    notifications: {
      kind: 'connection',
      to: 'Notification',
      given: (row, { person }) => sql`${row}.person_id = ${person}::uuid`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    notifications: {
      kind: 'connection',
      to: 'Notification',
      on: (_, row, _asking, { unreadOnly }) => all(unreadOnly ? [sql`${row}.read_at is null`] : []),
    },
  },
}

export const notificationReading = [notification, viewer, ofExport, roots]
