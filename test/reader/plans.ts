import { values } from '../../server/plan/value.ts'
import type { Asked, ListArguments, Rules } from './asked.ts'
import { indicators, periods } from './catalogue.ts'
import { dayBefore, holds } from './day.ts'
import { linksAbove } from './line.ts'
import { officeUnder } from './organisation.ts'
import { type Order, page } from './page.ts'
import { refused } from './refused.ts'
import { seesPlan, seesPlanContent } from './sight.ts'
import type { Assignment, Plan, PlanActivity, PlanStep, World } from './world.ts'

interface Filter {
  readonly period?: string | null
  readonly status?: readonly string[] | null
  readonly late?: boolean | null
  readonly office?: string | null
  readonly school?: string | null
  readonly waitingForMe?: boolean | null
}

interface Plans extends ListArguments {
  readonly filter?: Filter | null
}

/** BerAKHLAK, letter by letter. */
const word = ['SERVICE', 'ACCOUNTABLE', 'COMPETENT', 'HARMONIOUS', 'LOYAL', 'ADAPTIVE', 'COLLABORATIVE'] as const

/** The order that is asked for. */
export const planOrder = (orderBy: ListArguments['orderBy']): Order<Plan> => {
  const { field, direction } = orderBy ?? { field: 'CHANGED', direction: 'DESC' }
  return {
    name: `${field} ${direction}`,
    keys: ({ changedAt, id }) => [changedAt, id],
    descending: direction === 'DESC',
  }
}

function assignmentOf({ assignmentId }: Plan, { assignments }: World): Assignment {
  const found = assignments.find(({ id }) => id === assignmentId)
  if (!found) throw new Error('a plan of no assignment')
  return found
}

const sees = (plan: Plan, asked: Asked) => seesPlan(plan, assignmentOf(plan, asked.world), asked)
const seesContent = (plan: Plan, asked: Asked) => seesPlanContent(assignmentOf(plan, asked.world), asked)

/** The plan that fits, if the viewer sees it. */
export const seenPlan = (fits: (plan: Plan) => boolean, asked: Asked): Plan | undefined =>
  asked.world.plans.find((plan) => fits(plan) && sees(plan, asked))

/** Whether the next step is the viewer's: the owner's, the direct supervisor's, the work team's, or an operator's. */
function waits(plan: Plan, { world, viewer, day }: Asked): boolean {
  if (viewer?.role === 'OPERATOR') return plan.status === 'RESET_REQUESTED'
  const isAbove = (capacity: string) =>
    linksAbove(world, plan.assignmentId, capacity, day).some(({ depth, supervisor }) =>
      world.assignments.some(
        (post) => depth === 1 && post.id === supervisor && post.personId === viewer?.person && holds(post, day),
      ),
    )
  const isHandedIn = plan.status === 'SUBMITTED' || plan.status === 'IN_REVIEW'
  switch (plan.status) {
    case 'DRAFT':
    case 'ADJUSTED':
      return assignmentOf(plan, world).personId === viewer?.person
    case 'CLARIFIED':
      return plan.route === 'CLARIFIED' && isAbove('APPRAISER')
    default:
      return isHandedIn && isAbove(plan.route === 'CLARIFIED' ? 'WORK_TEAM' : 'APPRAISER')
  }
}

function plans({ filter, orderBy, first, after }: Plans, asked: Asked) {
  const { world, field } = asked
  const { period, status, late, office, school, waitingForMe } = filter ?? {}
  const schoolOf = (plan: Plan) => world.schools.find(({ npsn }) => npsn === assignmentOf(plan, world).npsn)
  const officeOf = (plan: Plan) => assignmentOf(plan, world).officeCode ?? schoolOf(plan)?.officeCode
  const found = world.plans
    .filter((plan) => sees(plan, asked))
    .filter((plan) => period == null || plan.periodCode === period)
    .filter((plan) => status == null || status.includes(plan.status))
    .filter((plan) => late == null || plan.late === late)
    .filter((plan) => office == null || officeUnder(world, officeOf(plan), office))
    .filter((plan) => school == null || schoolOf(plan)?.id === school)
    .filter((plan) => waitingForMe == null || waits(plan, asked) === waitingForMe)
  return page(field, found, planOrder(orderBy), first ?? 0, after)
}

/** The day after which an assignment ended within the plan's period, once it has. */
function closedAfter(plan: Plan, { world, day }: Asked): string | null {
  const { until } = assignmentOf(plan, world)
  const end = periods.find(({ code }) => code === plan.periodCode)?.until ?? ''
  return until !== null && until < end && until <= day ? dayBefore(until) : null
}

/** Plans with their content and history. */
export const planRules: Rules = {
  Query: {
    plan: (_: unknown, { id }: { id: string }, asked) => {
      const plan = seenPlan((each) => each.id === id, asked)
      if (!plan) throw refused('NOT_FOUND')
      return plan
    },
    plans: (_: unknown, args: Plans, asked) => plans(args, asked),
  },
  Assignment: {
    plan: ({ id }: Assignment, { period }: { period: string }, asked) =>
      seenPlan((plan) => plan.assignmentId === id && plan.periodCode === period, asked),
  },
  Plan: {
    // who sees a plan sees whose it is
    assignment: (plan: Plan, _: unknown, { world }) => assignmentOf(plan, world),
    period: ({ periodCode }: Plan) => periods.find(({ code }) => code === periodCode),
    flowsToEKinerja: (plan: Plan, _: unknown, { world }) => {
      const { personId, basis } = assignmentOf(plan, world)
      const employment = world.people.find(({ id }) => id === personId)?.employment ?? ''
      return basis === 'DEFINITIVE' && ['PNS', 'PPPK'].includes(employment)
    },
    closedAfter: (plan: Plan, _: unknown, asked) => closedAfter(plan, asked),
    // what is seen with the content is the plan itself, field by field
    content: (plan: Plan, _: unknown, asked) => (seesContent(plan, asked) ? plan : null),
    history: (plan: Plan, _: unknown, asked) => (seesContent(plan, asked) ? plan.history : []),
  },
  PlanContent: {
    indicator: ({ indicatorCode }: Plan) => indicators.find(({ code }) => code === indicatorCode),
    behaviours: ({ behaviours }: Plan) =>
      indicators.flatMap((entry) => entry.behaviours.filter(({ id }) => behaviours.includes(id))),
    values: ({ expectations }: Plan) =>
      word.map((value) => ({
        value,
        behaviours: values[value],
        expectation: expectations.find((each) => each.value === value)?.text,
      })),
  },
  PlanActivity: {
    activity: ({ activity }: PlanActivity, _: unknown, { world }) =>
      world.catalogues.flatMap(({ activities }) => activities).find(({ id }) => id === activity),
  },
  PlanStep: {
    name: ({ personId }: PlanStep, _: unknown, { world }) => world.people.find(({ id }) => id === personId)?.name,
  },
}
