import { beforeAll, expect, test } from 'vitest'
import { clock, makeDraft } from './live/plans.ts'
import { openSubscriptions, planChanged, signedIn, type Told } from './live/socket.ts'
import { server } from './support.ts'

beforeAll(() => server({ clock }))

test('who watches a plan hears of each step, with the plan as it is then', async () => {
  const { sari, budi, plan, who } = await makeDraft()
  const watching = await signedIn(who('Budi'))
  watching.subscribe(planChanged, { id: plan })
  // nothing tells when a subscription has begun but its first event
  await expect.poll(() => openSubscriptions()).toBe(1)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => watching.of('next')).toHaveLength(1)
  await budi.approvePlan({ input: { plan, version: 2 } })
  await expect.poll(() => watching.of('next')).toHaveLength(2)
  const told = watching.of('next') as Told[]
  expect(told.map(({ data }) => data.planChanged.plan)).toEqual([
    { id: plan, status: 'SUBMITTED', version: 2 },
    { id: plan, status: 'AGREED', version: 3 },
  ])
  watching.socket.close()
})
