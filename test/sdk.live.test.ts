import type { ServerResponse } from 'node:http'
import { expect, test, vi } from 'vitest'
import { type Change, differenceOf, type Status, watch } from '../sdk/index.ts'
import { type Act, answers, misbehaving, neverAnswers, quickClock, refuses, says } from './sdk/misbehaving.ts'

/** Begins a stream at a cursor, and goes on with whatever frames. */
const streams =
  (from: string, ...frames: readonly string[]): Act =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`id: ${from}\n\n`)
    for (const frame of frames) response.write(frame)
  }

const event = (cursor: string, kind = 'PLAN_SUBMITTED') =>
  `event: next\ndata: ${JSON.stringify({ data: { notified: { cursor, notification: { id: `ntf_${cursor}`, kind } } } })}\n\n`

const complete = 'event: complete\ndata: \n\n'

/** Does that, and breaks the connection when what was said has left. */
const andBreaks =
  (act: Act): Act =>
  (response, asked) => {
    act(response, asked)
    setTimeout(() => response.destroy(), 30)
  }

/** The first page of a bell list of such items. */
const lists = (...nodes: readonly object[]): Act =>
  answers({ notifications: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length } })

/** Streams and lists come each in their own order. */
const serves = (streamed: readonly Act[], listed: readonly Act[]) => {
  const next = { streamed: 0, listed: 0 }
  return misbehaving((response, asked) => {
    const [acts, at] =
      asked.operationName === 'notified' ? [streamed, next.streamed++] : ([listed, next.listed++] as const)
    acts[Math.min(at, acts.length - 1)]?.(response, asked)
  })
}

const follow = <Event>(events: AsyncIterable<Event>) => {
  const seen: Event[] = []
  const done = (async () => {
    for await (const event of events) seen.push(event)
  })()
  done.catch(() => undefined)
  return { seen, done }
}

const afters = (asked: readonly { operationName: string; variables: Record<string, unknown> }[]) =>
  asked.filter(({ operationName }) => operationName === 'notified').map(({ variables }) => variables['after'])

const [one, two] = [
  { id: 'ntf_1', kind: 'PLAN_SUBMITTED' },
  { id: 'ntf_2', kind: 'PLAN_AGREED' },
]

test('a subscription tells how it is, and goes on from the last cursor each time', async () => {
  const { connect, asked } = await serves(
    [
      andBreaks(streams('c0')),
      andBreaks(streams('c0', event('c1'), event('c2'))),
      streams('c2', event('c3'), complete),
    ],
    [],
  )
  const seen: (Status | string)[] = []
  const events = connect(quickClock()).notified({}, { onStatus: (status) => seen.push(status) })
  for await (const { cursor } of events) seen.push(cursor)
  expect(afters(asked)).toEqual([undefined, 'c0', 'c2'])
  const broken = ['reconnecting', 'open']
  expect(seen).toEqual(['connecting', 'open', ...broken, 'c1', 'c2', ...broken, 'c3', 'closed'])
})

test('a proxy in trouble and a server that has enough streams are waited for', async () => {
  const { connect, asked } = await serves(
    [
      says('<h1>502</h1>', 502, { 'content-type': 'text/html' }),
      refuses('RATE_LIMITED', 429),
      streams('c0', event('c1'), complete),
    ],
    [],
  )
  const { seen, done } = follow(connect(quickClock()).notified())
  await done
  expect([seen.length, asked.length]).toEqual([1, 3])
})

test('a server that never answers, or falls silent, is left for another connection', async () => {
  const heard = Promise.withResolvers<void>()
  const neverAnswers: Act = () => heard.resolve()
  const { connect, asked } = await serves([neverAnswers, streams('c0', event('c1')), streams('c1', complete)], [])
  const events = connect({ ...quickClock(), timeoutMs: 100 })
    .notified()
    [Symbol.asyncIterator]()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const first = events.next()
    // looking again and again would let the time pass
    await heard.promise
    await vi.advanceTimersByTimeAsync(100)
    expect((await first).value?.cursor).toBe('c1')
    const second = events.next()
    await vi.advanceTimersByTimeAsync(39_000)
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await second).done).toBe(true)
    expect(afters(asked)).toEqual([undefined, undefined, 'c1'])
  } finally {
    vi.useRealTimers()
  }
})

test('the snapshot is read when the subscription stands, and not before', async () => {
  let stream: ServerResponse | undefined
  const { connect, asked } = await serves(
    [
      (response) => {
        stream = response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.flushHeaders()
      },
    ],
    [lists(one)],
  )
  const changes = connect().watchNotifications()[Symbol.asyncIterator]()
  const first = changes.next()
  await expect.poll(() => stream).toBeDefined()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(asked).toHaveLength(1)
  stream?.write('id: c0\n\n')
  expect((await first).value).toMatchObject({ type: 'snapshot', data: { nodes: [one] } })
  await changes.return?.()
})

test('a break costs no change, and a reading that says the same is not told', async () => {
  let stream: ServerResponse | undefined
  const { connect, asked } = await serves(
    [
      andBreaks(streams('c0')),
      (response, question) => {
        stream = response
        streams('c0', event('c1'))(response, question)
      },
    ],
    [lists(one), lists(one, two)],
  )
  const stop = new AbortController()
  const { seen, done } = follow(connect(quickClock()).watchNotifications({}, { signal: stop.signal }))
  await expect.poll(() => seen.length).toBe(2)
  expect(seen[1]).toEqual({
    type: 'changed',
    before: expect.objectContaining({ nodes: [one] }),
    data: expect.objectContaining({ nodes: [one, two] }),
    difference: { added: [two], removed: [], changed: [] },
  })
  const before = asked.length
  stream?.write(event('c1'))
  await expect.poll(() => asked.length).toBe(before + 1)
  stop.abort()
  await done
  expect(seen).toHaveLength(2)
  expect(afters(asked)).toEqual([undefined, 'c0'])
})

