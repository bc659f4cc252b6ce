import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, startServer } from './support.ts'

let server: Server
/** A server beside it that waits for nobody long, for those who are late; the other takes its time, as any does. */
let impatient: Server

beforeAll(async () => {
  server = await startServer()
  const patience = { headers: 300, request: 1_500, looking: 50 }
  impatient = await startServer({ mostConnections: 20, patience, beside: server })
})
afterAll(async () => {
  await impatient.stop()
  await server.stop()
})

const head = 'POST /graphql HTTP/1.1\r\nhost: example.id\r\ncontent-type: application/json\r\n'
const periods = '{"query":"{ periods { code } }"}'

const open = async ({ url } = server) => {
  const { port, hostname } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  // to write to who has closed is no failure of a test
  return socket.on('error', () => undefined)
}

/** All that the server says until it closes. */
async function hear(socket: Socket): Promise<string> {
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  await new Promise((resolve) => socket.once('close', resolve))
  return heard
}

const post = async (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}, { url } = server) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const { errors } = JSON.parse(await response.text())
  return { status: response.status, code: errors?.[0].extensions.code }
}

test('A17: a body of 101 kB is refused, one of 99 kB is read', async () => {
  const padded = (bytes: number) => `{"query":"{ periods { code } }","x":"${'x'.repeat(bytes)}"}`
  expect(await post(padded(101_000))).toEqual({ status: 413, code: 'BAD_REQUEST' })
  expect(await post(padded(99_000))).toEqual({ status: 200, code: undefined })
})

test('A17: a compressed body is refused unread, be it a bomb or not', async () => {
  const bomb = Buffer.from(gzipSync(Buffer.alloc(50_000_000)))
  expect(await post(bomb, { 'content-encoding': 'gzip' })).toEqual({ status: 415, code: 'BAD_REQUEST' })
})

test('A17: a body without end is cut before it fills the memory', async () => {
  const socket = await open()
  const heard = hear(socket)
  socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  let written = 0
  while (!socket.destroyed && written < 200_000_000) {
    written += chunk.length
    if (!socket.write(chunk)) await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve))
  }
  expect(written).toBeLessThan(20_000_000)
  expect(await heard).toMatch(/^HTTP\/1\.1 413 |^$/)
})

test('A17: who announces a body without end and waits is told 413', async () => {
  const socket = await open()
  socket.write(`${head}content-length: 1000000\r\n\r\n`)
  expect(await hear(socket)).toMatch(/^HTTP\/1\.1 413 .*connection: close.*larger than 100 kB/s)
})

test('A17: headers that drip are cut with 408', async () => {
  const socket = await open(impatient)
  const heard = hear(socket)
  socket.write('POST /graphql HTTP/1.1\r\n')
  while (!socket.destroyed) {
    socket.write('x-a: b\r\n')
    await setTimeout(20)
  }
  expect(await heard).toMatch(/^HTTP\/1\.1 408 .*"code":"BAD_REQUEST"/s)
})

test('A17: a body that drips is cut with 408', async () => {
  const socket = await open(impatient)
  const heard = hear(socket)
  socket.write(`${head}content-length: 5000\r\n\r\n`)
  while (!socket.destroyed) {
    socket.write(' ')
    await setTimeout(20)
  }
  expect(await heard).toMatch(/^HTTP\/1\.1 408 .*"code":"TIMEOUT"/s)
})

test('headers of more than 16 kB are refused', async () => {
  const socket = await open()
  socket.write(`${head}x-long: ${'x'.repeat(20_000)}\r\n\r\n`)
  expect(await hear(socket)).toMatch(/^HTTP\/1\.1 431 .*"code":"BAD_REQUEST"/s)
})

test('G7: an answer that takes too long is given up with 504, and its statement cancelled', async () => {
  const { pool } = server.database
  const client = await pool.connect()
  try {
    await client.query('begin; lock table period in access exclusive mode')
    expect(await post(periods, {}, impatient)).toEqual({ status: 504, code: 'TIMEOUT' })
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    while ((await pool.query(waiting)).rowCount) await setTimeout(5)
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(await post(periods)).toMatchObject({ status: 200 })
})

test('a connection is kept for the next request', async () => {
  const socket = await open()
  const asked = `${head}content-length: ${periods.length}\r\n\r\n${periods}`
  for (let time = 0; time < 3; time++) {
    socket.write(asked)
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 200 .*keep-alive: timeout=65/is)
  }
  socket.destroy()
})

test('beyond the most connections nobody is let in, until somebody leaves', async () => {
  const heard = await Promise.all(Array.from({ length: 40 }, async () => hear(await open(impatient))))
  // whoever is let in and says nothing is told that it took too long; the others are told nothing
  const late = heard.filter((text) => text.startsWith('HTTP/1.1 408 '))
  expect(late.length).toBeGreaterThan(0)
  expect(late.length).toBeLessThanOrEqual(20)
  expect(heard.filter((text) => text === '')).toHaveLength(40 - late.length)
  await expect.poll(() => post(periods, {}, impatient).catch(() => undefined)).toMatchObject({ status: 200 })
})

test('a client that leaves in the middle of a body harms nobody', async () => {
  const leaving = request(server.url, { method: 'POST', headers: { 'content-type': 'application/json' } })
  leaving.on('error', () => undefined)
  leaving.write('{"query"')
  await once(leaving, 'socket')
  await setTimeout(20)
  leaving.destroy()
  expect(await post(periods)).toMatchObject({ status: 200 })
})
