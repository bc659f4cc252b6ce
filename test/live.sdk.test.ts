import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, connect as dial, type Socket } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { createClient, type PlanChangedAnswer } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { follow } from './live/follow.ts'
import { clock, makeDraft } from './live/plans.ts'
import { openSubscriptions } from './live/socket.ts'
import { secret, server, startServer } from './support.ts'

beforeAll(() => server({ clock }))

const statuses = (seen: readonly PlanChangedAnswer[]) => seen.map(({ plan }) => plan?.status)

test('a plan is followed with `for await`, until the signal', async () => {
  const { sari, budi, plan } = await makeDraft()
  const before = await openSubscriptions()
  const stop = new AbortController()
  const { seen, done } = follow(budi.planChanged({ id: plan }, { signal: stop.signal }))
  await expect.poll(() => openSubscriptions()).toBe(before + 1)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => statuses(seen)).toEqual(['SUBMITTED'])
  await budi.approvePlan({ input: { plan, version: 2 } })
  await expect.poll(() => statuses(seen)).toEqual(['SUBMITTED', 'AGREED'])
  expect(seen[1]?.plan?.assignment.person.name).toBe('Sari')
  stop.abort()
  await done
  await expect.poll(() => openSubscriptions()).toBe(before)
})

test('leaving the loop ends it, and the last cursor goes on', async () => {
  const { sari, budi, plan } = await makeDraft()
  const before = await openSubscriptions()
  let cursor = ''
  const first = (async () => {
    for await (const event of budi.planChanged({ id: plan })) {
      cursor = event.cursor
      break
    }
  })()
  await expect.poll(() => openSubscriptions()).toBe(before + 1)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await first
  await expect.poll(() => openSubscriptions()).toBe(before)
  // what happens meanwhile
  await sari.withdrawPlan({ input: { plan, version: 2 } })
  await sari.submitPlan({ input: { plan, version: 3 } })
  const stop = new AbortController()
  const { seen, done } = follow(budi.planChanged({ id: plan, after: cursor }, { signal: stop.signal }))
  // each is read when it is delivered
  await expect.poll(() => seen.map((event) => event.plan?.version)).toEqual([4, 4])
  await budi.reviewPlan({ input: { plan, version: 4 } })
  await expect.poll(() => seen.map((event) => event.plan?.version)).toEqual([4, 4, 5])
  stop.abort()
  await done
})

test('a person is told of what is new for him, and of nothing else', async () => {
  const { sari, budi, district, plan } = await makeDraft()
  const agus = await district.signIn('Agus')
  const before = await openSubscriptions()
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const [mine, others] = [follow(budi.notified({}, options)), follow(agus.notified({}, options))]
  await expect.poll(() => openSubscriptions()).toBe(before + 2)
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => mine.seen.map(({ notification }) => notification?.kind)).toEqual(['PLAN_SUBMITTED'])
  expect(mine.seen[0]?.notification?.plan?.id).toBe(plan)
  stop.abort()
  await Promise.all([mine.done, others.done])
  expect(others.seen).toEqual([])
})

test('what waiting does not mend is thrown', async () => {
  const { district, plan } = await makeDraft()
  const agus = await district.signIn('Agus')
  await expect(follow(agus.planChanged({ id: plan })).done).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { url } = await server()
  await expect(follow(createClient({ url }).notified()).done).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  const wrong = createClient({ url, token: 'wrong' })
  await expect(follow(wrong.notified()).done).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
})

