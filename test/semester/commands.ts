import fc from 'fast-check'
import { expect } from 'vitest'
import { apply } from './apply.ts'
import { isOpen, opening } from './calendar.ts'
import { actors, those } from './cast.ts'
import { clock } from './clock.ts'
import { compare } from './compare.ts'
import type { Action, Attempt, Level, Model, Rating } from './model.ts'
import { partiesTo, refusal } from './refusal.ts'
import { steps } from './rules.ts'
import type { Scene } from './scene.ts'

type Command = fc.AsyncCommand<Model, Scene>

const actions: readonly Action[] = [
  ...steps.filter((step): step is Exclude<typeof step, 'APPRAISAL.FINALIZE'> => step !== 'APPRAISAL.FINALIZE'),
  'NOTE',
  'ORGANISATION',
]

/** Nearly always the usual one. */
const mostly = <Value>(usual: fc.Arbitrary<Value>, ...others: Value[]) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const ratings = fc.constantFrom<Rating>('ABOVE', 'MEETS', 'BELOW')
const levels = fc.constantFrom<Level>('NOT_DONE', 'DONE_NOT_YET_EFFECTIVE', 'DONE_AND_EFFECTIVE')

const said = {
  content: mostly<Attempt['content']>(fc.constantFrom('one', 'other'), 'half'),
  preparation: mostly<Attempt['preparation']>(fc.constant('whole'), 'half', 'of another behaviour'),
  levels: mostly<Attempt['levels']>(fc.tuple(levels, levels), ['NOT_DONE'], null),
  note: fc.option(fc.nat(9), { freq: 5 }),
  subject: mostly<Attempt['subject']>(
    fc.constantFrom('activity', 'duty', 'observation', 'followUp'),
    'another duty',
    'another observation',
  ),
  document: mostly<Attempt['document']>(fc.constant('right'), 'of another kind', 'of another period', 'never sent'),
  file: fc.nat(2),
  judgement: fc.record({
    isWhole: mostly(fc.constant(true), false),
    result: ratings,
    behaviour: ratings,
    explains: mostly(fc.constant(true), false),
  }),
  result: mostly<Rating | null>(fc.constant(null), 'ABOVE', 'MEETS', 'BELOW'),
  behaviour: mostly<Rating | null>(fc.constant(null), 'ABOVE', 'MEETS', 'BELOW'),
  tells: mostly(fc.constant(true), false),
}

/** How it is sent: once; again under the same key, later or at once; or by two at once, of whom one comes too late. */
type Way = 'once' | 'again' | 'twins' | 'race'
const ways = mostly<Way>(fc.constant('once'), 'again', 'twins', 'race')

interface Outcome {
  readonly code: string | null
  readonly answer: unknown
}

const outcomeOf = (sent: Promise<unknown>): Promise<Outcome> =>
  sent.then(
    (answer) => ({ code: null, answer }),
    (error: { code?: string }) => ({ code: error.code ?? String(error), answer: null }),
  )

// two of them are two deeds, or none
const together: readonly Action[] = ['EVIDENCE.ATTACH', 'NOTE']
let keys = 0

/** Sends an attempt, and tells how that went for each who sent it. */
async function sendAll(model: Model, scene: Scene, attempt: Attempt, way: Way): Promise<Outcome[]> {
  const send = (idempotencyKey: string) => outcomeOf(scene.send(model, attempt, { idempotencyKey }))
  const [key, other] = [`semester-${++keys}`, `semester-${++keys}`]
  if (way === 'again') return [await send(key), await send(key)]
  if (way === 'twins') return Promise.all([send(key), send(key)])
  return way === 'race' && !together.includes(attempt.action)
    ? Promise.all([send(key), send(other)])
    : [await send(key)]
}

