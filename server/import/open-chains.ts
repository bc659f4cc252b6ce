import type { Edge } from '../supervision/forest.ts'

/**
 * Which of the edges lie on no cycle, judged without their days: those that fall off when the ends of all chains are
 * dropped again and again.
 */
export function findOpenChains(edges: readonly Edge[]): Edge[] {
  const rest = new Set(edges)
  const above = group(edges, 'subordinate')
  const below = group(edges, 'supervisor')
  const count = (side: Map<string, Edge[]>) => new Map([...side].map(([id, { length }]) => [id, length]))
  const countAbove = count(above)
  const countBelow = count(below)
  const open: Edge[] = []
  const ends = edges.filter(({ subordinate, supervisor }) => !below.has(subordinate) || !above.has(supervisor))
  for (let edge = ends.pop(); edge; edge = ends.pop()) {
    if (!rest.delete(edge)) continue
    open.push(edge)
    if (decrease(countAbove, edge.subordinate) === 0) ends.push(...(below.get(edge.subordinate) ?? []))
    if (decrease(countBelow, edge.supervisor) === 0) ends.push(...(above.get(edge.supervisor) ?? []))
  }
  return open
}

function group(edges: readonly Edge[], side: 'subordinate' | 'supervisor'): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const others = groups.get(edge[side])
    if (others) others.push(edge)
    else groups.set(edge[side], [edge])
  }
  return groups
}

function decrease(counts: Map<string, number>, id: string): number {
  const count = (counts.get(id) ?? 0) - 1
  counts.set(id, count)
  return count
}
