import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { createApp } from '../server/app.ts'
import { type Database, forRequests, openDatabase, patienceOfRequests } from '../server/database/database.ts'

export const secret = 'a secret that only the tests know of'

/** A database of its own, migrated and empty; `drop` it at the end. */
export async function makeDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = new URL(inject('template'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const administer = async (...statements: string[]) => {
    const client = new Client(Object.assign(new URL(template), { pathname: '/postgres' }).href)
    await client.connect()
    try {
      for (const statement of statements) await client.query(statement)
    } finally {
      await client.end()
    }
  }
  // one copy at a time: a template must have no visitors
  await administer(
    "select pg_advisory_lock(hashtext('copy'))",
    `create database ${name} template ${template.pathname.slice(1)}`,
  )
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href
  return { url, drop: () => administer(`drop database ${name} with (force)`) }
}

export interface Server {
  readonly url: string
  readonly database: Database
  stop(): Promise<void>
}

/** A server on a database of its own. */
export async function startServer({
  prepares = true,
  ...settings
}: {
  prepares?: boolean
  statement_timeout?: number
  lock_timeout?: number
} = {}): Promise<Server> {
  const { url, drop } = await makeDatabase()
  const database = await openDatabase(url, { ...forRequests, ...settings }, patienceOfRequests)
  const app = await createApp(database, {
    authSecret: secret,
    production: false,
    prepares,
    log: pino({ level: 'silent' }),
  })
  app.http.listen(0, '127.0.0.1')
  await once(app.http, 'listening')
  const { port } = app.http.address() as AddressInfo
  const stop = async () => {
    await app.stop()
    await database.close()
    await drop()
  }
  return { url: `http://127.0.0.1:${port}/graphql`, database, stop }
}

let started: Promise<Server> | undefined

/** The server that the tests of a file share; each test has a district of its own on it. */
export function server(): Promise<Server> {
  started ??= startServer()
  return started
}

/** The SDK as somebody with a token uses it; without one as a stranger. */
export async function clientOf(who?: Parameters<typeof signToken>[1], hours = 1) {
  const { url } = await server()
  return createClient({ url, token: who && (await signToken(secret, who, hours)) })
}

export const signInOperator = () => clientOf({ role: 'OPERATOR' })

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
