import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { clock, makeDraft } from './live/plans.ts'
import { openSocket, openSubscriptions, planChanged, signedIn } from './live/socket.ts'
import { type Server, server, startServer } from './support.ts'

let impatient: Server
let production: Server

beforeAll(async () => {
  await server({ clock })
  impatient = await startServer({ patience: { init: 100 } })
  production = await startServer({
    patience: { init: 20_000 },
    production: true,
    origins: ['https://dashboard.example.id'],
  })
})
afterAll(() => Promise.all([impatient.stop(), production.stop()]))

const operator = { role: 'OPERATOR' } as const
const somePlan = 'pln_01890000-0000-7000-8000-000000000000'

test('B1: another subprotocol is not accepted', async () => {
  const socket = new WebSocket((await server()).url.replace('http', 'ws'), 'graphql-ws')
  const [error] = await once(socket, 'error')
  expect(String(error)).toMatch(/no subprotocol/)
})

test('B2: who does not begin in time is closed', async () => {
  expect(await (await openSocket({ url: impatient.url })).closed).toBe(4408)
})

test('B3: who subscribes before he is let in is closed', async () => {
  const early = await openSocket()
  early.send({ type: 'subscribe', id: '1', payload: { query: planChanged } })
  expect(await early.closed).toBe(4401)
})

test('B4: who begins twice is closed', async () => {
  const twice = await signedIn(operator)
  twice.send({ type: 'connection_init' })
  expect(await twice.closed).toBe(4429)
})

test.each(['a wrong token', '', 'kinerja_live_nobody'])(
  'B5: the token "%s" is refused, and nothing said of why',
  async (token) => {
    const refused = await signedIn(token)
    expect(await refused.closed).toBe(4403)
    expect(refused.messages).toEqual([])
  },
)

test('B5: a token that is no text is refused', async () => {
  const refused = await openSocket()
  refused.send({ type: 'connection_init', payload: { authorization: { role: 'OPERATOR' } } })
  expect(await refused.closed).toBe(4403)
})

const broken = [
  ['no JSON', '{nope'],
  ['an unknown type', { type: 'bogus' }],
  ['no id', { type: 'subscribe', payload: { query: planChanged } }],
  ['an empty id', { type: 'subscribe', id: '', payload: { query: planChanged } }],
  ['no query', { type: 'subscribe', id: '1', payload: {} }],
] as const

test.each(broken)('B6: a message with %s closes', async (_, message) => {
  const socket = await signedIn(operator)
  socket.send(message)
  expect(await socket.closed).toBe(4400)
})

test('B7: an id that is in use closes', async () => {
  const { plan } = await makeDraft()
  const socket = await signedIn(operator)
  socket.subscribe(planChanged, { id: plan })
  socket.subscribe(planChanged, { id: plan })
  expect(await socket.closed).toBe(4409)
})

const codesOf = (payload: unknown) =>
  (payload as { extensions: { code: string; requestId: string } }[]).map(({ extensions }) => extensions.code)

const elsewhere = [
  ['a query', '{ periods { code } }', 'BAD_REQUEST'],
  ['a mutation', 'mutation { markNotificationsRead { marked } }', 'BAD_REQUEST'],
  ['the schema', '{ __schema { types { name } } }', 'BAD_REQUEST'],
] as const

test.each(elsewhere)('B8: %s is refused, and the socket stays', async (_, query, code) => {
  const socket = await signedIn(operator)
  socket.subscribe(query)
  await expect.poll(() => socket.of('error')).toHaveLength(1)
  expect(codesOf(socket.of('error')[0])).toEqual([code])
  expect(socket.of('next')).toEqual([])
  socket.send({ type: 'ping' })
  await expect.poll(() => socket.of('pong')).toHaveLength(1)
  socket.socket.close()
})

