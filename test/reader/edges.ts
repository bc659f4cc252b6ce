import { type Span, shared, turningDays } from './day.ts'
import type { Random } from './random.ts'
import type { Assignment, Edge, School } from './world.ts'

/**
 * Who supervises whom over time. Appraisers stand higher than those they rate and take turns, so each day's are a forest;
 * work teams come as they like: overlapping, touching, with gaps, in circles.
 */
export function drawEdges(random: Random, assignments: readonly Assignment[], schools: readonly School[]): Edge[] {
  const heights = new Map(assignments.map((assignment) => [assignment, heightOf(random, assignment)]))
  const height = (assignment: Assignment) => heights.get(assignment) ?? 0
  const officeOf = ({ npsn, officeCode }: Assignment) =>
    officeCode ?? schools.find((school) => school.npsn === npsn)?.officeCode
  const near = (one: Assignment, other: Assignment) =>
    (one.npsn !== null && one.npsn === other.npsn) || (other.npsn === null && officeOf(one) === officeOf(other))

  const appraisers = assignments.flatMap((subordinate) => {
    const higher = assignments.filter((other) => height(other) < height(subordinate))
    const close = higher.filter((other) => near(subordinate, other))
    return turns(random, subordinate).flatMap((span): Edge[] => {
      const candidates = close.length && random.chance(80) ? close : higher
      if (!candidates.length || random.chance(8)) return []
      return edge(subordinate, random.pick(candidates), 'APPRAISER', span)
    })
  })
  const teams = assignments.flatMap((subordinate) => {
    const others = assignments.filter((other) => other !== subordinate)
    const inspectors = others.filter(({ position }) => position === 'SCHOOL_INSPECTOR')
    if (random.chance(50)) return []
    const supervisor = random.pick(random.chance(80) ? inspectors : others)
    return turns(random, subordinate).flatMap((span) => {
      const longer = random.chance(30) ? { from: span.from, until: null } : span
      const other = random.chance(20) ? random.pick(inspectors) : supervisor
      return other === subordinate ? [] : edge(subordinate, other, 'WORK_TEAM', longer)
    })
  })
  return [...appraisers, ...teams.filter((team, index) => teams.findIndex((other) => alike(team, other)) === index)]
}

const alike = (one: Edge, other: Edge) =>
  one.subordinate === other.subordinate && one.supervisor === other.supervisor && one.from === other.from

function heightOf(random: Random, { position, officeCode }: Assignment): number {
  if (position === 'OFFICE_HEAD') return officeCode === '35' ? 0 : 1
  if (position === 'TEACHER') return random.chance(20) ? 4 : 5
  return position === 'PRINCIPAL' ? 3 : 2
}

/** Cuts an assignment's time into pieces that touch. */
function turns(random: Random, span: Span): Span[] {
  const cuts = turningDays.filter(
    (day) => day > span.from && (span.until === null || day < span.until) && random.chance(25),
  )
  const starts = [span.from, ...cuts]
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? span.until }))
}

function edge(subordinate: Assignment, supervisor: Assignment, capacity: string, span: Span): Edge[] {
  const own = shared(subordinate, span)
  const days = own && shared(own, supervisor)
  return days ? [{ subordinate: subordinate.id, supervisor: supervisor.id, capacity, ...days }] : []
}
