import { holds, type Span, shared } from './day.ts'
import type { Edge, World } from './world.ts'

/** Somebody above an assignment, so many steps up, and for how long without a break. */
export interface Link extends Span {
  readonly depth: number
  readonly supervisor: string
  readonly capacity: string
}

/** Somebody below an assignment, or itself at depth 0. */
export interface Place {
  readonly id: string
  readonly parentId: string | null
  readonly depth: number
  readonly capacity: string
}

const inCapacity = ({ edges }: World, capacity: string) => edges.filter((edge) => edge.capacity === capacity)

const onDay = (world: World, capacity: string, day: string) =>
  inCapacity(world, capacity).filter((edge) => holds(edge, day))

/** Who stands above an assignment on a day, nearest first: all the way up by appraisers, one step by work team. */
export function linksAbove(world: World, assignment: string, capacity: string, day: string): Link[] {
  if (capacity === 'WORK_TEAM') return teamAbove(world, assignment, day)
  const links: Link[] = []
  let below = assignment
  let time: Span = { from: '', until: null }
  for (;;) {
    const edge = onDay(world, 'APPRAISER', day).find(({ subordinate }) => subordinate === below)
    const both = edge && shared(time, edge)
    if (!both) return links
    links.push({ depth: links.length + 1, supervisor: edge.supervisor, capacity, ...both })
    below = edge.supervisor
    time = both
  }
}

function teamAbove(world: World, assignment: string, day: string): Link[] {
  const edges = inCapacity(world, 'WORK_TEAM').filter(({ subordinate }) => subordinate === assignment)
  const supervisors = [...new Set(edges.filter((edge) => holds(edge, day)).map(({ supervisor }) => supervisor))]
  return supervisors.sort().map((supervisor) => {
    const theirs = edges.filter((edge) => edge.supervisor === supervisor)
    return { depth: 1, supervisor, capacity: 'WORK_TEAM', ...unbroken(theirs, day) }
  })
}

/** The time around a day in which some edge holds on every day. */
function unbroken(edges: readonly Edge[], day: string): Span {
  let { from, until }: Span = { from: day, until: day }
  for (let grown = true; grown; ) {
    grown = false
    for (const edge of edges) {
      const meets = (until === null || edge.from <= until) && (edge.until === null || edge.until >= from)
      if (!meets) continue
      const earlier = edge.from < from
      const later = until !== null && (edge.until === null || edge.until > until)
      if (earlier) from = edge.from
      if (later) until = edge.until
      grown ||= earlier || later
    }
  }
  return { from, until }
}

/** An assignment and all below it on a day, down to a depth; nobody below one that is not shown. */
export function placesBelow(
  world: World,
  root: string,
  capacity: string,
  day: string,
  isShown: (id: string) => boolean,
  depth = Infinity,
): Place[] {
  const deepest = capacity === 'WORK_TEAM' ? Math.min(depth, 1) : depth
  const edges = onDay(world, capacity, day)
  const under = (place: Place): Place[] => {
    if (place.depth === deepest) return [place]
    const direct = new Set(edges.filter(({ supervisor }) => supervisor === place.id).map((edge) => edge.subordinate))
    const shown = [...direct].filter(isShown)
    return [place, ...shown.flatMap((id) => under({ id, parentId: place.id, depth: place.depth + 1, capacity }))]
  }
  return under({ id: root, parentId: null, depth: 0, capacity })
}
