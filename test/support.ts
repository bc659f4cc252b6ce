import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, expect, inject } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { createApp, type Settings } from '../server/app.ts'
import {
  connectDatabase,
  type Database,
  forCommands,
  forRequests,
  openDatabase,
  patienceOfRequests,
} from '../server/database/database.ts'
import { grantRights, serverRole } from '../server/database/role.ts'
import { createLog } from '../server/log.ts'
import { administer } from './administer.ts'
import { unsaid, witness } from './witness.ts'

// What a call may be refused with is part of the contract.
afterAll(() => expect([...unsaid]).toEqual([]))

export const secret = 'a secret that only the tests know of'

/** A database of its own, migrated and empty, for its owner and for a server; `drop` it at the end. */
export async function makeDatabase(): Promise<{ url: string; serverUrl: string; drop: () => Promise<void> }> {
  const template = new URL(inject('template'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // one copy at a time: a template must have no visitors
  await administer(
    template.href,
    "select pg_advisory_lock(hashtext('copy'))",
    `create database ${name} template ${template.pathname.slice(1)}`,
  )
  const [url, serverUrl] = [inject('template'), inject('templateAsServer')].map(
    (address) => Object.assign(new URL(address), { pathname: `/${name}` }).href,
  ) as [string, string]
  return { url, serverUrl, drop: () => administer(template.href, `drop database ${name} with (force)`) }
}

export interface Server {
  readonly url: string
  readonly databaseUrl: string
  readonly serverUrl: string
  /** Its database in the hands of the owner, who may do what the server may not. */
  readonly database: Database
  /** The server's own connections. */
  readonly pool: Pool
  stop(): Promise<void>
}

/** What a server is told that is told nothing. */
export const plain: Settings = {
  authSecret: secret,
  oidc: undefined,
  production: false,
  prepares: true,
  origins: 'LOCALHOST',
  metricsToken: undefined,
  trustedDocumentsOnly: false,
  mostConnections: 1_000,
  budget: { capacity: 1e9, perSecond: 1e9 },
  trustedProxies: 0,
  dataDirectory: join(tmpdir(), `kinerja-${randomUUID()}`),
  bucket: undefined,
  mostFailures: 1_000_000,
  log: createLog('silent'),
}

interface Options extends Partial<Settings> {
  /** Another server, whose database this one shares; it must be stopped later. */
  readonly beside?: Server
  /** Milliseconds that a request waits for a connection; by default longer than a busy machine needs. */
  readonly waits?: number
}

/** A server on a database of its own. */
export async function startServer(
  { beside, waits = 20_000, ...settings }: Options = {},
  connection: { statement_timeout?: number; lock_timeout?: number } = {},
): Promise<Server> {
  const { url, serverUrl, drop } = beside
    ? { url: beside.databaseUrl, serverUrl: beside.serverUrl, drop: async () => undefined }
    : await makeDatabase()
  const database = await openDatabase(url, forCommands)
  await grantRights(database.pool, serverRole)
  const patience = { ...patienceOfRequests, connectionTimeoutMillis: waits }
  const own = await connectDatabase(serverUrl, { ...forRequests, ...connection }, patience)
  const app = await createApp(own, { ...plain, ...settings })
  app.http.listen(0, '127.0.0.1')
  await once(app.http, 'listening')
  const { port } = app.http.address() as AddressInfo
  const stop = async () => {
    await app.stop()
    await own.close()
    await database.close()
    await drop()
  }
  return { url: `http://127.0.0.1:${port}/graphql`, databaseUrl: url, serverUrl, database, pool: own.pool, stop }
}

let started: Promise<Server> | undefined

/** The server that the tests of a file share; each test has a district of its own on it. Options are for the first who asks. */
export function server(options?: Options): Promise<Server> {
  started ??= startServer(options)
  return started
}

/** The SDK as somebody with a token uses it; without one as a stranger. */
export async function clientOf(who?: Parameters<typeof signToken>[1], hours = 1) {
  const { url } = await server()
  return createClient({ url, token: who && (await signToken(secret, who, hours)), fetch: witness })
}

export const signInOperator = () => clientOf({ role: 'OPERATOR' })

/** A response's text without its extensions: they tell of the server, not of the graph. */
export function withoutExtensions(text: string): string {
  const place = text.lastIndexOf(',"extensions":{')
  return place < 0 ? text : `${text.slice(0, place)}}`
}

/** A bare request, for what the SDK does not let you send. */
export async function post(body: string, headers: Record<string, string> = {}) {
  const { url } = await server()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return { status: response.status, text: await response.text() }
}
