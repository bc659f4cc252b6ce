import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type Attempt,
  actions,
  actors,
  apply,
  type Content,
  type Model,
  owners,
  people,
  refusal,
  sum,
  waiting,
} from './model.ts'
import { codeOf } from './steps.ts'
import type { Table } from './table.ts'

type Command = fc.AsyncCommand<Model, Table>

const items = ['INDICATOR', 'BEHAVIOUR', 'ACTIVITY', 'DUTY', 'EXPECTATION']

/** Nearly always the usual one. */
const mostly = <Value>(usual: Value, others: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others })

const contents: fc.Arbitrary<Content> = fc.record({
  indicator: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('one' as const, 'another' as const) },
    { weight: 1, arbitrary: fc.constantFrom('none' as const, 'of the other position' as const) },
  ),
  behaviours: fc.subarray([1, 2, 3]),
  strays: mostly(false, fc.constant(true)),
  trainings: fc.oneof(fc.constant(0), fc.constantFrom(1, 4, 16, 20)),
  communities: mostly(0, fc.integer({ min: 1, max: 4 })),
  programmes: mostly(0, fc.constant(1)),
  duty: mostly(false, fc.constant(true)),
  expectation: mostly<string | null>(null, fc.constantFrom('Ramah', 'Cekatan')),
})

const attempts: fc.Arbitrary<Attempt> = fc.record({
  owner: fc.constantFrom(...owners),
  action: fc.constantFrom(...actions),
  actor: fc.constantFrom(...actors),
  off: mostly(0, fc.constantFrom(-1, 1)),
  content: contents,
  noted: fc.oneof(fc.constant(items), fc.subarray(items)),
})

/** Whatever step, by whomever: it goes through or is refused as the model says. */
const anything = attempts.map(
  (attempt): Command => ({
    check: () => true,
    async run(model, table) {
      const expected = refusal(model, attempt)
      const { owner } = attempt
      expect(await codeOf(table.send(attempt, model.plans[owner]?.version ?? 0)), say(attempt)).toBe(expected)
      if (expected === null) apply(model, attempt)
      await compare(model, table)
    },
    toString: () => say(attempt),
  }),
)

/** One of the steps that the model allows, so that plans get on; sent so often at once, it goes through once. */
const onwards = fc
  .record({ pick: fc.nat(), content: contents, times: mostly(1, fc.integer({ min: 2, max: 3 })) })
  .map(({ pick, content, times }): Command => {
    let taken = ''
    return {
      check: () => true,
      async run(model, table) {
        const allowed = everyAttempt(content).filter((attempt) => refusal(model, attempt) === null)
        const attempt = allowed[pick % allowed.length]
        // nothing can be done where this content cannot be chosen
        if (!attempt) return
        taken = `${say(attempt)} × ${times}`
        const version = model.plans[attempt.owner]?.version ?? 0
        const codes = await Promise.all(Array.from({ length: times }, () => codeOf(table.send(attempt, version))))
        expect(codes.sort(), taken).toEqual([...Array<string>(times - 1).fill('CONFLICT'), null])
        apply(model, attempt)
        await compare(model, table)
      },
      toString: () => taken || 'nothing',
    }
  })

const everyAttempt = (content: Content): Attempt[] =>
  owners.flatMap((owner) =>
    actions.flatMap((action) => actors.map((actor) => ({ owner, action, actor, off: 0, content, noted: items }))),
  )

const say = ({ owner, action, actor, off, content, noted }: Attempt) => {
  const version = off ? ` at version ${off > 0 ? '+' : ''}${off}` : ''
  const given = ['DRAFT', 'SAVE', 'ADJUST'].includes(action) ? ` ${JSON.stringify(content)} noting ${noted}` : ''
  return `${actor}: ${action} of ${owner}'s${version}${given}`
}

export const commands = (most: number) => fc.commands([onwards, onwards, anything], { maxCommands: most, size: 'max' })

/** Whether everybody sees what the model says. */
async function compare(model: Model, table: Table): Promise<void> {
  const plans = owners.flatMap((owner) => (model.plans[owner] ? [{ owner, plan: model.plans[owner] }] : []))
  for (const { owner, plan } of plans) {
    const seen = await table.clients[owner].plan({ id: table.plans[owner] })
    expect(seen).toMatchObject({
      status: plan.status,
      version: plan.version,
      wasReset: plan.wasReset,
      content: sum(model, plan),
      history: plan.actions.map((action, index) => ({ action, version: index + 1 })),
    })
  }
  const { school } = table
  await Promise.all(
    actors.map(async (actor) => {
      const { nodes } = await table.clients[actor].plans({ filter: { waitingForMe: true, school } })
      const expected = waiting(model, actor).map((owner) => table.plans[owner])
      expect(nodes.map(({ id }) => id).sort(), `waiting for ${actor}`).toEqual(expected.sort())
    }),
  )
  await Promise.all(
    people.map(async (person) => {
      const { nodes } = await table.clients[person].notifications({ first: 100 })
      expect(nodes.map(({ kind }) => kind).reverse(), `told ${person}`).toEqual(model.told[person])
    }),
  )
  const taken = plans.reduce((count, { plan }) => count + plan.version, 0)
  const told = Object.values(model.told).flat().length
  expect(await table.events()).toEqual({ ...(taken && { PLAN: taken }), ...(told && { PERSON: told }) })
}
