import { readFile } from 'node:fs/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ObservationAction as Action, Client } from '../sdk/index.ts'
import { mutations } from '../server/access/policy.ts'
import { ObservationAction, ObservationStatus } from '../server/generated/schema.ts'
import { observerOf } from '../server/observation/observer.ts'
import { over, type Side, turns, workflow } from '../server/observation/workflow.ts'
import { drawWorkflow } from './observation/drawing.ts'
import { makeScene, type Route, type Scene } from './observation/scene.ts'
import { codeOf, steps } from './observation/steps.ts'
import { server } from './support.ts'

const executionOf2026 = '2026-03-02T06:00:00Z'
let now = executionOf2026

beforeAll(() => server({ clock: () => new Date(now) }))
beforeEach(() => {
  now = executionOf2026
})

const actions = Object.values(ObservationAction)
const statuses = Object.values(ObservationStatus)
const sides: readonly Side[] = ['OBSERVED', 'OBSERVER']

/** Whether a side may take a step. */
const mayTake = (side: Side, action: ObservationAction) =>
  mutations[workflow[action].mutation].includes(side === 'OBSERVED' ? 'SELF' : 'APPRAISER')

const takers = (action: ObservationAction) => sides.filter((side) => mayTake(side, action))

const clientOf = ({ observed, observing }: Scene, side: Side) => (side === 'OBSERVED' ? observed : observing)

/** Takes a step at version 5, as the scene has it. */
function take({ plan, observation, words }: Scene, action: Action, client: Client): Promise<unknown> {
  if (action === 'PREPARE') return client.prepareObservation({ input: { plan } })
  return steps[action](client, { observation, version: 5 }, words)
}

/** Whether a step starts from a status; a cycle begins where there is none that goes on. */
const startsFrom = (action: ObservationAction, status: ObservationStatus | null) =>
  action === ObservationAction.PREPARE
    ? status === null || over.includes(status)
    : status !== null && workflow[action].from.includes(status)

test('the README of the folder draws the workflow as it is', async () => {
  const [prose] = (await readFile('server/observation/README.md', 'utf8')).split('<!-- drawn -->\n')
  await expect(`${prose}<!-- drawn -->\n${drawWorkflow()}`).toMatchFileSnapshot('../server/observation/README.md')
})

/** The statuses that steps lead to from one, itself among them. */
function reachable(from: ObservationStatus): Set<ObservationStatus> {
  const found = new Set([from])
  for (const status of found)
    for (const action of actions) if (workflow[action].from.includes(status)) found.add(workflow[action].to)
  return found
}

test('every status is reached; from everywhere a cycle comes to its end, and there it stays', () => {
  expect([...reachable(ObservationStatus.PREPARING)].sort()).toEqual([...statuses].sort())
  for (const status of statuses) {
    if (over.includes(status)) expect([...reachable(status)]).toEqual([status])
    else expect(over.some((end) => reachable(status).has(end))).toBe(true)
  }
})

// domain.md §1b (the atasan directly), §6 (pengawas as Tim Kerja of a principal: scribd 726076016; kherysuryawan.id/2024/04)
test.each([
  ['a teacher', 'TEACHER', [], ['budi'], 'APPRAISER', ['budi']],
  ['a teacher with a work team', 'TEACHER', ['dewi'], ['budi'], 'APPRAISER', ['budi']],
  ['a principal with a work team', 'PRINCIPAL', ['dewi', 'wati'], ['ratna'], 'WORK_TEAM', ['dewi', 'wati']],
  ['a principal without one', 'PRINCIPAL', [], ['ratna'], 'APPRAISER', ['ratna']],
  ['an inspector', 'SCHOOL_INSPECTOR', [], ['ratna'], 'APPRAISER', ['ratna']],
  ['who would observe himself', 'TEACHER', [], ['owner', 'ratna'], 'APPRAISER', ['ratna']],
] as const)('%s is observed by whom the sources name', (_, position, team, appraisers, relation, people) => {
  expect(observerOf({ position, team, appraisers, owner: 'owner' })).toEqual({ relation, people })
})

test('what is observed cannot be cancelled', () => {
  for (const status of reachable(ObservationStatus.OBSERVED))
    expect(workflow[ObservationAction.CANCEL].from).not.toContain(status)
})

test('one side is waited for until the cycle is over, and it can take a step that leads on', () => {
  for (const status of statuses) {
    const waited = sides.filter((side) => turns[side].includes(status))
    expect(waited, status).toHaveLength(over.includes(status) ? 0 : 1)
    for (const side of waited) {
      const own = actions.filter((action) => mayTake(side, action) && workflow[action].from.includes(status))
      const on = own.filter((action) => action !== ObservationAction.CANCEL && workflow[action].to !== status)
      expect(on, `${side} at ${status}`).not.toEqual([])
    }
  }
})

