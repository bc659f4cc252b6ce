/** Edges form a forest a handful of levels high; a longer chain goes round in a circle. */
export const deepest = 64

/**
 * The query for what the closure should hold: a row per chain of APPRAISER edges that share a day, from a descendant
 * up to an ancestor, and a row per WORK_TEAM edge. `descendants` is a query for the ids to begin at; all when left out.
 */
export function chains(descendants?: string): string {
  return `
    with recursive chain as (
      select subordinate_id as descendant_id, supervisor_id as ancestor_id, supervisor_id as parent_id,
        capacity, 1::smallint as depth, validity
      from supervision ${descendants ? `where subordinate_id in (${descendants})` : ''}
      union all
      select chain.descendant_id, edge.supervisor_id, chain.parent_id,
        chain.capacity, (chain.depth + 1)::smallint, chain.validity * edge.validity
      from chain
      join supervision edge on edge.subordinate_id = chain.ancestor_id and edge.validity && chain.validity
      where chain.capacity = 'APPRAISER' and edge.capacity = 'APPRAISER' and chain.depth <= ${deepest}
    )
    select descendant_id, ancestor_id, parent_id, capacity, depth, validity from chain`
}
