/** Edges form a forest a handful of levels high; a longer chain goes round in a circle. */
export const deepest = 64

/**
 * The query for what the closure should hold: a row per chain of APPRAISER edges that share a day, from a descendant
 * up to an ancestor, and a row per unbroken time in a WORK_TEAM. `descendants` is a query for the ids to begin at; all when left out.
 */
export function chains(descendants?: string): string {
  const wanted = descendants ? `and subordinate_id in (${descendants})` : ''
  return `
    with recursive chain as (
      select subordinate_id as descendant_id, supervisor_id as ancestor_id, supervisor_id as parent_id,
        1::smallint as depth, validity
      from supervision where capacity = 'APPRAISER' ${wanted}
      union all
      select chain.descendant_id, edge.supervisor_id, chain.parent_id, (chain.depth + 1)::smallint,
        chain.validity * edge.validity
      from chain
      join supervision edge on edge.subordinate_id = chain.ancestor_id and edge.validity && chain.validity
      where edge.capacity = 'APPRAISER' and chain.depth <= ${deepest}
    )
    select descendant_id, ancestor_id, parent_id, 'APPRAISER' as capacity, depth, validity from chain
    union all
    select subordinate_id, supervisor_id, supervisor_id, 'WORK_TEAM', 1::smallint, unnest(range_agg(validity))
    from supervision where capacity = 'WORK_TEAM' ${wanted} group by subordinate_id, supervisor_id`
}