test('an expired cursor is one resync with the difference, and the stream begins anew', async () => {
  const read = { ...one, kind: 'PLAN_ADJUSTED' }
  const { connect, asked } = await serves(
    [andBreaks(streams('c0')), refuses('CURSOR_EXPIRED'), andBreaks(streams('c9')), streams('c9')],
    [lists(one), lists(read, two)],
  )
  const statuses: Status[] = []
  const stop = new AbortController()
  const options = { signal: stop.signal, onStatus: (status: Status) => statuses.push(status) }
  const { seen, done } = follow(connect(quickClock()).watchNotifications({}, options))
  await expect.poll(() => afters(asked)).toEqual([undefined, 'c0', undefined, 'c9'])
  await expect.poll(() => seen.length).toBe(2)
  expect(seen[1]).toMatchObject({
    type: 'resync',
    before: { nodes: [one] },
    data: { nodes: [read, two] },
    difference: { added: [two], removed: [], changed: [{ before: one, after: read }] },
  })
  await expect.poll(() => statuses.at(-1)).toBe('open')
  stop.abort()
  await done
  expect(seen).toHaveLength(2)
  const again = ['reconnecting', 'connecting', 'open', 'reconnecting', 'open']
  expect(statuses).toEqual(['connecting', 'open', ...again, 'closed'])
})

test('what happens while one is busy is told as one change', async () => {
  const frames = Array.from({ length: 500 }, (_, i) => event(`c${i + 1}`))
  const { connect, asked } = await serves(
    [streams('c0', ...frames)],
    Array.from({ length: 600 }, (_, i) => lists(...Array.from({ length: i }, () => one))),
  )
  const seen: Change<unknown>['type'][] = []
  for await (const { type } of connect().watchNotifications()) {
    if (seen.push(type) === 2) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(seen).toEqual(['snapshot', 'changed'])
  expect(asked.length).toBeLessThan(5)
})

test('a reading waits for a server that is away, and fails with what waiting does not mend', async () => {
  const { connect } = await serves(
    [streams('c0', event('c1'))],
    [...Array.from({ length: 6 }, () => refuses('SERVICE_UNAVAILABLE', 503)), lists(one), refuses('FORBIDDEN')],
  )
  const { seen, done } = follow(connect(quickClock()).watchNotifications())
  await expect(done).rejects.toMatchObject({ code: 'FORBIDDEN', operation: 'notifications' })
  expect(seen.map(({ type }) => type)).toEqual(['snapshot'])
})

test('a subscription that is refused breaks off the reading', async () => {
  const { connect, closed } = await serves([andBreaks(streams('c0')), refuses('NOT_FOUND')], [neverAnswers])
  const { done } = follow(connect(quickClock()).watchNotifications())
  await expect(done).rejects.toMatchObject({ code: 'NOT_FOUND', operation: 'notified' })
  await expect.poll(closed).toBe(3)
})

test('a cursor that has expired before anything was watched is refused', async () => {
  const { connect } = await serves([refuses('CURSOR_EXPIRED')], [lists(one)])
  const client = connect(quickClock())
  const old = watch(
    (options) => client.notifications({}, options),
    (options) => client.notified({ after: 'old' }, options),
  )
  await expect(old.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
})

test('leaving the loop, and the signal, leave no connection', async () => {
  const { connect, closed } = await serves([streams('c0')], [lists(one)])
  for await (const _ of connect().watchNotifications()) break
  await expect.poll(closed).toBe(2)
  const stop = new AbortController()
  const { seen, done } = follow(connect().watchNotifications({}, { signal: stop.signal }))
  await expect.poll(() => seen.length).toBe(1)
  stop.abort()
  await done
  await expect.poll(closed).toBe(4)
  const gone = follow(connect().watchNotifications({}, { signal: AbortSignal.abort() }))
  await gone.done
  expect(gone.seen).toEqual([])
})

test('anything can be watched that can be read and announced', async () => {
  let now = 1
  async function* ticks() {
    for (; now < 3; now++) yield now
  }
  const seen: unknown[] = []
  for await (const change of watch(async () => ({ now: now }), ticks)) seen.push(change)
  expect(seen.at(-1)).toMatchObject({ data: { now: 3 } })
  expect(seen[0]).toMatchObject({ type: 'snapshot' })
})

test('a difference is of lists, pages, single things and nothing', () => {
  const changed = { ...one, kind: 'PLAN_AGREED' }
  const expected = { added: [two], removed: [], changed: [{ before: one, after: changed }] }
  expect(differenceOf([one], [changed, two])).toEqual(expected)
  expect(differenceOf({ nodes: [one] }, { nodes: [two, changed] })).toEqual(expected)
  expect(differenceOf(one, changed)).toEqual({ added: [], removed: [], changed: expected.changed })
  expect(differenceOf({ unread: 1 }, { unread: 2 }).changed).toEqual([{ before: { unread: 1 }, after: { unread: 2 } }])
  expect(differenceOf<typeof one | null>(one, null)).toEqual({ added: [], removed: [one], changed: [] })
  expect(differenceOf([one, two], [two, one])).toEqual({ added: [], removed: [], changed: [] })
})