/** Does what is asked for: it goes through, once, or is refused and changes nothing, as the model says. */
async function take(model: Model, scene: Scene, attempt: Attempt, way: Way): Promise<void> {
  const expected = refusal(model, attempt)
  const outcomes = await sendAll(model, scene, attempt, way)
  const isRace = way === 'race' && outcomes.length === 2
  const codes = outcomes.map(({ code }) => code)
  const second = isRace && expected === null ? 'CONFLICT' : expected
  expect(codes.toSorted(), say(attempt, way)).toEqual(
    outcomes.map((_, index) => (index ? second : expected)).toSorted(),
  )
  // what was refused has changed nothing, for who asked, for whom it is about, and for who sees all
  if (expected !== null) return compare(model, scene, [...new Set([attempt.actor, model.owner, 'operator'] as const)])
  const done = outcomes.find(({ code }) => code === null)
  if (!isRace) for (const { answer } of outcomes) expect(answer, say(attempt, way)).toEqual(done?.answer)
  scene.keep(attempt, done?.answer)
  apply(model, attempt)
  await compare(model, scene)
}

/** Whatever step, by whomever; rather by who may take it, when it is not its turn. */
const anything = fc
  .record({
    action: fc.constantFrom(...actions),
    actor: fc.constantFrom(...actors),
    isRightful: mostly(fc.constant(true), false),
    off: mostly(fc.constant(0), -1, 1),
    back: mostly(fc.constant(0), 1, 2),
    ...said,
    way: ways,
  })
  .map(({ way, isRightful, ...drawn }): Command => {
    let taken = ''
    return {
      check: () => true,
      async run(model, scene) {
        const [rightful = drawn.actor] = those(model.owner, partiesTo(model, drawn.action))
        const attempt = isRightful ? { ...drawn, actor: rightful } : drawn
        taken = say(attempt, way)
        await take(model, scene, attempt, way)
      },
      toString: () => taken || say(drawn, way),
    }
  })

/** What leads back or nowhere is seldom done: once in so many times. */
const reluctance: Partial<Record<Action, number>> = {
  'PLAN.SAVE': 4,
  'PLAN.WITHDRAW': 7,
  'PLAN.REQUEST_RESET': 13,
  'PLAN.APPROVE': 2,
  'OBSERVATION.SAVE': 2,
  'OBSERVATION.OFFER': 3,
  'OBSERVATION.RESCHEDULE': 4,
  'OBSERVATION.CANCEL': 13,
  'EVIDENCE.ATTACH': 2,
  'EVIDENCE.REPLACE': 2,
  'EVIDENCE.WITHDRAW': 3,
  'EVIDENCE.QUESTION': 2,
  'APPRAISAL.SAVE': 2,
  'APPRAISAL.RETURN': 5,
  ORGANISATION: 5,
  NOTE: 2,
}

/** One of the steps that the model allows, rather one that was seldom taken. */
const onwards = fc
  .record({ pick: fc.nat(10_000), back: fc.nat(2), ...said, way: ways })
  .map(({ pick, back, way, ...rest }): Command => {
    let taken = ''
    return {
      check: () => true,
      async run(model, scene) {
        const start = pick % actions.length
        const attempts = [...actions.slice(start), ...actions.slice(0, start)]
          .filter((action) => pick % (reluctance[action] ?? 1) === 0)
          .flatMap((action) => actors.map((actor): Attempt => ({ action, actor, off: 0, back, ...rest })))
          .filter((attempt) => refusal(model, attempt) === null)
        const times = ({ action }: Attempt) => model.taken.get(action) ?? 0
        const allowed = attempts.toSorted((one, other) => times(one) - times(other))
        // the power prefers those at the beginning
        const attempt = allowed[Math.floor(((pick % 97) / 97) ** 4 * allowed.length)]
        if (!attempt) return
        taken = say(attempt, way)
        await take(model, scene, attempt, way)
      },
      toString: () => taken || 'nothing',
    }
  })

