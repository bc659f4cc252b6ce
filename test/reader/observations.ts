import type { Asked, ListArguments, Rules } from './asked.ts'
import { indicators } from './catalogue.ts'
import { holds } from './day.ts'
import { linksAbove } from './line.ts'
import { type Order, page } from './page.ts'
import { seenPlan } from './plans.ts'
import { refused } from './refused.ts'
import { seesObservation, seesObservationContent } from './sight.ts'
import type { Assignment, Observation, ObservationStep, Plan, World } from './world.ts'

interface Filter {
  readonly plan?: string | null
  readonly period?: string | null
  readonly status?: readonly string[] | null
  readonly school?: string | null
  readonly waitingForMe?: boolean | null
}

interface Observations extends ListArguments {
  readonly filter?: Filter | null
}

/** The order that is asked for. */
export const observationOrder = (orderBy: ListArguments['orderBy']): Order<Observation> => {
  const { field, direction } = orderBy ?? { field: 'CHANGED', direction: 'DESC' }
  return {
    name: `${field} ${direction}`,
    keys: ({ changedAt, id }) => [changedAt, id],
    descending: direction === 'DESC',
  }
}

function assignmentOf({ assignmentId }: Observation, { assignments }: World): Assignment {
  const found = assignments.find(({ id }) => id === assignmentId)
  if (!found) throw new Error('an observation of no assignment')
  return found
}

const sees = (row: Observation, asked: Asked) => seesObservation(row, assignmentOf(row, asked.world), asked)
const seesContent = (row: Observation, asked: Asked) => seesObservationContent(assignmentOf(row, asked.world), asked)

/** The observations that the viewer sees. */
export const seenObservations = (asked: Asked): Observation[] =>
  asked.world.observations.filter((row) => sees(row, asked))

/** Whether the next step is the viewer's: as observed; as supervisor; as work team of a principal who has one. */
function waits(row: Observation, { world, viewer, day }: Asked): boolean {
  if (viewer?.role !== 'PERSON') return false
  if (row.ownerId === viewer.person) return ['PREPARING', 'OFFERED', 'DISCUSSED', 'FOLLOWING_UP'].includes(row.status)
  const links = (capacity: string) =>
    linksAbove(world, row.assignmentId, capacity, day).filter(({ depth }) => depth === 1)
  const isDelegated = assignmentOf(row, world).position === 'PRINCIPAL' && links('WORK_TEAM').length > 0
  const observes = links(isDelegated ? 'WORK_TEAM' : 'APPRAISER').some(({ supervisor }) =>
    world.assignments.some((post) => post.id === supervisor && post.personId === viewer.person && holds(post, day)),
  )
  return observes && ['PROPOSED', 'SCHEDULED', 'OBSERVING', 'OBSERVED', 'SHARED', 'REFLECTED'].includes(row.status)
}

function observations({ filter, orderBy, first, after }: Observations, asked: Asked) {
  const { plan, period, status, school, waitingForMe } = filter ?? {}
  const { world, field } = asked
  const periodOf = ({ planId }: Observation) => world.plans.find(({ id }) => id === planId)?.periodCode
  const found = seenObservations(asked)
    .filter((row) => plan == null || row.planId === plan)
    .filter((row) => period == null || periodOf(row) === period)
    .filter((row) => status == null || status.includes(row.status))
    .filter((row) => school == null || `sch_${assignmentOf(row, world).npsn}` === school)
    .filter((row) => waitingForMe == null || waits(row, asked) === waitingForMe)
  return page(field, found, observationOrder(orderBy), first ?? 0, after)
}

const behavioursOf = (ids: readonly string[]) =>
  indicators.flatMap((entry) => entry.behaviours.filter(({ id }) => ids.includes(id)))

/** Observations with their content and history. */
export const observationRules: Rules = {
  Query: {
    observation: (_: unknown, { id }: { id: string }, asked) => {
      const row = seenObservations(asked).find((each) => each.id === id)
      if (!row) throw refused('NOT_FOUND')
      return row
    },
    observations: (_: unknown, args: Observations, asked) => observations(args, asked),
  },
  Plan: {
    observations: ({ id }: Plan, _: unknown, asked) =>
      seenObservations(asked)
        .filter(({ planId }) => planId === id)
        .toSorted((one, other) => one.number - other.number),
  },
  Observation: {
    plan: ({ planId }: Observation, _: unknown, asked) => seenPlan(({ id }) => id === planId, asked),
    // who sees an observation sees whose it is
    assignment: (row: Observation, _: unknown, { world }) => assignmentOf(row, world),
    // what is seen with the content is the observation itself, part by part
    content: (row: Observation, _: unknown, asked) => (seesContent(row, asked) ? row : null),
    history: (row: Observation, _: unknown, asked) => (seesContent(row, asked) ? row.history : []),
    myNote: ({ notes }: Observation, _: unknown, { viewer }) =>
      notes.find(({ personId }) => personId === viewer?.person),
  },
  ObservationContent: {
    sheet: ({ sheet, sharedAt, ownerId }: Observation, _: unknown, { viewer }) =>
      sharedAt !== null || viewer?.person !== ownerId ? sheet : null,
  },
  ObservationPreparation: {
    behaviours: ({ behaviours }: Observation['preparation']) => behavioursOf(behaviours),
  },
  BehaviourRating: {
    behaviour: ({ behaviour }: { behaviour: string }) => behavioursOf([behaviour])[0],
  },
  ObservationStep: {
    name: ({ personId }: ObservationStep, _: unknown, { world }) =>
      world.people.find(({ id }) => id === personId)?.name,
  },
}
