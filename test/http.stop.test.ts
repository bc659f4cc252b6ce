import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDatabase } from './support.ts'

let database: Awaited<ReturnType<typeof makeDatabase>>
/** Who holds the server up, and who looks on. */
let other: Client
let onlooker: Client
const running = new Set<ChildProcess>()

beforeEach(async () => {
  database = await makeDatabase()
  other = new Client(database.url)
  onlooker = new Client(database.url)
  await other.connect()
  await onlooker.connect()
})

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  await other.end()
  await onlooker.end()
  await database.drop()
})

/** The server as a process of its own, on a database that the test can hold up. */
function start() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: database.serverUrl,
      MIGRATION_DATABASE_URL: database.url,
      PORT: '0',
      NODE_ENV: 'production',
      AUTH_SECRET: 'a secret for one test, and long enough',
    },
  })
  running.add(child)
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said.text += chunk
    })
  const port = async () => {
    await expect.poll(() => said.text, { timeout: 60_000 }).toContain('is ready at')
    return Number(/localhost:(\d+)/.exec(said.text)?.[1])
  }
  return { child, said, port, ended: once(child, 'exit') as Promise<[number | null, string | null]> }
}

const waiting = async (what: string) => {
  const query = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`
  await expect.poll(async () => (await onlooker.query(query, [what])).rowCount).toBeGreaterThan(0)
}

const periods = (port: number) =>
  fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ periods { code } }"}',
  })

async function open(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return {
    async ask(path: string): Promise<string> {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: example.id\r\n\r\n`)
      return String(await once(socket, 'data'))
    },
  }
}

/** Resolves when nobody is let in any more. */
async function closed(at: number): Promise<void> {
  const isOpen = async () => {
    const socket = connect(at, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return true
    } catch {
      return false
    } finally {
      socket.destroy()
    }
  }
  await expect.poll(isOpen).toBe(false)
}

test('G10: at SIGTERM what is in flight is answered, what is new refused, and the process ends well', async () => {
  const { child, port, ended, said } = start()
  const at = await port()
  const [early, late, living] = [await open(at), await open(at), await open(at)]
  await other.query('begin; lock table period in access exclusive mode')
  const inFlight = periods(at)
  await waiting('%period%')
  child.kill('SIGTERM')
  await closed(at)
  for (const [socket, path] of [
    [early, '/graphql'],
    [late, '/health/ready'],
  ] as const) {
    const answer = await socket.ask(path)
    expect(answer).toMatch(/^HTTP\/1\.1 503 .*"code":"SERVICE_UNAVAILABLE"/s)
    expect(answer).toMatch(/^retry-after: 1\r$/im)
    expect(answer).toMatch(/^connection: close\r$/im)
  }
  expect(await living.ask('/health/live')).toMatch(/^HTTP\/1\.1 200 /)
  await other.query('rollback')
  const answer = await inFlight
  expect(answer.status).toBe(200)
  expect(answer.headers.get('connection')).toBe('close')
  expect(JSON.parse(await answer.text()).data.periods).toHaveLength(4)
  expect(await ended).toEqual([0, null])
  expect(said.text).not.toMatch(/error|cut while/i)
})

test('G11: a second SIGTERM ends the process at once, and the database is none the worse', async () => {
  const { child, port, ended } = start()
  const at = await port()
  await other.query('begin; lock table period in access exclusive mode')
  const inFlight = periods(at).catch(() => 'cut')
  await waiting('%period%')
  child.kill('SIGTERM')
  await closed(at)
  child.kill('SIGTERM')
  expect(await ended).toEqual([1, null])
  expect(await inFlight).toBe('cut')
  await other.query('rollback')
  const next = start()
  expect((await periods(await next.port())).status).toBe(200)
})

test('G11: SIGTERM while the database is brought up to date: that is finished, and nobody let in', async () => {
  await other.query(`begin; select pg_advisory_xact_lock(hashtext('kinerja migrations'))`)
  const { child, ended, said } = start()
  await waiting('%pg_advisory_xact_lock%')
  child.kill('SIGTERM')
  await setTimeout(200)
  expect(child.exitCode).toBeNull()
  await other.query('rollback')
  expect(await ended).toEqual([0, null])
  expect(said.text).not.toContain('is ready')
})
