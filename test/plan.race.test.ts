import { beforeAll, expect, test } from 'vitest'
import { adjusted, makePlan, note, period } from './plan/stage.ts'
import { post, server } from './support.ts'

beforeAll(() => server({ clock: () => new Date('2024-01-15T03:00:00Z') }))

test('several steps in one document are taken one after the other, each answered as it was then', async () => {
  const { plan, sari, headers } = await makePlan('DRAFT')
  const step = (alias: string, mutation: string, version: number) =>
    `${alias}: ${mutation}(input: { plan: "${plan}", version: ${version} }) { plan { status version } }`
  const steps = [step('a', 'submitPlan', 1), step('b', 'withdrawPlan', 2), step('c', 'submitPlan', 3)]
  const ask = async (...asked: string[]) =>
    JSON.parse((await post(JSON.stringify({ query: `mutation { ${asked.join(' ')} }` }), headers)).text)
  expect((await ask(...steps)).data).toEqual({
    a: { plan: { status: 'SUBMITTED', version: 2 } },
    b: { plan: { status: 'DRAFT', version: 3 } },
    c: { plan: { status: 'SUBMITTED', version: 4 } },
  })
  const { data, errors } = await ask(step('a', 'withdrawPlan', 4), step('b', 'withdrawPlan', 5))
  expect(data ?? null).toBe(null)
  expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'CONFLICT' } }])
  // what went before the one that failed stays done
  expect(await sari.plan({ id: plan })).toMatchObject({ status: 'DRAFT', version: 5 })
})

test('of 50 that hand a plan in, one does', async () => {
  const { plan, sari, budi } = await makePlan('DRAFT')
  const tried = Array.from({ length: 50 }, () => sari.submitPlan({ input: { plan, version: 1 } }))
  const results = await Promise.allSettled(tried)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' })
  expect(await sari.plan({ id: plan })).toMatchObject({ status: 'SUBMITTED', version: 2 })
  expect((await budi.notifications()).totalCount).toBe(1)
})

test('of 20 that begin a plan, one does', async () => {
  const { assignment, sari } = await makePlan('NONE')
  const tried = Array.from({ length: 20 }, () => sari.draftPlan({ input: { assignment, period } }))
  const results = await Promise.allSettled(tried)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await sari.plans()).nodes).toMatchObject([{ status: 'DRAFT', version: 1 }])
})

test('a plan is approved or adjusted, never both', async () => {
  const { plan, sari, budi } = await makePlan('SUBMITTED')
  const input = { plan, version: 2 }
  const results = await Promise.allSettled([
    budi.approvePlan({ input }),
    budi.adjustPlan({ input: { ...input, content: adjusted, notes: [note] } }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const agreed = results[0].status === 'fulfilled'
  const behaviours = [{ number: agreed ? 1 : 2 }]
  expect(await sari.plan({ id: plan })).toMatchObject({
    status: agreed ? 'AGREED' : 'ADJUSTED',
    version: 3,
    content: { behaviours },
  })
  expect((await sari.notifications()).totalCount).toBe(1)
})
