import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/database/database.ts'
import { ask, connectTo, isFine, lock, serve, startPostgres } from './outage.ts'

// an empty database is given the sample, and its story
vi.setConfig({ testTimeout: 120_000 })

let directory: string
let postgres: Awaited<ReturnType<typeof startPostgres>>
const children: ChildProcess[] = []
/** How long a server may take to get somewhere, in milliseconds. */
const patience = 100_000

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'kinerja-stop-'))
  postgres = await startPostgres()
})

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL')
})

afterAll(async () => {
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
})

/** An empty database. */
async function create(name: string): Promise<string> {
  const admin = await connectTo(await postgres.url())
  await admin.query(`create database ${name}`)
  await admin.end()
  return Object.assign(new URL(await postgres.url()), { pathname: `/${name}` }).href
}

/** A server as `npm start` runs it. */
function launch(databaseUrl: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: directory, PORT: '0', NODE_ENV: '' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env })
  children.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return {
    child,
    async url() {
      await vi.waitUntil(() => output.includes('Ctrl-C stops') || child.exitCode !== null, patience)
      const [url] = /http:\/\/localhost:\d+\/graphql/.exec(output) ?? []
      return url ?? expect.fail(output)
    },
  }
}

/** Sends the signal until the process has ended. */
async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  while (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await setTimeout(200)
  }
  return child.exitCode ?? child.signalCode
}

test('G11: SIGTERM twice, with a request in flight: the server ends, and the next start is fine', async () => {
  const databaseUrl = await create('twice')
  const first = launch(databaseUrl)
  const url = await first.url()
  const { hasWaiting, release } = await lock(databaseUrl, 'period')
  const body = JSON.stringify({ query: '{ periods { code } }' })
  const headers = { 'content-type': 'application/json' }
  const answer = fetch(url, { method: 'POST', headers, body }).catch((error: unknown) => error)
  await hasWaiting(1)
  expect(await end(first.child, 'SIGTERM')).toBe(1)
  expect(await answer).toBeInstanceOf(Error)
  await release()

  const next = await serve(databaseUrl)
  expect(isFine(await ask(next.url, '{ periods { code } }'))).toBe(true)
  await next.stop()
})

test.each([
  ['SIGTERM', 1],
  ['SIGKILL', 'SIGKILL'],
] as const)('G11: %s during a migration: it is undone, and the next start is fine', async (signal, code) => {
  const databaseUrl = await create(`ended_by_${signal.toLowerCase()}`)
  const admin = await connectTo(databaseUrl)
  // lets a migration get as far as its table of supervision
  await admin.query(`
    create function pause() returns event_trigger language plpgsql as $$ begin
      if exists (select from pg_event_trigger_ddl_commands() where object_identity = 'public.supervision') then
        perform pg_advisory_xact_lock(1);
      end if;
    end $$;
    create event trigger pause on ddl_command_end when tag in ('CREATE TABLE') execute function pause();
    select pg_advisory_lock(1)`)
  const watcher = await connectTo(databaseUrl)
  const { child } = launch(databaseUrl)
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
  await vi.waitUntil(async () => (await watcher.query(waiting)).rowCount === 1, patience)
  expect(await end(child, signal)).toBe(code)
  await watcher.query('drop event trigger pause')
  await Promise.all([admin.end(), watcher.end()])

  const { pool, close } = await openDatabase(databaseUrl)
  expect((await pool.query('select from period')).rowCount).toBe(4)
  await close()
})
