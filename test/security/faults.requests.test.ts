import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { ApiError, createClient } from '../../sdk/index.ts'
import { newSecret } from '../../server/api-key/secret.ts'
import { forRequests } from '../../server/database/database.ts'
import { makeDistrict } from '../district.ts'
import { type Server, server as shared, startServer } from '../support.ts'
import { addressOf, ask, connectTo, isFine, lock, unavailable } from './outage.ts'

let server: Server
/** How many connections it has. */
let most: number
let databaseUrl: string

beforeAll(async () => {
  server = await startServer({ waits: 2_000 }, { statement_timeout: 60_000, lock_timeout: 60_000 })
  databaseUrl = await addressOf(server.database.pool)
  most = server.pool.options.max ?? 0
})

afterAll(() => server.stop())

const periods = (url = server.url) => ask(url, '{ periods { code } }')

const everybody = ['Ratna', 'Hadi', 'Budi', 'Sari', 'Agus'] as const

test('G3: every connection is terminated under load: the pool heals, and nobody sees what is not his', async () => {
  const { signIn, person, office } = await makeDistrict()
  const admin = await connectTo(await addressOf((await shared()).database.pool))
  const teachers = { Ratna: 2, Hadi: 0, Budi: 2, Sari: 1, Agus: 1 }
  const people = await Promise.all(everybody.map(async (name) => ({ name, client: await signIn(name) })))
  let refused = 0
  const check = async ({ name, client }: (typeof people)[number]) => {
    const [viewer, { totalCount }] = await Promise.all([
      client.viewer({ retries: 0 }),
      client.teachers({ filter: { office } }, { retries: 0 }),
    ])
    expect([viewer?.person?.id, totalCount]).toEqual([person(name), teachers[name]])
  }
  const checkUnderFire = (who: (typeof people)[number]) =>
    check(who).catch((error: unknown) => {
      if (!ApiError.is(error)) throw error
      expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 })
      refused++
    })
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  for (let round = 0; round < 15; round++) {
    const asked = [...people, ...people].map(checkUnderFire)
    await admin.query(terminate)
    await Promise.all(asked)
  }
  expect(refused).toBeGreaterThan(0)
  // idle connections may have been terminated last, and not have told yet
  await vi.waitFor(() => Promise.all([...people, ...people, ...people].map(check)))
  await admin.end()
})

test('G5: slow statements hold every connection: others hear 503 before those end, and no queue grows', async () => {
  const { hasWaiting, release } = await lock(databaseUrl, 'period')
  const slow = Promise.all(Array.from({ length: most }, () => periods()))
  await hasWaiting(most)
  const refused = await Promise.all(Array.from({ length: 100 }, () => ask(server.url, '{ indicators { code } }')))
  for (const reply of refused) expect(reply).toMatchObject(unavailable)
  await hasWaiting(most)
  await release()
  expect((await slow).every(isFine)).toBe(true)
  expect(isFine(await periods())).toBe(true)
})

test('G6: a lock that another session holds: TIMEOUT, and the next request is answered', async () => {
  const hasty = await startServer({}, { lock_timeout: 200 })
  try {
    const { release } = await lock(await addressOf(hasty.database.pool), 'period')
    expect(await periods(hasty.url)).toMatchObject({ status: 504, code: 'TIMEOUT' })
    await release()
    expect(isFine(await periods(hasty.url))).toBe(true)
  } finally {
    await hasty.stop()
  }
  expect(forRequests).toMatchObject({ statement_timeout: 5_000, lock_timeout: 3_000 })
})

test.each([
  ['G6: an API key cannot be looked up', 'api_key', newSecret(newId())],
  ['G6: a budget cannot be asked for points', 'budget', undefined],
])('%s in time, or the connection goes meanwhile: refused as a read would be', async (_, table, credential) => {
  const hasty = await startServer({}, { lock_timeout: 200 })
  onTestFinished(hasty.stop)
  const patient = await startServer({ beside: hasty }, { lock_timeout: 60_000 })
  onTestFinished(patient.stop)
  const address = await addressOf(hasty.database.pool)
  const { hasWaiting, release } = await lock(address, table)
  const asked = (url: string) => ask(url, '{ periods { code } }', credential)
  expect(await asked(hasty.url)).toMatchObject({ status: 504, code: 'TIMEOUT' })
  const waiting = asked(patient.url)
  await hasWaiting(1)
  await hasty.database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  expect(await waiting).toMatchObject(unavailable)
  await release()
})

test('G7: clients go while every connection is held: their statements are cancelled, those of others are not', async () => {
  const { hasWaiting, release } = await lock(databaseUrl, 'period')
  const leaving = new AbortController()
  const client = createClient({ url: server.url })
  const ask = (signal?: AbortSignal) => client.periods(signal && { signal }).catch((error: unknown) => error)
  const staying = ask()
  await hasWaiting(1)
  const gone = Array.from({ length: most - 1 }, () => ask(leaving.signal))
  await hasWaiting(most)
  leaving.abort()
  for (const answer of await Promise.all(gone)) expect(answer).toMatchObject({ name: 'AbortError' })
  await hasWaiting(1)
  await release()
  expect(await staying).toHaveLength(4)
})

test('G7: a client goes while it waits for a connection: no statement is left behind', async () => {
  const held = await lock(databaseUrl, 'period')
  const wanted = await lock(databaseUrl, 'indicator')
  const slow = Promise.all(Array.from({ length: most }, () => periods()))
  await held.hasWaiting(most)
  const leaving = new AbortController()
  const answer = createClient({ url: server.url }).indicators({}, { signal: leaving.signal })
  const gone = answer.catch((error: unknown) => error)
  // what seals the record may wait as well
  await vi.waitUntil(() => server.pool.waitingCount >= 1)
  leaving.abort()
  expect(await gone).toMatchObject({ name: 'AbortError' })
  await held.release()
  await slow
  expect(isFine(await periods())).toBe(true)
  await wanted.hasWaiting(0)
  await wanted.release()
})

test.each([
  ['F8: a serialization failure', '40001', unavailable],
  ['F8: a deadlock', '40P01', unavailable],
  ['G5: no connection left in PostgreSQL', '53300', unavailable],
  ['G6: a statement that took too long', '57014', { status: 504, code: 'TIMEOUT', retryAfter: null }],
  ['G6: a lock that was not to be had', '55P03', { status: 504, code: 'TIMEOUT', retryAfter: null }],
  ['a mistake of ours', '42703', { status: 200, code: 'INTERNAL', retryAfter: null }],
])('%s (%s) is answered as what it is', async (_, sqlstate, answer) => {
  const { database, url, stop } = await startServer()
  try {
    await database.pool.query(`
      create function failing() returns bool language plpgsql as
        $$ begin raise 'failing' using errcode = '${sqlstate}'; end $$;
      alter table period rename to period_kept;
      create view period as select period_kept.* from period_kept where failing()`)
    expect(await periods(url)).toMatchObject(answer)
  } finally {
    await stop()
  }
})
