import { Given } from '../reader/given.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { literal, sql } from '../reader/sql.ts'

const scopes = new Given(({ viewer }) => viewer?.scopes, undefined)

const viewer: Shape = {
  type: 'Viewer',
  access: 'EVERYBODY',
  key: 'role',
  fields: {
    role: { kind: 'value', value: (row) => sql`${row}.role` },
    scopes: { kind: 'value', value: () => sql`${scopes}::text[]` },
    expiresAt: { kind: 'value', value: (row) => sql`${row}.expires_at` },
  },
}

const expiry = new Given(({ viewer }) => viewer?.expiresAt, undefined)

const roots: Extension = {
  extends: 'Query',
  fields: {
    viewer: {
      kind: 'one',
      to: 'Viewer',
      from: (_, { role, person }) =>
        role &&
        sql`(select ${literal(role)} as role, ${person}::uuid as person_id, ${expiry}::timestamptz as expires_at)`,
    },
  },
}

export const accessReading = [viewer, roots]
