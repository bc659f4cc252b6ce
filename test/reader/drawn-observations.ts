import { indicators } from './catalogue.ts'
import { now, turningDays } from './day.ts'
import { personNames, texts } from './names.ts'
import type { Random } from './random.ts'
import type { Observation, ObservationStep, Person, Plan } from './world.ts'

const over = ['COMPLETED', 'CANCELLED'] as const
const goingOn = [
  ...['PREPARING', 'PROPOSED', 'OFFERED', 'SCHEDULED', 'OBSERVING', 'OBSERVED', 'SHARED'],
  ...['DISCUSSED', 'FOLLOWING_UP', 'REFLECTED'],
] as const
const statuses = [...over, ...goingOn]
const levels = ['NOT_DONE', 'DONE_NOT_YET_EFFECTIVE', 'DONE_AND_EFFECTIVE'] as const
const awareness = ['UNAWARE', 'AWARE_OF_DIFFICULTY', 'AWARE_OF_IMPACT'] as const
const items = ['MODE', 'BEHAVIOUR', 'EFFORT', 'LESSON', 'LESSON_PLAN', 'STARTS_AT', 'PLACE'] as const

// around the turning points, on either side of midnight in Jakarta
const moments = turningDays
  .flatMap((day) => ['16:59:59.999', '17:00:00.000'].map((time) => `${day}T${time}Z`))
  .filter((moment) => moment <= now.toISOString())

const someText = (random: Random): string => random.pick([...texts, ...personNames])
const maybe = <Value>(random: Random, value: () => Value): Value | null => (random.chance(60) ? value() : null)
const few = <Value>(random: Random, value: (index: number) => Value): Value[] =>
  Array.from({ length: random.below(4) }, (_, index) => value(index))

/** Up to two cycles of most plans, in any state; the parts are there or not whatever the state. */
export function drawObservations(
  random: Random,
  people: readonly Person[],
  plans: readonly (Plan & { readonly owner: string })[],
): Observation[] {
  return plans.flatMap((plan) => {
    const cycles = random.below(3)
    return Array.from({ length: cycles }, (_, index) =>
      drawObservation(random, people, plan, index + 1, random.pick(index + 1 < cycles ? over : statuses)),
    )
  })
}

function drawObservation(
  random: Random,
  people: readonly Person[],
  { id, assignmentId, owner, behaviours }: Plan & { readonly owner: string },
  number: number,
  status: string,
): Observation {
  const text = () => someText(random)
  const perhaps = () => maybe(random, text)
  const all = behaviours.length ? behaviours : (indicators[0]?.behaviours.map((behaviour) => behaviour.id) ?? [])
  return {
    type: 'Observation',
    id: `obs_${random.uuid()}`,
    planId: id,
    assignmentId,
    ownerId: owner,
    number,
    status,
    version: 1 + random.below(20),
    changedAt: random.pick(moments),
    sharedAt: maybe(random, () => random.pick(moments)),
    preparation: {
      mode: maybe(random, () => random.pick(['DIRECT', 'VIDEO', 'OWN_NOTES'])),
      behaviours: all.filter(() => random.chance(60)),
      efforts: few(random, text),
      lesson: perhaps(),
      lessonPlan: perhaps(),
      startsAt: maybe(random, () => random.pick(moments)),
      place: perhaps(),
    },
    sheet: maybe(random, () => ({
      observedOn: random.pick(turningDays),
      ratings: all.map((behaviour) => ({
        behaviour,
        level: random.pick(levels),
        note: perhaps(),
        examples: few(random, (index) => ({ kind: 'AVOIDED', number: index + 1, level: random.pick(levels) })),
      })),
      note: perhaps(),
      recommendation: perhaps(),
    })),
    discussion: maybe(random, () => ({
      ...{ keep: text(), improve: text(), awareness: random.pick(awareness), goal: text(), effort: text() },
      ...{ by: maybe(random, () => random.pick(turningDays)), support: perhaps(), note: perhaps() },
    })),
    followUps: few(random, (index) => ({
      ...{ number: index + 1, effort: text(), source: text(), place: 'ELSEWHERE' },
      ...{ on: random.pick(turningDays), certificate: perhaps() },
    })),
    reflection: maybe(random, () => ({ achieved: text(), challenge: perhaps(), next: text() })),
    conclusion: maybe(random, () => ({ awareness: random.pick(awareness), note: text() })),
    history: few(random, (index) => drawStep(random, people, index)),
    // one by somebody or other, and one that no workflow lets be: the observed's own
    notes: [random.pick(people).id, owner]
      .filter((person, index, both) => both.indexOf(person) === index && random.chance(50))
      .map((personId) => ({ personId, text: text(), version: 1 + random.below(9), changedAt: random.pick(moments) })),
  }
}

const drawStep = (random: Random, people: readonly Person[], index: number): ObservationStep => ({
  version: 1 + 3 * index,
  action: random.pick(['PREPARE', 'OFFER', 'CANCEL', 'SHARE']),
  from: maybe(random, () => random.pick(statuses)),
  to: random.pick(statuses),
  at: random.pick(moments),
  personId: maybe(random, () => random.pick(people).id),
  note: maybe(random, () => someText(random)),
  changes: few(random, () => ({
    item: random.pick(items),
    before: maybe(random, () => someText(random)),
    after: maybe(random, () => someText(random)),
  })),
})
