import { expect, test } from 'vitest'
import { AbortedError, ApiError, ConflictError, NotFoundError, operation, TimeoutError } from '../sdk/index.ts'
import { answers, failure, hangsUp, misbehaving, quickClock, refuses, says, shown } from './sdk/misbehaving.ts'

const cost = { requested: 3, nodes: 0, budget: { limit: 100, remaining: 97, restorePerSecond: 10 } }

test('a query is sent when it is awaited, and once however often', async () => {
  const { connect, asked } = await misbehaving(answers({ viewer: null }))
  const call = connect().viewer()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(asked).toHaveLength(0)
  const done: string[] = []
  await call.finally(() => void done.push('finally'))
  await Promise.all([call, call.withMeta(), call.result(), call.then(() => done.push('then'))])
  expect([asked.length, done]).toEqual([1, ['finally', 'then']])
})

test('a mutation is sent at once, and once, whoever awaits it', async () => {
  const { connect, asked } = await misbehaving(answers({ revokeApiKey: { apiKey: null } }))
  const call = connect().revokeApiKey({ id: 'key_1' })
  await expect.poll(() => asked.length).toBe(1)
  expect([await call, asked.length]).toEqual([null, 1])
})

test('an answer comes with what is known of it', async () => {
  const { connect } = await misbehaving(says({ data: { viewer: null }, extensions: { cost } }, 200, { 'x-app': '7' }))
  const { data, meta } = await connect().viewer().withMeta()
  expect([data, meta.status, meta.requestId, meta.attempts, meta.cost]).toEqual([null, 200, 'req_9', 1, cost])
  expect(meta.headers.get('x-app')).toBe('7')
})

test('a result tells success from failure without an exception', async () => {
  const { connect } = await misbehaving(answers({ person: { name: 'Sari' } }), refuses('NOT_FOUND'))
  const client = connect()
  expect(await client.person({ id: 'per_1' }).result()).toEqual({ ok: true, data: { name: 'Sari' } })
  const result = await client.person({ id: 'per_1' }).result()
  expect(!result.ok && result.error.code).toBe('NOT_FOUND')
  const token = () => Promise.reject(new RangeError('signed out'))
  await expect(connect({ token }).viewer().result()).rejects.toThrow(RangeError)
})

test('each code has a class, one that nobody knows as well', async () => {
  const { connect } = await misbehaving(refuses('NOT_FOUND'), refuses('TEAPOT'), refuses('<b>'))
  const client = connect()
  const [missing, teapot, nonsense] = [
    await failure(client.viewer()),
    await failure(client.viewer()),
    await failure(client.viewer()),
  ]
  expect(missing).toBeInstanceOf(NotFoundError)
  expect(missing).toBeInstanceOf(ApiError)
  expect(missing).not.toBeInstanceOf(ConflictError)
  expect([missing.name, teapot.name, teapot.code]).toEqual(['NotFoundError', 'TeapotError', 'TEAPOT'])
  expect(nonsense.code).toBe('BAD_RESPONSE')
  expect(shown(teapot)).toMatch(/^TeapotError: viewer: TEAPOT: No\.$/m)
  const aborted = await failure(client.viewer({ signal: AbortSignal.abort() }))
  expect([aborted instanceof AbortedError, aborted.name]).toEqual([true, 'AbortError'])
  const server = await misbehaving(refuses('TIMEOUT', 504))
  expect(await failure(server.connect().viewer())).toBeInstanceOf(TimeoutError)
})

test('a conflict tells the version that there is', async () => {
  const extensions = { code: 'CONFLICT', currentVersion: 7 }
  const { connect } = await misbehaving(says({ errors: [{ message: 'It has changed.', extensions }] }))
  const result = await connect()
    .submitPlan({ input: { plan: 'pln_1', version: 6 } })
    .result()
  expect(!result.ok && result.error.code === 'CONFLICT' && result.error.currentVersion).toBe(7)
})

test('moments are dates wherever they are selected; days, and what is null, stay as they are', async () => {
  const plan = { changedAt: '2026-01-31T03:04:05.678Z', submittedAt: null }
  const history = [
    { at: '2026-01-30T00:00:00.000Z', to: 'DRAFT' },
    { at: '2026-01-31T00:00:00.000Z', to: 'SUBMITTED' },
  ]
  const assignment = { from: '2024-07-01' }
  const { connect, asked } = await misbehaving(
    answers({ plan: { ...plan, history, assignment } }),
    answers({ plan: null }),
    answers({ plans: { nodes: [plan, plan], pageInfo: { hasNextPage: false, endCursor: null } } }),
    answers({ auditEntries: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } }),
    answers({ plan }),
  )
  const client = connect()
  const one = await client.plan({ id: 'pln_1' })
  expect(one?.changedAt).toEqual(new Date(plan.changedAt))
  expect(one?.history.map(({ at }) => at.getUTCDate())).toEqual([30, 31])
  expect([one?.submittedAt, one?.assignment.from]).toEqual([null, '2024-07-01'])
  expect(one && 'agreedAt' in one).toBe(false)
  expect(await client.plan({ id: 'pln_1' })).toBeNull()
  expect((await client.plans()).nodes[1]?.changedAt).toEqual(new Date(plan.changedAt))
  // a date or its text goes in
  await client.auditEntries({ filter: { from: new Date('2026-01-01'), to: '2026-02-01T00:00:00.000Z' } })
  expect(asked[3]?.variables).toEqual({ filter: { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' } })
  // of a document of your own nothing is known
  const own = operation<{ plan: { changedAt: string } }, object>('query own { plan(id: "x") { changedAt } }')
  expect((await client.run(own)).plan.changedAt).toBe(plan.changedAt)
})

test('hooks hear of each attempt, and see nothing of what is sent', async () => {
  const { connect } = await misbehaving(hangsUp, refuses('SERVICE_UNAVAILABLE', 503), answers({ person: null }))
  const heard: unknown[] = []
  const client = connect({
    ...quickClock(),
    token: 'canary',
    onRequest: (event) => heard.push(['request', event]),
    onResponse: (event) => heard.push(['response', event]),
    onRetry: ({ error, ...event }) => heard.push(['retry', { ...event, code: error.code }]),
  })
  await client.person({ id: 'canary' })
  const operation = 'person'
  expect(heard).toEqual([
    ['request', { operation, attempt: 1 }],
    ['retry', { operation, attempt: 1, delayMs: 125, code: 'NETWORK' }],
    ['request', { operation, attempt: 2 }],
    ['response', { operation, attempt: 2, status: 503, requestId: 'req_9', ms: 0 }],
    ['retry', { operation, attempt: 2, delayMs: 250, code: 'SERVICE_UNAVAILABLE' }],
    ['request', { operation, attempt: 3 }],
    ['response', { operation, attempt: 3, status: 200, requestId: 'req_9', ms: 0 }],
  ])
})