/** Hands everything on to a port, until it is cut. */
async function wire(to: number) {
  const sockets = new Set<Socket>()
  const wire = createServer((near) => {
    const far = dial(to, '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  return {
    url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}/graphql`,
    cut: () => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    close: () => wire.close(),
  }
}

test('a connection that breaks before the first event, and after it, costs no event', async () => {
  const { sari, budi, plan, who } = await makeDraft()
  const { cut, close, url } = await wire(Number(new URL((await server()).url).port))
  const before = await openSubscriptions()
  const stop = new AbortController()
  const client = createClient({ url, token: await signToken(secret, who('Budi'), 1) })
  const { seen, done } = follow(client.planChanged({ id: plan }, { signal: stop.signal }))
  await expect.poll(() => openSubscriptions()).toBe(before + 1)
  cut()
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => statuses(seen)).toEqual(['SUBMITTED'])
  cut()
  await budi.approvePlan({ input: { plan, version: 2 } })
  await expect.poll(() => statuses(seen)).toEqual(['SUBMITTED', 'AGREED'])
  stop.abort()
  await done
  close()
})

test('what is written on one instance is told on another', async () => {
  const { sari, plan, who } = await makeDraft()
  const other = await startServer({ clock, beside: await server() })
  const stop = new AbortController()
  try {
    const client = createClient({ url: other.url, token: await signToken(secret, who('Budi'), 1) })
    const { seen, done } = follow(client.planChanged({ id: plan }, { signal: stop.signal }))
    await expect.poll(() => openSubscriptions(other.url)).toBe(1)
    await sari.submitPlan({ input: { plan, version: 1 } })
    await expect.poll(() => statuses(seen)).toEqual(['SUBMITTED'])
    stop.abort()
    await done
  } finally {
    await other.stop()
  }
})

test('over HTTP a subscription that nobody streams, and a stream of no subscription, are refused', async () => {
  const { url } = await server()
  const headers = { 'content-type': 'application/json' }
  const ask = async (query: string, accept: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, accept },
      body: JSON.stringify({ query }),
    })
    return { status: response.status, text: await response.text() }
  }
  expect((await ask('subscription { notified { cursor } }', 'application/json')).text).toMatch(/"code":"BAD_REQUEST"/)
  const stream = await ask('mutation { markNotificationsRead { marked } }', 'text/event-stream')
  expect(stream).toMatchObject({ status: 400, text: expect.stringContaining('"code":"BAD_REQUEST"') })
  // some clients send all operations alike
  const either = await ask('{ __typename }', 'application/json, text/event-stream, multipart/mixed')
  expect(either).toMatchObject({ status: 200, text: expect.stringContaining('"__typename":"Query"') })
})

test('a plan is watched: as it is, each step, and what happened while the connection was away', async () => {
  const { sari, budi, plan, who } = await makeDraft()
  const { cut, close, url } = await wire(Number(new URL((await server()).url).port))
  const stop = new AbortController()
  const client = createClient({ url, token: await signToken(secret, who('Budi'), 1) })
  const { seen, done } = follow(client.watchPlan({ id: plan }, { signal: stop.signal }))
  const told = () => seen.map(({ type, data }) => `${type} ${data?.status} ${data?.history.length}`)
  await expect.poll(told).toEqual(['snapshot DRAFT 1'])
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(told).toEqual(['snapshot DRAFT 1', 'changed SUBMITTED 2'])
  cut()
  await budi.approvePlan({ input: { plan, version: 2 } })
  await expect.poll(told).toEqual(['snapshot DRAFT 1', 'changed SUBMITTED 2', 'changed AGREED 3'])
  stop.abort()
  await done
  close()
})

test('whoever was away for longer than events are kept is told what is new since then', async () => {
  const { sari, budi, plan, who } = await makeDraft()
  const { cut, close, url } = await wire(Number(new URL((await server()).url).port))
  const stop = new AbortController()
  let happened: () => void = () => undefined
  const meanwhile = new Promise<void>((resolve) => {
    happened = resolve
  })
  /** Three days pass while a connection is away, and what is new. */
  const later: typeof fetch = async (input, init) => {
    const body = JSON.parse(String(init?.body))
    const [at, snapshot] = Buffer.from(body.variables.after ?? '', 'base64url')
      .toString()
      .split(' ')
    const old = Buffer.from(`${Number(at) - 3 * 24 * 60 * 60 * 1000} ${snapshot}`).toString('base64url')
    if (snapshot) await meanwhile
    const variables = snapshot ? { ...body.variables, after: old } : body.variables
    return fetch(input, { ...init, body: JSON.stringify({ ...body, variables }) })
  }
  const client = createClient({ url, token: await signToken(secret, who('Budi'), 1), fetch: later })
  const { seen, done } = follow(client.watchNotifications({}, { signal: stop.signal }))
  await expect.poll(() => seen.map(({ type }) => type)).toEqual(['snapshot'])
  cut()
  await sari.submitPlan({ input: { plan, version: 1 } })
  happened()
  await expect.poll(() => seen.map(({ type }) => type)).toEqual(['snapshot', 'resync'])
  const [, resync] = seen
  const added = resync?.type === 'resync' ? resync.difference.added : []
  expect(added.map(({ kind, plan }) => [kind, plan?.status])).toEqual([['PLAN_SUBMITTED', 'SUBMITTED']])
  // and it goes on from there
  await budi.markNotificationsRead()
  await sari.withdrawPlan({ input: { plan, version: 2 } })
  await sari.submitPlan({ input: { plan, version: 3 } })
  await expect.poll(() => seen.at(-1)?.data.totalCount).toBe(3)
  expect(seen.at(-1)?.type).toBe('changed')
  stop.abort()
  await done
  close()
})

test('whoever may not see a plan may not watch it', async () => {
  const { district, plan } = await makeDraft()
  const agus = await district.signIn('Agus')
  await expect(follow(agus.watchPlan({ id: plan })).done).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
