import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { clock, makeDraft } from './live/plans.ts'
import { openSubscriptions, planChanged, signedIn } from './live/socket.ts'
import { type Server, secret, server, startServer } from './support.ts'

/** A server that shares the districts of the others, and waits for nobody long. */
let impatient: Server

beforeAll(async () => {
  await server({ clock })
  impatient = await startServer({
    clock,
    beside: await server(),
    patience: { alive: 2_000, reading: 2_000, looking: 100 },
  })
})
afterAll(() => impatient.stop())

const many = 10_000

/** Makes a plan change very often: more than any buffer between two programs holds. */
async function change(plan: string) {
  const { pool } = (await server()).database
  for (let n = 0; n < many / 500; n++) {
    await pool.query(
      `insert into event (topic, subject, key) select 'PLAN', $1::uuid, $1::uuid from generate_series(1, 500)`,
      [plan.slice(4)],
    )
  }
}

const memory = () => {
  return process.memoryUsage().arrayBuffers + process.memoryUsage().external
}

test('B12: a socket whose client never reads is cut, its buffer bounded', async () => {
  const { plan, who } = await makeDraft()
  const deaf = await signedIn(who('Sari'), { url: impatient.url })
  for (let id = 1; id <= 20; id++) deaf.subscribe(planChanged, { id: plan }, `${id}`)
  await expect.poll(() => openSubscriptions(impatient.url)).toBe(20)
  deaf.socket.pause()
  const before = memory()
  await change(plan)
  await expect.poll(() => openSubscriptions(impatient.url)).toBe(0)
  expect(memory() - before).toBeLessThan(50_000_000)
  deaf.socket.terminate()
})

test('B12: a client that reads nothing of the answers to its pings is cut', async () => {
  const { who } = await makeDraft()
  const deaf = await signedIn(who('Sari'), { url: impatient.url })
  deaf.socket.pause()
  const payload = { text: 'x'.repeat(60_000) }
  for (let n = 0; n < 300; n++) deaf.send({ type: 'ping', payload })
  let broken = false
  deaf.socket.on('error', () => undefined)
  const { _socket: raw } = deaf.socket as unknown as {
    _socket: NodeJS.Socket & { on: (event: string, hear: () => void) => void }
  }
  raw.on('error', () => {
    broken = true
  })
  raw.on('close', () => {
    broken = true
  })
  await expect
    .poll(() => {
      if (!broken) deaf.send({ type: 'ping' })
      return broken
    })
    .toBe(true)
})

test('B12: a stream whose client never reads is cut', async () => {
  const { plan, who } = await makeDraft()
  const { port } = new URL(impatient.url)
  const token = await signToken(secret, who('Sari'), 1)
  const body = JSON.stringify({ query: planChanged, variables: { id: plan } })
  const deaf = connect({ port: Number(port), host: '127.0.0.1' }).on('error', () => undefined)
  deaf.pause()
  deaf.write(
    `POST /graphql HTTP/1.1\r\nhost: example.id\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n` +
      `authorization: Bearer ${token}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  await expect.poll(() => openSubscriptions(impatient.url)).toBe(1)
  await change(plan)
  await expect.poll(() => openSubscriptions(impatient.url)).toBe(0)
  deaf.destroy()
})
