import { officesUnder } from '../organisation/organisation.reading.ts'
import { officesAdministered } from '../person/office-admin.ts'
import { key } from '../reader/key.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { sql } from '../reader/sql.ts'

const apiKey: Shape = {
  type: 'ApiKey',
  table: 'api_key',
  identified: 'ApiKey',
  access: 'SIGNED_IN',
  visible: (row, asking) =>
    asking.role === 'OPERATOR' ? null : sql`${row}.office_code = ${officesAdministered(asking)}`,
  // the ids ascend in time
  orders: { CREATED: [] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    apiKeys: {
      kind: 'connection',
      to: 'ApiKey',
      on: (_, row, _asking, { office }) =>
        office == null ? sql`true` : sql`${row}.office_code = ${officesUnder(key('Office', office, 'office'))}`,
    },
  },
}

export const apiKeyReading = [apiKey, roots]
