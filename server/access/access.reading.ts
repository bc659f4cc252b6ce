import type { Extension, Shape } from '../reader/shape.ts'
import { literal, sql } from '../reader/sql.ts'
import type { Viewer } from './viewer.ts'

const viewer: Shape = {
  type: 'Viewer',
  access: 'EVERYBODY',
  fields: {
    role: { kind: 'value', value: (row) => sql`${row}.role` },
    expiresAt: { kind: 'value', value: (row) => sql`${row}.expires_at` },
  },
}

const row = ({ role, person, expiresAt }: Viewer) =>
  sql`(select ${literal(role)} as role, ${person}::uuid as person_id, ${expiresAt.toISOString()}::text as expires_at)`

const roots: Extension = {
  extends: 'Query',
  fields: {
    viewer: {
      kind: 'one',
      to: 'Viewer',
      from: (_, asking) => asking.viewer && row(asking.viewer),
    },
  },
}

export const accessReading = [viewer, roots]