/** What is said without a thought for whether it will do. */
const saidAnyhow = {
  ...said,
  content: fc.constantFrom<Attempt['content']>('one', 'other', 'half'),
  preparation: fc.constantFrom<Attempt['preparation']>('whole', 'half', 'of another behaviour'),
  levels: fc.constantFrom<Attempt['levels']>(['NOT_DONE'], ['DONE_AND_EFFECTIVE', 'NOT_DONE'], null),
  subject: fc.constantFrom<Attempt['subject']>('activity', 'duty', 'another duty', 'another observation'),
  document: fc.constantFrom<Attempt['document']>('right', 'of another kind', 'of another period', 'never sent'),
  result: fc.option(ratings),
  tells: fc.boolean(),
}

/** A step whose turn it is, with a slip: another actor, another version, or words that may not do. */
const almost = fc
  .record({
    pick: fc.nat(10_000),
    back: fc.nat(2),
    instead: fc.option(fc.constantFrom(...actors)),
    off: fc.constantFrom(0, 0, 0, -1, 1),
    ...saidAnyhow,
    way: ways,
  })
  .map(({ pick, instead, off, way, ...rest }): Command => {
    let taken = ''
    return {
      check: () => true,
      async run(model, scene) {
        const ripe = actions
          .flatMap((action) => actors.map((actor): Attempt => ({ action, actor, off: 0, ...rest })))
          .filter((attempt) => [null, 'BAD_USER_INPUT'].includes(refusal(model, attempt)))
        const attempt = ripe[pick % ripe.length]
        if (!attempt) return
        const slip = { ...attempt, off, actor: instead ?? attempt.actor }
        taken = say(slip, way)
        await take(model, scene, slip, way)
      },
      toString: () => taken || 'nothing',
    }
  })

const hour = 3_600_000

async function pass(model: Model, scene: Scene, until: number): Promise<void> {
  clock.now = until
  model.now = until
  await compare(model, scene, [model.owner, 'operator'])
}

/** Time goes by: hours, days, or now and then months. */
const later = mostly(fc.integer({ min: 1, max: 60 }), 11 * 24, 15 * 24, 50 * 24).map(
  (hours): Command => ({
    check: () => true,
    run: (model, scene) => pass(model, scene, model.now + hours * hour),
    toString: () => `${hours} hours pass`,
  }),
)

/** The next stage begins, once there is enough of the one before. */
const turn = fc.constant<Command>({
  check: (model) => due(model) !== null,
  run: (model, scene) => pass(model, scene, due(model) ?? model.now),
  toString: () => 'the next stage begins',
})

function due({ period, plan, cycles, pieces, now }: Model): number | null {
  if (plan?.status !== 'AGREED') return null
  if (!isOpen(period, 'execution', now)) return opening(period, 'execution', now)
  const isSeen = cycles.some(({ status }) => ['FOLLOWING_UP', 'REFLECTED', 'COMPLETED'].includes(status))
  return isSeen && pieces.length > 1 ? opening(period, 'appraisal', now) : null
}

// what is said in steps of each kind
const parts: Readonly<Record<string, readonly (keyof Attempt)[]>> = {
  PLAN: ['content'],
  OBSERVATION: ['back', 'preparation', 'levels'],
  NOTE: ['back', 'note'],
  EVIDENCE: ['back', 'subject', 'document', 'file'],
  APPRAISAL: ['judgement', 'result', 'behaviour', 'tells'],
}

const say = (attempt: Attempt, way: Way) => {
  const told = ['off', ...(parts[attempt.action.split('.')[0] ?? ''] ?? [])] as const
  const words = Object.fromEntries(told.map((part) => [part, attempt[part as keyof Attempt]]))
  return `${attempt.actor}: ${attempt.action} ${way} ${JSON.stringify(words)}`
}

export const commands = (most: number) =>
  fc.commands(
    [
      ...Array<typeof onwards>(12).fill(onwards),
      almost,
      almost,
      anything,
      anything,
      anything,
      anything,
      turn,
      turn,
      turn,
      later,
      later,
    ],
    { maxCommands: most, size: 'max' },
  )