test("both who may observe may take an observer's steps", () => {
  for (const { mutation } of Object.values(workflow))
    expect(mutations[mutation].includes('WORK_TEAM')).toBe(mutations[mutation].includes('APPRAISER'))
})

describe.each(['APPRAISER', 'WORK_TEAM'] as const satisfies Route[])('observed by the %s', (route) => {
  test.each(actions)(
    '%s goes on from where the table says, and tells whom it says; from elsewhere nothing is written',
    async (action) => {
      const scene = await makeScene(route)
      const { to, tells = [], as } = workflow[action]
      for (const side of takers(action))
        for (const status of [null, ...statuses]) {
          await scene.put(status)
          const before = await scene.everything()
          const code = await codeOf(take(scene, action, clientOf(scene, side)))
          const where = `${side} at ${status}`
          if (startsFrom(action, status)) {
            expect(code, where).toBeNull()
            const { nodes } = await scene.observed.observations({ filter: { plan: scene.plan } })
            const version = action === ObservationAction.PREPARE ? 1 : 6
            expect(nodes, where).toContainEqual(expect.objectContaining({ status: to, version }))
            const told = tells.filter((one) => one !== side).map((one) => `${one} ${as}`)
            expect(await scene.told(), where).toEqual(told)
          } else {
            expect(code, where).toBe(status === null ? 'NOT_FOUND' : 'CONFLICT')
            expect(await scene.everything(), where).toBe(before)
          }
        }
    },
  )

  test('the other side is refused, and nothing is written', async () => {
    const scene = await makeScene(route)
    for (const action of actions)
      for (const side of sides.filter((one) => !mayTake(one, action))) {
        await scene.put(workflow[action].from[0] ?? null)
        const before = await scene.everything()
        expect(await codeOf(take(scene, action, clientOf(scene, side))), `${side}: ${action}`).toBe('FORBIDDEN')
        expect(await scene.everything()).toBe(before)
      }
  })
})

// seed 001 and portalsulut: execution from 1 February until 30 May, reflection and appraisal in June
test.each([
  { day: '2024-01-31', season: 'the period is on', open: ['PERIOD'] },
  { day: '2024-03-05', season: 'execution is open', open: ['EXECUTION', 'REFLECTION', 'PERIOD'] },
  { day: '2024-05-30', season: 'execution ends', open: ['EXECUTION', 'REFLECTION', 'PERIOD'] },
  { day: '2024-05-31', season: 'execution is over', open: ['PERIOD'] },
  { day: '2024-06-03', season: 'appraisal is open', open: ['REFLECTION', 'PERIOD'] },
  { day: '2024-07-01', season: 'the period is over', open: [] },
])('on $day of 2024-S1, when $season, steps are allowed as the table says', async ({ day, open }) => {
  now = `${day}T06:00:00Z`
  const scene = await makeScene('APPRAISER', { period: '2024-S1' })
  const words = { ...scene.words, sheet: { ...scene.words.sheet, observedOn: '2024-02-05' }, day: '2024-01-15' }
  for (const action of actions) {
    const { from, during } = workflow[action]
    const [side] = takers(action)
    await scene.put(from[0] ?? null)
    const isOpen = open.includes(during)
    const code = await codeOf(take({ ...scene, words }, action, clientOf(scene, side ?? 'OBSERVED')))
    expect(code, action).toBe(isOpen ? null : 'CONFLICT')
  }
})

test('an extension for the office opens execution there for its days, and nowhere else', async () => {
  now = '2024-06-03T06:00:00Z'
  const [extended, other] = [
    await makeScene('APPRAISER', { period: '2024-S1' }),
    await makeScene('APPRAISER', { period: '2024-S1' }),
  ]
  const { pool } = (await server()).database
  await pool.query(
    `insert into window_extension values (gen_random_uuid(), '2024-S1', 'EXECUTION', $1, '[2024-06-03,2024-06-04)', 'Banjir', now())`,
    [extended.district.code],
  )
  expect(await codeOf(take(extended, 'PREPARE', extended.observed))).toBeNull()
  expect(await codeOf(take(other, 'PREPARE', other.observed))).toBe('CONFLICT')
  now = '2024-06-04T06:00:00Z'
  await extended.put(null)
  expect(await codeOf(take(extended, 'PREPARE', extended.observed))).toBe('CONFLICT')
})
