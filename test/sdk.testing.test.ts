import { expect, test } from 'vitest'
import { createClient as createCore } from '../sdk/core.ts'
import { createMock, createMockClient } from '../sdk/entry/testing.ts'
import {
  nodeOperation,
  personOperation,
  planChangedOperation,
  plansOperation,
  submitPlanOperation,
  teachersOperation,
  viewerOperation,
} from '../sdk/index.ts'
import { failure } from './sdk/misbehaving.ts'

test('an operation is answered as it was told, with what it was asked', async () => {
  const { client, mock } = createMockClient()
  mock.on(personOperation, ({ id }) => mock.answer(personOperation, { id, name: 'Sari' }))
  expect(await client.person({ id: 'per_1' })).toMatchObject({ id: 'per_1', name: 'Sari', rank: expect.any(String) })
  mock.once(personOperation, null)
  mock.once(personOperation, async () => mock.error('FORBIDDEN' as 'NOT_FOUND'))
  expect(await client.person({ id: 'per_2' })).toBeNull()
  expect(await client.person({ id: 'per_3' }).result()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(await client.person({ id: 'per_4' })).toMatchObject({ name: 'Sari' })
  expect(mock.calls(personOperation).map(({ id }) => id)).toEqual(['per_1', 'per_2', 'per_3', 'per_4'])
  mock.assertAllUsed()
})

test('an operation that nobody told of is an error that says what to do, and is not asked for again', async () => {
  const { client, mock } = createMockClient()
  mock.on(viewerOperation, null)
  mock.once(personOperation, null)
  await expect(client.plans()).rejects.toThrow(
    'Nobody told the mock what to answer to `plans`: say mock.on(plansOperation, () => mock.answer(plansOperation)). ' +
      'It was told of: viewer (on), person (once).',
  )
  await expect(client.plans().result()).rejects.toThrow('Nobody told')
  expect(mock.calls(plansOperation)).toHaveLength(2)
  expect(() => mock.assertAllUsed()).toThrow(
    'The mock: nobody asked for viewer (on), person (once); nobody told what to answer to plans, plans.',
  )
})

test('what a function of the test throws comes through as it is', async () => {
  const { client, mock } = createMockClient()
  const own = new RangeError('not this one')
  mock.on(personOperation, () => {
    throw own
  })
  await expect(client.person({ id: 'per_1' })).rejects.toBe(own)
  expect(mock.calls(personOperation)).toHaveLength(1)
})

test('errors, statuses and broken connections are those that a server makes, and pauses take no time', async () => {
  const { client, mock } = createMockClient({ retries: 3 })
  mock.on(viewerOperation, null)
  mock.flaky([503, 'NETWORK', 'SERVICE_UNAVAILABLE'])
  expect((await client.viewer().withMeta()).meta.attempts).toBe(4)
  expect(mock.clock.slept).toHaveLength(3)
  mock.once(viewerOperation, mock.error('RATE_LIMITED', { retryAfterMs: 7_000 }))
  await client.viewer()
  expect(mock.clock.slept.at(-1)).toBe(7_000)
  mock.once(submitPlanOperation, mock.error('CONFLICT', { currentVersion: 3, message: 'Read it again.' }))
  const stale = await failure(client.submitPlan({ input: { plan: 'pln_1', version: 1 } }))
  expect(stale).toMatchObject({
    code: 'CONFLICT',
    currentVersion: 3,
    message: expect.stringContaining('Read it again.'),
  })
  mock.once(viewerOperation, mock.error('NETWORK'))
  expect((await failure(client.viewer({ retries: 0 }))).code).toBe('NETWORK')
  mock.once(viewerOperation, mock.error('BAD_RESPONSE'))
  expect((await failure(client.viewer())).code).toBe('BAD_RESPONSE')
  mock.assertAllUsed()
  mock.flaky([500])
  expect(() => mock.assertAllUsed()).toThrow('nobody asked for 500 (flaky)')
})

test('silence ends with the time or the signal', async () => {
  const { client, mock } = createMockClient()
  mock.on(viewerOperation, mock.silence())
  expect((await failure(client.viewer({ timeoutMs: 5, retries: 0 }))).code).toBe('TIMEOUT')
  const leaving = new AbortController()
  const left = failure(client.viewer({ signal: leaving.signal }))
  leaving.abort()
  expect((await left).code).toBe('ABORTED')
})

test('a list goes on page by page, as long as asked for and as a page may be', async () => {
  const { client, mock } = createMockClient()
  const teachers = mock.pages(teachersOperation, 7, { pageSize: 3 })
  expect(await client.teachers().toArray({ limit: 100 })).toEqual(teachers)
  expect(mock.calls(teachersOperation).map(({ after }) => after)).toEqual([undefined, 'page-3', 'page-6'])
  expect(await client.teachers({ first: 2, after: 'page-6' })).toEqual({
    nodes: teachers.slice(6),
    totalCount: 7,
    pageInfo: { hasNextPage: false, endCursor: 'page-7' },
  })
  expect((await failure(client.teachers({ after: 'another' }))).code).toBe('BAD_USER_INPUT')
  mock.pages(teachersOperation, [{ person: { name: 'Sari' } }, {}])
  const names = (await client.teachers({ first: 1 })).nodes.map(({ person }) => person.name)
  expect(names).toEqual(['Sari'])
})

test('a tree can be read from any of its places', async () => {
  const { client, mock } = createMockClient()
  const places = mock.tree({ depth: 3, breadth: 2, root: 'asg_1' })
  expect(places).toHaveLength(15)
  const tree = await client.tree({ root: 'asg_1' })
  expect([...(tree?.walk() ?? [])].map(({ value }) => value.id).sort()).toEqual(places.map(({ id }) => id).sort())
  expect(tree?.root.value).toMatchObject({ childCount: 2, descendantCount: 14, assignment: { id: 'asg_1' } })
  for (const node of tree?.walk() ?? []) expect(node.depth).toBe(node.value.depth)
  const branch = await client.tree({ root: places[1]?.id ?? '', maxDepth: 1 })
  expect([branch?.size, branch?.root.value.parentId]).toEqual([3, null])
  expect((await failure(client.tree({ root: 'asg_2' }))).code).toBe('NOT_FOUND')
})

test('events come as they are pushed, and none is missed when the connection breaks', async () => {
  const { client, mock } = createMockClient()
  const plan = mock.live(planChangedOperation)
  plan.push({ plan: { status: 'SUBMITTED' } })
  const seen: unknown[] = []
  const done = (async () => {
    for await (const event of client.planChanged({ id: 'pln_1' })) seen.push([event.cursor, event.plan?.status])
  })()
  await expect.poll(() => seen).toEqual([['cursor-1', 'SUBMITTED']])
  plan.break()
  mock.live(planChangedOperation).push({ plan: { status: 'AGREED', agreedAt: new Date() } })
  await expect.poll(() => seen.at(-1)).toEqual(['cursor-2', 'AGREED'])
  expect(plan.listeners).toBe(1)
  plan.push({ plan: null })
  plan.end()
  await done
  expect(seen).toEqual([
    ['cursor-1', 'SUBMITTED'],
    ['cursor-2', 'AGREED'],
    ['cursor-3', undefined],
  ])
  expect(mock.calls(planChangedOperation)).toEqual([{ id: 'pln_1' }, { id: 'pln_1', after: 'cursor-1' }])
  plan.push()
  const next = await client.planChanged({ id: 'pln_1' })[Symbol.asyncIterator]().next()
  expect(next.value?.cursor).toBe('cursor-4')
  const late = client.planChanged({ id: 'pln_1', after: 'of last week' })[Symbol.asyncIterator]()
  expect((await failure(late.next())).code).toBe('CURSOR_EXPIRED')
  expect(() => mock.on(planChangedOperation, mock.silence())).toThrow('use mock.live(planChangedOperation)')
})

test('a stream fails, and ends with the loop or the signal', async () => {
  const { client, mock } = createMockClient()
  const plan = mock.live(planChangedOperation)
  const failing = failure(client.planChanged({ id: 'pln_1' })[Symbol.asyncIterator]().next())
  await expect.poll(() => plan.listeners).toBe(1)
  plan.fail('FORBIDDEN')
  expect((await failing).code).toBe('FORBIDDEN')
  const leaving = new AbortController()
  plan.push()
  for await (const { plan: changed } of client.planChanged({ id: 'pln_1' }, { signal: leaving.signal })) {
    expect(changed?.changedAt).toBeInstanceOf(Date)
    leaving.abort()
  }
  await expect.poll(() => plan.listeners).toBe(0)
})

test('a held clock shows what waits, until time is told to pass', async () => {
  const { client, mock } = createMockClient({ now: new Date('2026-01-31T00:00:00Z') })
  mock.on(viewerOperation, null)
  mock.latency(50)
  mock.clock.hold()
  let answered = false
  const call = client.viewer().then(() => {
    answered = true
  })
  await mock.clock.advance(49)
  expect(answered).toBe(false)
  await mock.clock.advance(1)
  expect(answered).toBe(true)
  await call
  expect(mock.clock.now()).toBe(Date.UTC(2026, 0, 31) + 50)
})

test('nodes that are asked for in one tick are answered as each was told', async () => {
  const { client, mock } = createMockClient()
  mock.on(nodeOperation, ({ id }) => (id === 'per_2' ? null : mock.answer(nodeOperation, { __typename: 'Person', id })))
  const found = await Promise.all(['per_1', 'per_2', 'per_3'].map((id) => client.node({ id })))
  expect(found.map((node) => node?.id)).toEqual(['per_1', undefined, 'per_3'])
})

test('a client of your own is answered, too', async () => {
  const mock = createMock({ seed: 3 })
  mock.on(personOperation, ({ id }) => mock.answer(personOperation, { id }))
  const client = createCore({ url: '/graphql', fetch: mock.fetch, clock: mock.clock, use: [mock.layer] })
  expect(await client.run(personOperation, { id: 'per_1' })).toMatchObject({ id: 'per_1' })
  await expect(client.run(viewerOperation)).rejects.toThrow('Nobody told')
})
