import { expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { clock, makeDraft } from './live/plans.ts'
import { openSocket, openSubscriptions, planChanged, signedIn } from './live/socket.ts'
import { secret, server, startServer } from './support.ts'

test('G10: a server that stops closes sockets with 1001, ends streams, and clients go on at another', async () => {
  await server({ clock })
  const { sari, plan, who } = await makeDraft()
  const leaving = await startServer({ clock, beside: await server() })
  const token = await signToken(secret, who('Sari'), 1)
  const socket = await signedIn(token, { url: leaving.url })
  socket.subscribe(planChanged, { id: plan })
  const stop = new AbortController()
  const { url } = await server()
  // a load balancer: the first connection goes to the server that stops
  let times = 0
  const balanced: typeof fetch = (_, init) => fetch(times++ ? url : leaving.url, init)
  const client = createClient({ url, token, fetch: balanced })
  const seen: (string | undefined)[] = []
  const done = (async () => {
    for await (const event of client.planChanged({ id: plan }, { signal: stop.signal })) seen.push(event.plan?.status)
  })()
  await expect.poll(() => openSubscriptions(leaving.url)).toBe(2)
  const before = await openSubscriptions()
  // one who has not said yet who he is, which is not waited for long
  const early = await openSocket({ url: leaving.url })
  const stopped = leaving.stop()
  expect([await socket.closed, await early.closed]).toEqual([1001, 1001])
  await sari.submitPlan({ input: { plan, version: 1 } })
  await expect.poll(() => seen).toEqual(['SUBMITTED'])
  expect(await openSubscriptions()).toBe(before + 1)
  stop.abort()
  await Promise.all([done, stopped])
})
