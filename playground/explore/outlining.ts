import { aboveOf, childrenOf, type Graph, type GraphNode } from './graph.ts'

/** A line of the outline. */
export interface OutlineRow {
  readonly node: GraphNode
  /** 1 for the focus and those above. */
  readonly level: number
  /** Its place among those of one parent, from 1 on, and how many these are. */
  readonly position: number
  readonly among: number
}

/** The whole graph line by line: the highest above first, then the focus with all that hangs on it. */
export function outlineOf(graph: Graph): readonly OutlineRow[] {
  const rows = (nodes: readonly GraphNode[], level: number): OutlineRow[] =>
    nodes.flatMap((node, index) => [
      { node, level, position: index + 1, among: nodes.length },
      ...(node.side === 'above' ? [] : rows(childrenOf(graph, node.id), level + 1)),
    ])
  const { line, team } = aboveOf(graph)
  const focus = graph.nodes.get(graph.focus)
  return rows([...line, ...team, ...(focus ? [focus] : [])], 1)
}

/** Where a key leads from a row: to another row, or to a node that is opened or closed. */
export type Step = { readonly to: string } | { readonly toggle: string } | null

/** What a key does in a tree (WAI-ARIA: tree view). */
export function stepOf(rows: readonly OutlineRow[], id: string, key: string): Step {
  const index = rows.findIndex(({ node }) => node.id === id)
  const row = rows[index]
  if (!row) return null
  const to = (target: OutlineRow | undefined) => (target ? { to: target.node.id } : null)
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1])
    case 'ArrowUp':
      return to(rows[index - 1])
    case 'Home':
      return to(rows[0])
    case 'End':
      return to(rows.at(-1))
    case 'ArrowRight':
      if (row.node.open === null) return null
      return row.node.open ? to(rows[index + 1]) : { toggle: id }
    case 'ArrowLeft':
      return row.node.open ? { toggle: id } : to(rows.slice(0, index).findLast(({ level }) => level < row.level))
    default:
      return null
  }
}
