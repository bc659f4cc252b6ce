/** Who appraises whom from a day up to, not including, another (ISO dates); `line` is where it was written. */
export interface Edge {
  line: number
  subordinate: string
  supervisor: string
  from: string
  until: string | null
}

/** Why an edge cannot stand; `path` is the chain that a cycle would close, upwards. */
export interface Refused {
  line: number
  code: 'OVERLAP' | 'SUPERVISION_CYCLE' | 'SELF_SUPERVISION'
  path?: string[]
}

type Days = Pick<Edge, 'from' | 'until'>

interface Step extends Days {
  id: string
  depth: number
  below: Step | null
}

/**
 * Which APPRAISER edges cannot stand, tried in order: on any one day the accepted ones form a forest (at most one
 * appraiser each, no cycle). Edges with line 0 are already stored: they come first and are never refused.
 *
 * @example admit([{ line: 2, subordinate: 'Ani', supervisor: 'Ani', from: '2024-01-02', until: null }])
 * // [{ line: 2, code: 'SELF_SUPERVISION' }]
 */
export function admit(edges: readonly Edge[]): Refused[] {
  const forest = new Forest()
  const refused: Refused[] = []
  for (const edge of edges) if (edge.line === 0) forest.add(edge)
  for (const edge of edges) {
    if (edge.line === 0) continue
    const refusal = refuse(edge, forest)
    if (refusal) refused.push({ line: edge.line, ...refusal })
    else forest.add(edge)
  }
  return refused
}

function refuse(edge: Edge, forest: Forest): Omit<Refused, 'line'> | null {
  if (edge.subordinate === edge.supervisor) return { code: 'SELF_SUPERVISION' }
  if (forest.above(edge.subordinate).some((other) => overlap(edge, other))) return { code: 'OVERLAP' }
  const path = forest.cycle(edge)
  return path && { code: 'SUPERVISION_CYCLE', path }
}

class Forest {
  private readonly edges = new Map<string, Edge[]>()
  private readonly supervisors = new Set<string>()

  add(edge: Edge): void {
    const above = this.edges.get(edge.subordinate)
    if (above) above.push(edge)
    else this.edges.set(edge.subordinate, [edge])
    this.supervisors.add(edge.supervisor)
  }

  above(subordinate: string): readonly Edge[] {
    return this.edges.get(subordinate) ?? []
  }

  /** The chain up from the supervisor that, on one and the same day, ends at the subordinate. */
  cycle({ subordinate, supervisor, from, until }: Edge): string[] | null {
    // nobody is below a leaf, so long lists written from the top down cost no walk
    if (!this.supervisors.has(subordinate)) return null
    const rest: Step[] = [{ id: supervisor, from, until, depth: 1, below: null }]
    for (let step = rest.pop(); step; step = rest.pop()) {
      if (step.id === subordinate) return [subordinate, ...chain(step)]
      // stored edges are not checked: going round among them would never end
      if (step.depth > this.edges.size) continue
      for (const edge of this.above(step.id)) {
        const days = overlap(step, edge)
        if (days) rest.push({ id: edge.supervisor, ...days, depth: step.depth + 1, below: step })
      }
    }
    return null
  }
}

function chain(top: Step): string[] {
  const ids: string[] = []
  for (let step: Step | null = top; step; step = step.below) ids.push(step.id)
  return ids.reverse()
}

function overlap(one: Days, other: Days): Days | null {
  const { from } = one.from > other.from ? one : other
  const until = other.until === null || (one.until !== null && one.until < other.until) ? one.until : other.until
  return until !== null && until <= from ? null : { from, until }
}
