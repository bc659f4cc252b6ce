import { aboveOf, childrenOf, type Graph } from './graph.ts'

/** Where a node is drawn, in pixels. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** A drawing: its nodes, the lines between them, and how large it is. */
export interface Drawing {
  readonly boxes: ReadonlyMap<string, Box>
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

export interface Line {
  readonly id: string
  readonly kind: Graph['edges'][number]['kind']
  readonly path: string
}

/** How large each box is, and how far from the next. */
export const size = { width: 204, height: 52, right: 28, down: 14, indent: 28, margin: 8 } as const

const step = size.height + size.down

/**
 * Those above in a column, the highest first, the work team beside the last of them; below the focus, indented, those below it; beside
 * each node what it holds. However much is open, no two boxes overlap.
 */
export function layoutOf(graph: Graph): Drawing {
  const boxes = new Map<string, Box>()
  const put = (id: string, x: number, y: number) => boxes.set(id, { id, x, y })

  let y: number = size.margin
  const { line, team } = aboveOf(graph)
  for (const { id } of line) {
    put(id, size.margin, y)
    y += step
  }
  if (team.length > 0 && line.length === 0) y += step
  team.forEach(({ id }, index) => {
    put(id, size.margin + (index + 1) * (size.width + size.right), y - step)
  })

  /** Puts a node with all that hangs on it, and tells the y below all that. */
  const place = (id: string, x: number, top: number): number => {
    put(id, x, top)
    const children = childrenOf(graph, id)
    let beside = top
    for (const child of children)
      if (child.side === 'beside') beside = place(child.id, x + size.width + size.right, beside)
    let below = Math.max(beside, top + step)
    for (const child of children) if (child.side === 'below') below = place(child.id, x + size.indent, below)
    return below
  }
  place(graph.focus, size.margin, y)

  const drawn = [...boxes.values()]
  return {
    boxes,
    lines: graph.edges.flatMap((edge) => {
      const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)]
      if (!from || !to) return []
      return [
        { id: `${edge.from} ${edge.to} ${edge.kind}`, kind: edge.kind, path: pathOf(from, to, edge.kind === 'HOLDS') },
      ]
    }),
    width: Math.max(...drawn.map(({ x }) => x)) + size.width + size.margin,
    height: Math.max(...drawn.map((box) => box.y)) + size.height + size.margin,
  }
}

/** Down the left side of a box and into the next, or from side to side. */
function pathOf(from: Box, to: Box, holds: boolean): string {
  const middle = to.y + size.height / 2
  if (holds) {
    const [start, turn] = [from.x + size.width, from.x + size.width + size.right / 2]
    return `M${start} ${from.y + size.height / 2}H${turn}V${middle}H${to.x}`
  }
  const trunk = from.x + size.indent / 2
  if (to.x >= from.x + size.indent) return `M${trunk} ${from.y + size.height}V${middle}H${to.x}`
  if (to.x === from.x) return `M${trunk} ${from.y + size.height}V${to.y}`
  const turn = from.y + size.height + size.down / 2
  return `M${trunk} ${from.y + size.height}V${turn}H${to.x + size.width - size.indent / 2}V${to.y}`
}
