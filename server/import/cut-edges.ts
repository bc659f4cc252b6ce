import type { ClientBase } from 'pg'
import type { Merged } from './delivery.ts'
import { followChanges, noteChanges } from './paths.ts'

/**
 * Cuts stored edges to the intervals of their assignments, after some have been shortened or moved. Refusing the
 * assignment instead would need the edges' new ends, which are only delivered with the next file. What remains of no
 * edge's days is deleted; nothing ever makes an edge longer but a delivery of it.
 */
export async function cutEdges(client: ClientBase, { updated }: Merged): Promise<void> {
  if (updated === 0) return
  const { rowCount } = await client.query(outside)
  if (!rowCount) return
  await noteChanges(client, 'select subordinate_id from outside')
  await client.query('delete from supervision s using outside o where s.id = o.id and o.surplus')
  await client.query('update supervision s set validity = o.rest from outside o where s.id = o.id and not o.surplus')
  await followChanges(client)
}

// two edges of one pair may begin on the same day once they are cut: the longer one stays
const outside = `
  create temporary table outside on commit drop as
  with edge as (
    select s.*, s.validity * a.validity * b.validity as rest
    from supervision s
    join assignment a on a.id = s.subordinate_id
    join assignment b on b.id = s.supervisor_id
  ), pair as (
    select * from edge
    where (subordinate_id, supervisor_id) in (select subordinate_id, supervisor_id from edge where validity <> rest)
  ), ranked as (
    select id, subordinate_id, validity, rest, isempty(rest) or 1 < row_number() over (
      partition by subordinate_id, supervisor_id, capacity, lower(rest) order by rest desc, id
    ) as surplus
    from pair
  )
  select * from ranked where surplus or validity <> rest`
