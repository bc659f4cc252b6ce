import { readFile } from 'node:fs/promises'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PlanAction as Action, Client } from '../sdk/index.ts'
import { mutations, type Relation } from '../server/access/policy.ts'
import { PlanAction, PlanStatus } from '../server/generated/schema.ts'
import { type Recipient, type Route, turns, workflow } from '../server/plan/workflow.ts'
import { drawWorkflow } from './plan/drawing.ts'
import { makeScene } from './plan/scene.ts'
import { codeOf, steps } from './plan/steps.ts'
import { server } from './support.ts'

const planningOf2026 = '2026-03-02T03:00:00Z'
let now = planningOf2026

beforeAll(() => server({ clock: () => new Date(now) }))
beforeEach(() => {
  now = planningOf2026
})

const routes: readonly Route[] = ['DIRECT', 'CLARIFIED']
const actions = Object.values(PlanAction)
const statuses = Object.values(PlanStatus)
const everyStep = routes.flatMap((route) => actions.map((action) => ({ route, action })))

/** Who each is to the plan, by what he is told as. */
const recipients: Readonly<Partial<Record<Relation, Recipient>>> = {
  SELF: 'OWNER',
  APPRAISER: 'APPRAISER',
  WORK_TEAM: 'WORK_TEAM',
}

type Scene = Awaited<ReturnType<typeof makeScene>>

/** Takes a step at version 5, as the scene has it. */
function take({ plan, assignment, words }: Scene, action: Action, client: Client, period = '2026'): Promise<unknown> {
  if (action !== 'DRAFT') return steps[action](client, { plan, version: 5 }, words)
  return client.draftPlan({ input: { assignment, period } })
}

/** Everybody who may take a step, with what he is to the plan. */
const whoMay = ({ clients }: Scene, action: Action) =>
  mutations[workflow[PlanAction[action]].mutation].map((relation) => {
    const client = clients[relation]
    if (!client) throw new Error(`nobody is ${relation}`)
    return { relation, client }
  })

test('the README of the folder draws the workflow as it is', async () => {
  const [prose] = (await readFile('server/plan/README.md', 'utf8')).split('<!-- drawn -->\n')
  await expect(`${prose}<!-- drawn -->\n${drawWorkflow()}`).toMatchFileSnapshot('../server/plan/README.md')
})

/** Where a plan can go from its status, by the workflow alone. */
const nextSteps = (status: PlanStatus, route: Route): PlanAction[] =>
  actions.filter((action) => workflow[action].from[route].includes(status))

/** The statuses that steps of a route lead to from one, itself among them. */
function reachable(from: PlanStatus, route: Route, without: readonly PlanAction[] = []): Set<PlanStatus> {
  const found = new Set([from])
  for (const status of found)
    for (const action of nextSteps(status, route)) if (!without.includes(action)) found.add(workflow[action].to)
  return found
}

test('every status is reached, CLARIFIED with a work team alone', () => {
  expect([...reachable(PlanStatus.DRAFT, 'CLARIFIED')].sort()).toEqual([...statuses].sort())
  const others = statuses.filter((status) => status !== PlanStatus.CLARIFIED)
  expect([...reachable(PlanStatus.DRAFT, 'DIRECT')].sort()).toEqual(others.sort())
})

test.each(routes)('%s: from everywhere a plan can be agreed, and only then is nobody waited for', (route) => {
  for (const status of reachable(PlanStatus.DRAFT, route)) {
    expect(reachable(status, route)).toContain(PlanStatus.AGREED)
    const parties = Object.values(turns).filter((turn) => turn[route].includes(status))
    expect(parties, status).toHaveLength(status === PlanStatus.AGREED ? 0 : 1)
  }
  // without a reset an agreed plan stays as it is
  expect([...reachable(PlanStatus.AGREED, route, [PlanAction.REQUEST_RESET])]).toEqual([PlanStatus.AGREED])
})

test('whoever is waited for can take a step that leads on', () => {
  const relations = { OWNER: 'SELF', APPRAISER: 'APPRAISER', WORK_TEAM: 'WORK_TEAM', OPERATOR: 'OPERATOR' } as const
  for (const route of routes)
    for (const [party, turn] of Object.entries(turns) as [keyof typeof turns, (typeof turns)['OWNER']][])
      for (const status of turn[route]) {
        const own = nextSteps(status, route).filter((action) =>
          mutations[workflow[action].mutation].includes(relations[party]),
        )
        expect(
          own.map((action) => workflow[action].to).some((to) => to !== status),
          `${party} at ${status}`,
        ).toBe(true)
      }
})

describe.each(everyStep)('$action, $route', ({ action, route }) => {
  const { from, to } = workflow[action]
  const isAllowed = (status: PlanStatus | null) =>
    status === null ? action === PlanAction.DRAFT : from[route].includes(status)

  test('goes on from where the table says, and tells whom it says', async () => {
    const scene = await makeScene('2026', route)
    for (const { relation, client } of whoMay(scene, action))
      for (const status of [null, ...statuses].filter(isAllowed)) {
        await scene.put(status)
        await take(scene, action, client)
        const { tells, as } = workflow[action]
        const [plan] = (await scene.clients.SELF?.plans())?.nodes ?? []
        expect(plan).toMatchObject({ status: to, version: status === null ? 1 : 6 })
        const told = tells[route].filter((recipient) => as && recipient !== recipients[relation])
        expect(new Set(await scene.told())).toEqual(new Set(told.map((recipient) => `${recipient} ${as}`)))
      }
  })

  test('is refused from everywhere else, and nothing is written', async () => {
    const scene = await makeScene('2026', route)
    for (const { client } of whoMay(scene, action))
      for (const status of [null, ...statuses].filter((one) => !isAllowed(one))) {
        await scene.put(status)
        const before = await scene.everything()
        expect(await codeOf(take(scene, action, client)), `at ${status}`).toBe(
          status === null ? 'NOT_FOUND' : 'CONFLICT',
        )
        expect(await scene.everything()).toBe(before)
      }
  })
})

test.each([
  { day: '2024-01-15', season: 'planning is open', open: ['PLANNING', 'PERIOD'] },
  { day: '2024-02-15', season: 'planning is late', open: ['PLANNING', 'PERIOD'] },
  { day: '2024-05-02', season: 'planning is over', open: ['PERIOD'] },
  { day: '2024-07-01', season: 'the period is over', open: [] },
])('on $day, when $season, every step is allowed as the table says', async ({ day, open }) => {
  now = `${day}T03:00:00Z`
  const scenes = { DIRECT: await makeScene('2024-S1', 'DIRECT'), CLARIFIED: await makeScene('2024-S1', 'CLARIFIED') }
  for (const { action, route } of everyStep) {
    const { from, during } = workflow[action]
    if (action !== PlanAction.DRAFT && !from[route].length) continue
    const scene = scenes[route]
    const [{ client } = {}] = whoMay(scene, action)
    await scene.put(from[route][0] ?? null)
    const before = await scene.everything()
    const isOpen = open.includes(during)
    expect(client && (await codeOf(take(scene, action, client, '2024-S1'))), action).toBe(isOpen ? null : 'CONFLICT')
    if (!isOpen) expect(await scene.everything()).toBe(before)
  }
})
