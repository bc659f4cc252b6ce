import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { inject, onTestFinished, vi } from 'vitest'
import { signToken } from '../../server/access/token.ts'
import { createApp } from '../../server/app.ts'
import { findPostmaster, openCluster, startPostmaster } from '../../server/database/cluster.ts'
import {
  connectDatabase,
  forCommands,
  forRequests,
  openDatabase,
  patienceOfRequests,
} from '../../server/database/database.ts'
import { startEngine } from '../../server/database/engine.ts'
import { plain, secret } from '../support.ts'

/** A PostgreSQL that may be killed. */
export async function startPostgres() {
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-faults-'))
  // PostgreSQL may run as another user
  await chmod(directory, 0o755)
  const engine = await startEngine(directory)
  const cluster = await openCluster(directory)
  const running = async () => (await findPostmaster(cluster))?.ready
  const port = async () => (await findPostmaster(cluster))?.port ?? 0
  return {
    /** Where it is at the moment. */
    url: async () => Object.assign(new URL(engine.url), { port: String(await port()) }).href,
    /** Ends it at once, as `pg_ctl -m immediate` does; what was committed is in its log. */
    async kill() {
      const postmaster = await findPostmaster(cluster)
      if (postmaster) process.kill(postmaster.pid, 'SIGQUIT')
      await vi.waitUntil(async () => !(await findPostmaster(cluster)))
    },
    isRunning: async () => (await running()) ?? false,
    /** Starts it again; the port is another. */
    async start(): Promise<number> {
      await startPostmaster(cluster)
      await vi.waitUntil(running)
      return port()
    },
    async stop() {
      await this.kill()
      await engine.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** A server on a database that somebody else looks after. */
export async function serve(databaseUrl: string) {
  await (await openDatabase(databaseUrl, forCommands)).close()
  const database = await connectDatabase(databaseUrl, forRequests, patienceOfRequests)
  const app = await createApp(database, plain)
  app.http.listen(0, '127.0.0.1')
  await once(app.http, 'listening')
  const { port } = app.http.address() as AddressInfo
  const stop = async () => {
    await app.stop()
    await database.close()
  }
  return { url: `http://127.0.0.1:${port}/graphql`, database, stop }
}

/** What came back, for tests of status and headers. */
export interface Reply {
  readonly status: number
  readonly retryAfter: string | null
  readonly code: string | undefined
  readonly data: Record<string, unknown> | null
}

interface Body {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

/** Asks within the ten seconds that a request may take; as an operator, where no other token or key is given. */
export async function ask(url: string, query: string, credential?: string): Promise<Reply> {
  const token = credential ?? (await signToken(secret, { role: 'OPERATOR' }, 1))
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  })
  const { data = null, errors } = (await response.json()) as Body
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    code: errors?.[0]?.extensions.code,
    data,
  }
}

/** Whether an answer came, whole. */
export const isFine = ({ status, code }: Reply): boolean => status === 200 && code === undefined

/** The reply of a server whose database does not answer. */
export const unavailable = { status: 503, retryAfter: '1', code: 'SERVICE_UNAVAILABLE' }

/** Keeps everybody out of a table. */
export async function lock(databaseUrl: string, table: string) {
  // the one that holds the lock sees the others as they were when it began
  const [holder, watcher] = [await connectTo(databaseUrl), await connectTo(databaseUrl)]
  await holder.query(`begin; lock table ${table} in access exclusive mode`)
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return {
    /** Resolves when so many stand before it. */
    async hasWaiting(count: number) {
      await vi.waitUntil(async () => (await watcher.query(waiting)).rowCount === count)
    },
    async release() {
      await Promise.all([holder.end(), watcher.end()])
    },
  }
}

/** A connection of the test's own, which ends with it. */
export async function connectTo(databaseUrl: string): Promise<Client> {
  const client = new Client(databaseUrl)
  // it may be killed, too
  client.on('error', () => undefined)
  onTestFinished(() => client.end())
  await client.connect()
  return client
}

/** Where a pool leads, for a connection of the test's own. */
export async function addressOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  return Object.assign(new URL(inject('template')), { pathname: `/${rows[0]?.name}` }).href
}
