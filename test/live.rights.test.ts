import { SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { endSupervision, supervise } from './appoint.ts'
import { clock, makeDraft } from './live/plans.ts'
import { openSubscriptions, planChanged, signedIn, type Told } from './live/socket.ts'
import { secret, server, signInOperator } from './support.ts'

beforeAll(() => server({ clock }))

/** A token that ends so many seconds from now. */
const tokenFor = (person: string, seconds: number) =>
  new SignJWT({ role: 'PERSON' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(person)
    .setIssuer('kinerja-graph')
    .setAudience('kinerja-graph')
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(new TextEncoder().encode(secret))

test('B11: when a token ends, its socket is closed, and its stream told why', async () => {
  const { plan, who } = await makeDraft()
  const token = await tokenFor(who('Sari').person, 3)
  const socket = await signedIn(token)
  socket.subscribe(planChanged, { id: plan })
  const { url } = await server()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: planChanged, variables: { id: plan } }),
  })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(await socket.closed).toBe(4401)
  const text = await response.text()
  expect(text).toMatch(/^id: \S+\n\nevent: next\ndata: \{"errors":\[\{"message":"[^"]*sign in again/)
  expect(text).toMatch(/"code":"UNAUTHENTICATED","requestId":"[\w-]{36}"\}\}\]\}\n\nevent: complete\ndata: \n\n$/)
})

test('B11: when a key is revoked, its socket is closed', async () => {
  const { plan, district, sari } = await makeDraft()
  const operator = await signInOperator()
  const { secret: key, apiKey } = await operator.createApiKey({
    input: { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] },
  })
  const socket = await signedIn(key)
  const before = await openSubscriptions()
  socket.subscribe(planChanged, { id: plan })
  await expect.poll(() => openSubscriptions()).toBe(before + 1)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => socket.of('next')).toHaveLength(1)
  await operator.revokeApiKey({ id: apiKey?.id ?? '' })
  let code = 0
  socket.closed.then((closed) => {
    code = closed
  })
  await expect.poll(() => code).toBe(4401)
})

test('B11: who loses the right to a plan hears no more of it, and who keeps it does', async () => {
  const { plan, district, sari, who } = await makeDraft()
  const [budi, ratna, agus] = await Promise.all([signedIn(who('Budi')), signedIn(who('Ratna')), signedIn(who('Agus'))])
  const before = await openSubscriptions()
  for (const socket of [budi, ratna, agus]) socket.subscribe(planChanged, { id: plan })
  // and one who asks for nothing but that something happened
  budi.subscribe('subscription ($id: ID!) { planChanged(id: $id) { cursor } }', { id: plan }, 'only')
  await expect.poll(() => openSubscriptions()).toBe(before + 3)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => [budi.of('next').length, ratna.of('next').length]).toEqual([2, 1])
  await endSupervision(district.assignment('Sari'), district.assignment('Budi'), '2026-03-01')
  await supervise('APPRAISER', district.assignment('Sari'), district.assignment('Ratna'), '2026-03-01')
  await sari.withdrawPlan({ input: { plan, version: 2 } })
  await sari.submitPlan({ input: { plan, version: 3 } })
  await expect.poll(() => ratna.of('next')).toHaveLength(3)
  expect((ratna.of('next') as Told[]).at(-1)?.data.planChanged.plan?.version).toBe(4)
  // he would have been told before her
  expect(budi.of('next')).toHaveLength(2)
  // a colleague never was
  expect(agus.of('next')).toEqual([])
  expect(JSON.stringify(agus.of('error'))).toContain('NOT_FOUND')
  for (const { socket } of [budi, ratna, agus]) socket.close()
})
