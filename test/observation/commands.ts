import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type Actor,
  type Attempt,
  actions,
  actors,
  apply,
  type Cycle,
  knows,
  type Model,
  refusal,
  waitsFor,
} from './model.ts'
import { codeOf } from './steps.ts'
import type { Table } from './table.ts'

type Command = fc.AsyncCommand<Model, Table>

/** Nearly always the usual one. */
const mostly = <Value>(usual: fc.Arbitrary<Value>, others: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: others })

// every private text holds the word that nobody else may ever read
const texts = fc.option(
  fc.nat(9).map((number) => `rahasia ${number}`),
  { freq: 4 },
)

const words = {
  preparation: mostly<Attempt['preparation']>(
    fc.constant('whole' as const),
    fc.constantFrom('half' as const, 'of another behaviour' as const),
  ),
  rated: mostly<Attempt['rated']>(fc.constant(2 as const), fc.constantFrom(1 as const, null)),
  text: texts,
}

/** What version an attempt is about: the note's own, or the cycle's. */
const versionOf = (cycle: Cycle | undefined, { action, actor }: Attempt) =>
  (action === 'NOTE' ? cycle?.notes[actor]?.version : cycle?.version) ?? 0

/** Whatever step, by whomever: it goes through or is refused as the model says. */
const anything = fc
  .record({
    action: fc.constantFrom(...actions),
    actor: fc.constantFrom(...actors),
    off: mostly(fc.constant(0), fc.constantFrom(-1, 1)),
    ...words,
  })
  .map(
    (attempt): Command => ({
      check: () => true,
      async run(model, table) {
        const expected = refusal(model, attempt)
        const code = await codeOf(table.send(attempt, versionOf(model.cycles.at(-1), attempt)))
        expect(code, say(attempt)).toBe(expected)
        if (expected === null) apply(model, attempt)
        await compare(model, table)
      },
      toString: () => say(attempt),
    }),
  )

/** One of the steps that the model allows, so that cycles get on; sent so often at once, it goes through once. */
const onwards = fc
  .record({ pick: fc.nat(), times: mostly(fc.constant(1), fc.integer({ min: 2, max: 3 })), ...words })
  .map(({ pick, times, ...rest }): Command => {
    let taken = ''
    return {
      check: () => true,
      async run(model, table) {
        const every = actions.flatMap((action) => actors.map((actor) => ({ action, actor, off: 0, ...rest })))
        const allowed = every.filter((attempt) => refusal(model, attempt) === null && attempt.action !== 'NOTE')
        // to give up is always allowed, and leads nowhere
        const on = allowed.filter(({ action }) => action !== 'CANCEL' || pick % 16 === 0)
        const attempt = on[pick % on.length]
        if (!attempt) return
        taken = `${say(attempt)} × ${times}`
        const version = versionOf(model.cycles.at(-1), attempt)
        const codes = await Promise.all(Array.from({ length: times }, () => codeOf(table.send(attempt, version))))
        expect(codes.sort(), taken).toEqual([...Array<string>(times - 1).fill('CONFLICT'), null])
        apply(model, attempt)
        await compare(model, table)
      },
      toString: () => taken || 'nothing',
    }
  })

/** Execution ends, once there is something to reflect on. */
const june = (turn: () => void) =>
  fc.constant<Command>({
    check: ({ isJune, cycles }) => !isJune && ['FOLLOWING_UP', 'REFLECTED'].includes(cycles.at(-1)?.status ?? ''),
    async run(model, table) {
      turn()
      model.isJune = true
      await compare(model, table)
    },
    toString: () => 'June comes',
  })

const say = ({ action, actor, off, preparation, rated, text }: Attempt) =>
  `${actor}: ${action}${off ? ` at version ${off}` : ''} (${preparation}, ${rated} rated, ${text})`

/** Steps and notes; `turn` makes it June. */
export const commands = (most: number, turn: () => void) =>
  fc.commands([onwards, onwards, onwards, anything, anything, june(turn)], { maxCommands: most, size: 'max' })

/** Whether everybody sees what the model says. */
async function compare(model: Model, table: Table): Promise<void> {
  for (const actor of actors) await compareFor(actor, model, table)
  const taken = model.cycles.reduce((count, { version }) => count + version, 0)
  expect(await table.events()).toBe(taken)
}

async function compareFor(actor: Actor, model: Model, { clients, cycles }: Table): Promise<void> {
  const client = clients[actor]
  const { nodes } = await client.observations({ filter: { waitingForMe: true }, first: 100 })
  const others = nodes.filter(({ id }) => cycles.includes(id))
  expect(others, `waiting for ${actor}`).toHaveLength(waitsFor(model, actor) ? 1 : 0)
  for (const [index, cycle] of model.cycles.entries()) {
    const seen = await client.observation({ id: cycles[index] ?? '' }).catch(({ code }) => code)
    if (!knows(model, actor)) expect(seen).toBe('NOT_FOUND')
    else compareCycle(actor, cycle, seen, actor === model.owner)
  }
  if (actor === 'operator') return
  const { nodes: told } = await client.notifications({ first: 100 })
  expect(told.map(({ kind }) => kind).reverse(), `told ${actor}`).toEqual(model.told[actor])
}

function compareCycle(actor: Actor, cycle: Cycle, seen: object, isObserved: boolean): void {
  const { notes, rated, status, version } = cycle
  const isSeen = rated !== null && (cycle.isShared || !isObserved)
  expect(seen, `what ${actor} sees`).toMatchObject({
    status,
    version,
    myNote: notes[actor] ?? null,
    content: {
      sheet: isSeen ? { ratings: Array(rated).fill({}) } : null,
      followUps: Array.from({ length: cycle.followUps }, (_, index) => ({ number: index + 1 })),
    },
    history: cycle.actions.map((action, index) => ({ action, version: index + 1 })),
  })
  if (!notes[actor]) expect(JSON.stringify(seen), `what ${actor} sees`).not.toContain('rahasia')
  if (!isSeen) expect(JSON.stringify(seen), `what ${actor} sees`).not.toContain('Terlihat')
}
