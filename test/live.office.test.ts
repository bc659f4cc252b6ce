import { beforeAll, expect, test } from 'vitest'
import type { createClient } from '../sdk/index.ts'
import { endSupervision } from './appoint.ts'
import { appoint, makeDistrict } from './district.ts'
import { follow } from './live/follow.ts'
import { clock, makeDraft } from './live/plans.ts'
import { openSubscriptions } from './live/socket.ts'
import { failure } from './sdk/misbehaving.ts'
import { clientOf, server, signInOperator } from './support.ts'

beforeAll(() => server({ clock }))

type Client = ReturnType<typeof createClient>

/** What somebody hears of an office, as `SUBMITTED 2`, once he listens. */
async function listen(client: Client, office: string, after?: string) {
  const before = await openSubscriptions()
  const stop = new AbortController()
  const events = client.plansChanged({ office, ...(after && { after }) }, { signal: stop.signal })
  const { seen: heard, done } = follow(events)
  await expect.poll(() => openSubscriptions()).toBeGreaterThan(before)
  const steps = () => heard.map(({ plan }) => `${plan?.status} ${plan?.version}`)
  return {
    heard,
    steps,
    leave: () => {
      stop.abort()
      return done
    },
  }
}

test('who watches over people hears what changes at the schools of their office, from the first draft on', async () => {
  const { district, sari, budi, plan } = await makeDraft()
  const elsewhere = await makeDraft()
  await appoint('Hadi', district)
  const [head, admin, operator] = await Promise.all([
    district.signIn('Ratna'),
    district.signIn('Hadi'),
    signInOperator(),
  ])
  const listening = [
    await listen(head, district.office),
    await listen(admin, district.office),
    await listen(operator, `off_${district.code.slice(0, 2)}`),
    await listen(budi, district.office),
  ]
  await elsewhere.sari.submitPlan({ input: { plan: elsewhere.plan, version: 1 } })
  await sari.submitPlan({ input: { plan, version: 1 } })
  const agus = await district.signIn('Agus')
  await agus.draftPlan({ input: { assignment: district.assignment('Agus'), period: '2026' } })
  const own = ({ heard }: (typeof listening)[number]) =>
    heard
      .filter((event) => event.plan?.id !== elsewhere.plan)
      .map((event) => `${event.plan?.status} ${event.plan?.version}`)
  for (const one of listening) await expect.poll(() => own(one)).toEqual(['SUBMITTED 2', 'DRAFT 1'])
  // of the other office the operator hears alone, if they are of one province
  for (const [index, { heard }] of listening.entries()) {
    const isAbove = index === 2 && elsewhere.district.code.slice(0, 2) === district.code.slice(0, 2)
    expect(heard.some((event) => event.plan?.id === elsewhere.plan)).toBe(isAbove)
  }
  await Promise.all(listening.map(({ leave }) => leave()))
})

test('who lost the right to a plan hears no more of it', async () => {
  const { district, sari, budi, plan } = await makeDraft()
  const [head, above] = [
    await listen(await district.signIn('Ratna'), district.office),
    await listen(budi, district.office),
  ]
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(above.steps).toEqual(['SUBMITTED 2'])
  await endSupervision(district.assignment('Sari'), district.assignment('Budi'), '2026-03-01')
  await sari.withdrawPlan({ input: { plan, version: 2 } })
  const agus = await district.signIn('Agus')
  await agus.draftPlan({ input: { assignment: district.assignment('Agus'), period: '2026' } })
  // he still hears of the other
  await expect.poll(above.steps).toEqual(['SUBMITTED 2', 'DRAFT 1'])
  expect(above.heard.map((event) => event.plan?.id === plan)).toEqual([true, false])
  await Promise.all([head.leave(), above.leave()])
})

test('one goes on from a cursor, and misses nothing of the office', async () => {
  const { district, sari, budi, plan } = await makeDraft()
  const first = await listen(budi, district.office)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(first.steps).toEqual(['SUBMITTED 2'])
  await first.leave()
  await budi.approvePlan({ input: { plan, version: 2 } })
  const again = await listen(budi, district.office, first.heard[0]?.cursor)
  await expect.poll(() => again.steps().at(-1)).toBe('AGREED 3')
  await again.leave()
})

test('whoever watches over nobody there is refused', async () => {
  const [district, elsewhere] = await Promise.all([makeDistrict(), makeDistrict()])
  const refused = async (client: Client | Promise<Client>, office: string) =>
    (await failure((await client).plansChanged({ office })[Symbol.asyncIterator]().next())).code
  expect(await refused(district.signIn('Agus'), district.office)).toBe('FORBIDDEN')
  expect(await refused(district.signIn('Budi'), elsewhere.office)).toBe('FORBIDDEN')
  expect(await refused(clientOf({ role: 'ANALYST' }), district.office)).toBe('FORBIDDEN')
  expect(await refused(district.signIn('Budi'), 'off_99.99')).toBe('FORBIDDEN')
  expect(await refused(district.signIn('Budi'), district.school)).toBe('BAD_USER_INPUT')
})