const refused = [
  ['no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['two roots', 'subscription { notified { cursor } other: notified { cursor } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['too many tokens', `subscription { ${'notified { cursor } '.repeat(600)} }`, 'QUERY_TOO_LARGE'],
  [
    'a deep document',
    `subscription { notified { notification { plan { ${'assignment { plan(period: "2026") { '.repeat(6)} id ${'} '.repeat(12)} } } } }`,
    'QUERY_TOO_LARGE',
  ],
  [
    'an id of another type',
    'subscription { planChanged(id: "per_01890000-0000-7000-8000-000000000000") { cursor } }',
    'BAD_USER_INPUT',
  ],
  ['a plan that is not there', `subscription { planChanged(id: "${somePlan}") { cursor } }`, 'NOT_FOUND'],
  ['no person', 'subscription { notified { cursor } }', 'FORBIDDEN'],
] as const

test.each(refused)('B8: a subscription with %s is refused as over HTTP', async (_, query, code) => {
  const socket = await signedIn(operator)
  socket.subscribe(query)
  await expect.poll(() => socket.of('error')).toHaveLength(1)
  expect(codesOf(socket.of('error')[0])[0]).toBe(code)
  socket.socket.close()
})

test('A21: strangers are told nothing of the schema, and are subscribed to nothing', async () => {
  const stranger = await openSocket({ url: production.url })
  stranger.send({ type: 'connection_init' })
  await expect.poll(() => stranger.of('connection_ack')).toHaveLength(1)
  const queries = [
    '{ __schema { types { name } } }',
    'subscription { __schema { types { name } } }',
    'subscription { notified { cursor } }',
    `subscription { planChanged(id: "${somePlan}") { cursor } }`,
  ]
  for (const [id, query] of queries.entries()) stranger.send({ type: 'subscribe', id: `${id}`, payload: { query } })
  await expect.poll(() => stranger.of('error')).toHaveLength(4)
  const codes = Object.fromEntries(
    stranger.messages.flatMap(({ type, id = '', payload }) => (type === 'error' ? [[id, codesOf(payload)[0]]] : [])),
  )
  expect(Object.values(codes)).toEqual([
    expect.stringMatching(/BAD_REQUEST|UNAUTHENTICATED/),
    'GRAPHQL_VALIDATION_FAILED',
    'UNAUTHENTICATED',
    'UNAUTHENTICATED',
  ])
  stranger.socket.close()
})

test('B9: a message of more than 64 kB closes', async () => {
  const socket = await signedIn(operator)
  socket.send({ type: 'ping', payload: { text: 'x'.repeat(60_000) } })
  await expect.poll(() => socket.of('pong')).toHaveLength(1)
  socket.send({ type: 'ping', payload: { text: 'x'.repeat(66_000) } })
  expect(await socket.closed).toBe(1009)
})

test('B9: of 21 subscriptions on one socket the last is refused', async () => {
  const { plan, who } = await makeDraft()
  const socket = await signedIn(who('Sari'))
  for (let id = 1; id <= 21; id++) socket.subscribe(planChanged, { id: plan }, `${id}`)
  await expect.poll(() => socket.of('error')).toHaveLength(1)
  expect(socket.messages.find(({ type }) => type === 'error')?.id).toBe('21')
  socket.send({ type: 'complete', id: '1' })
  socket.subscribe(planChanged, { id: plan }, 'next')
  await expect.poll(() => openSubscriptions()).toBe(20)
  expect(socket.of('error')).toHaveLength(1)
  socket.socket.close()
  await expect.poll(() => openSubscriptions()).toBe(0)
})

test('B9: of 11 sockets of one person the last is refused, and nobody else is', async () => {
  const { who } = await makeDraft()
  const sockets = []
  for (let n = 0; n < 10; n++) sockets.push(await signedIn(who('Sari')))
  expect(await (await signedIn(who('Sari'))).closed).toBe(4403)
  expect((await signedIn(who('Budi'))).of('connection_ack')).toHaveLength(1)
  sockets[0]?.socket.close()
  await sockets[0]?.closed
  await expect.poll(async () => (await signedIn(who('Sari'))).of('connection_ack')).toHaveLength(1)
})

test.each(['https://evil.example', 'null', 'http://localhost:5173'])(
  'B10: a page of %s is refused at the handshake',
  async (origin) => {
    const socket = new WebSocket(production.url.replace('http', 'ws'), 'graphql-transport-ws', { origin })
    const [error] = await once(socket, 'error')
    expect(String(error)).toContain('403')
  },
)

test('B10: a page of a listed origin is let in, and programs, which send none', async () => {
  for (const options of [{ origin: 'https://dashboard.example.id' }, {}]) {
    const socket = await signedIn(operator, { url: production.url, ...options })
    expect(socket.of('connection_ack')).toHaveLength(1)
    socket.socket.close()
  }
})

test('B10: a cookie signs nobody in', async () => {
  const socket = await openSocket({ headers: { cookie: 'authorization=Bearer x; token=x' } })
  socket.send({ type: 'connection_init' })
  await expect.poll(() => socket.of('connection_ack')).toHaveLength(1)
  socket.send({ type: 'subscribe', id: '1', payload: { query: 'subscription { notified { cursor } }' } })
  await expect.poll(() => socket.of('error')).toHaveLength(1)
  expect(codesOf(socket.of('error')[0])).toEqual(['UNAUTHENTICATED'])
})
