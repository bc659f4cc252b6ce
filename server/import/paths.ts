import type { ClientBase } from 'pg'
import { refreshPaths } from '../supervision/path.ts'

/** The temporary table of subordinates whose edges change. */
export const changed = 'changed_subordinate'

/** Notes the subordinates that a query finds; returns how many. */
export async function noteChanges(client: ClientBase, subordinates: string): Promise<number> {
  const { rowCount } = await client.query(
    `create temporary table ${changed} on commit drop as select distinct id from (${subordinates}) as found (id)`,
  )
  return rowCount ?? 0
}

/** Brings the closure up to date with the noted changes. */
export async function followChanges(client: ClientBase): Promise<void> {
  await refreshPaths(client, changed)
}
