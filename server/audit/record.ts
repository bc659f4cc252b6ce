import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'

/** What somebody did, or read. */
export interface Entry {
  readonly viewer: Pick<Viewer, 'role' | 'person' | 'apiKey'>
  /** `READ`, `REFUSED`, or the mutation's name. */
  readonly action: string
  /** The GraphQL type of what was read or changed. */
  readonly type: string
  /** Whom it is about: the keys of people; of the changed rows themselves where these belong to nobody. */
  readonly subjects: readonly string[]
  /** Null for a command. */
  readonly requestId: string | null
  /** When; by default the moment it is written. */
  readonly at?: Date
}

/** Whatever runs a statement, as `pg`'s pools and clients do. */
export interface Writer {
  query(text: string, values: unknown[]): Promise<unknown>
}

const insert = (entries: string) => `
  insert into audit_entry (at, role, person_id, api_key_id, action, type, subjects, request_id)
  select coalesce(at, clock_timestamp()), role, person, "apiKey", action, type, subjects, "requestId"
  from jsonb_to_recordset(${entries}::jsonb) as entry (
    at timestamptz, role text, person uuid, "apiKey" uuid, action text, type text, subjects uuid[], "requestId" text)`

const asJson = (entries: readonly Entry[]): string =>
  JSON.stringify(entries.map(({ viewer: { role, person, apiKey }, ...entry }) => ({ role, person, apiKey, ...entry })))

/**
 * Writes an entry in the transaction of what it tells of: both happen, or neither.
 *
 * @example await em.transactional((em) => record(em, { viewer, action: 'revokeApiKey', type: 'ApiKey', subjects: [key], requestId }))
 */
export async function record(writer: EntityManager | Writer, entry: Entry): Promise<void> {
  await recordAll(writer, [entry])
}

/** Writes many at once. */
export async function recordAll(writer: EntityManager | Writer, entries: readonly Entry[]): Promise<void> {
  if ('query' in writer) await writer.query(insert('$1'), [asJson(entries)])
  else await writer.getConnection().execute(insert('?'), [asJson(entries)], 'run', writer.getTransactionContext())
}
