import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { createClient } from '../../sdk/index.ts'
import { makeDistrict } from '../district.ts'
import { type Server, server as shared, startServer } from '../support.ts'
import { ask, connectTo, isFine, lock, type Reply, unavailable } from './outage.ts'

let server: Server
let databaseUrl: string

beforeAll(async () => {
  server = await startServer({ statement_timeout: 60_000, lock_timeout: 60_000 })
  databaseUrl = await addressOf(server)
})

afterAll(() => server.stop())

/** The database of a server, for a connection of the test's own. */
async function addressOf({ database }: Server): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name')
  return Object.assign(new URL(inject('template')), { pathname: `/${rows[0]?.name}` }).href
}

const periods = (url = server.url) => ask(url, '{ periods { code } }')

test('G3: every connection is terminated under load: the pool heals, and nobody ever sees what is somebody else\'s', async () => {
  const { signIn, person } = await makeDistrict()
  const admin = await connectTo(await addressOf(await shared()))
  const names = ['Ratna', 'Hadi', 'Budi', 'Sari', 'Agus'] as const
  const clients = await Promise.all(names.map(async (name) => ({ name, client: await signIn(name) })))
  const askAll = () =>
    Promise.all(
      clients.map(async ({ name, client }) => {
        const own = await client.viewer().catch((error: unknown) => error)
        if (own instanceof Error) return expect(own).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 })
        expect(own).toMatchObject({ person: { id: person(name) } })
      }),
    )
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  for (let round = 0; round < 20; round++) await Promise.all([askAll(), admin.query(terminate), askAll(), askAll()])
  for (const { client } of clients) await vi.waitUntil(() => client.viewer().catch(() => false), 10_000)
  for (const { name, client } of clients) expect(await client.viewer()).toMatchObject({ person: { id: person(name) } })
  await admin.end()
})
