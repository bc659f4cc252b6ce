import { indicators, periods } from './catalogue.ts'
import { now, shared, turningDays } from './day.ts'
import { personNames, texts } from './names.ts'
import type { Random } from './random.ts'
import type { Assignment, Catalogue, Person, Plan, PlanStep } from './world.ts'

const statuses = ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CLARIFIED', 'ADJUSTED', 'AGREED', 'RESET_REQUESTED'] as const
const actions = ['DRAFT', 'SAVE', 'SUBMIT', 'REVIEW', 'CLARIFY', 'APPROVE', 'ADJUST', 'SEND_BACK', 'GRANT_RESET']
const warnings = ['POINTS_BELOW', 'POINTS_ABOVE', 'POINTS_UNKNOWN', 'INCOMPLETE'] as const
const items = ['INDICATOR', 'BEHAVIOUR', 'ACTIVITY', 'DUTY', 'EXPECTATION'] as const
const values = ['LOYAL', 'SERVICE', 'COLLABORATIVE', 'ACCOUNTABLE'] as const

// around the turning points, on either side of midnight in Jakarta; several plans share a moment
const moments = turningDays
  .flatMap((day) => ['00:00:00.000', '16:59:59.999', '17:00:00.000', '18:29:00.120'].map((time) => `${day}T${time}Z`))
  .filter((moment) => moment <= now.toISOString())

const someText = (random: Random): string => random.pick([...texts, ...personNames])
const maybe = <Value>(random: Random, value: () => Value): Value | null => (random.chance(60) ? value() : null)
const few = <Value>(random: Random, value: (index: number) => Value): Value[] =>
  Array.from({ length: random.below(4) }, (_, index) => value(index))

/** Plans of most assignments, for the periods in which they were in force, in any state. */
export function drawPlans(
  random: Random,
  assignments: readonly Assignment[],
  people: readonly Person[],
  catalogues: readonly Catalogue[],
): (Plan & { readonly owner: string })[] {
  return assignments.flatMap((assignment) =>
    periods
      .filter((period) => shared(assignment, period) && random.chance(50))
      .map(({ code }) => ({
        ...drawPlan(random, people, catalogues),
        assignmentId: assignment.id,
        periodCode: code,
        owner: assignment.personId,
      })),
  )
}

function drawPlan(random: Random, people: readonly Person[], catalogues: readonly Catalogue[]) {
  const catalogue = maybe(random, () => random.pick(catalogues))
  const indicator = maybe(random, () => random.pick(indicators))
  return {
    type: 'Plan' as const,
    id: `pln_${random.uuid()}`,
    status: random.pick(statuses),
    version: 1 + random.below(20),
    route: random.pick(['DIRECT', 'CLARIFIED'] as const),
    scope: random.pick(['FULL', 'PLANNING_ONLY']),
    late: random.chance(50),
    wasReset: random.chance(30),
    changedAt: random.pick(moments),
    submittedAt: maybe(random, () => random.pick(moments)),
    agreedAt: maybe(random, () => random.pick(moments)),
    catalogueId: catalogue?.id ?? null,
    indicatorCode: indicator?.code ?? null,
    behaviours: indicator?.behaviours.map(({ id }) => id).filter(() => random.chance(60)) ?? [],
    activities: (catalogue?.activities ?? [])
      .filter(() => random.chance(30))
      .reverse()
      .map(({ id }) => ({ activity: id, times: 1 + random.below(20) })),
    duties: few(random, (index) => ({ name: `${index} ${someText(random)}`, decree: someText(random) })),
    expectations: values.filter(() => random.chance(30)).map((value) => ({ value, text: someText(random) })),
    points: maybe(random, () => random.below(200)),
    warnings: warnings.filter(() => random.chance(30)),
    history: few(random, (index) => drawStep(random, people, index)),
  }
}

const drawStep = (random: Random, people: readonly Person[], index: number): PlanStep => ({
  version: 1 + 5 * index,
  action: random.pick(actions),
  from: maybe(random, () => random.pick(statuses)),
  to: random.pick(statuses),
  at: random.pick(moments),
  personId: maybe(random, () => random.pick(people).id),
  note: maybe(random, () => someText(random)),
  changes: few(random, () => ({
    item: random.pick(items),
    before: maybe(random, () => someText(random)),
    after: maybe(random, () => someText(random)),
    note: maybe(random, () => someText(random)),
  })),
})
