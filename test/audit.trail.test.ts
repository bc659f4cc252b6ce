import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { v7 as newId } from 'uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import type { Entry } from '../server/audit/record.ts'
import { Trail } from '../server/audit/trail.ts'
import { type Database, openDatabase } from '../server/database/database.ts'
import { makeDatabase, secret, startServer } from './support.ts'

const nip = '198507142010012012'

async function addPerson({ pool }: Database) {
  await pool.query(
    `insert into person (id, key, name, nip, employment, sex, birth_date) values ($1, 'P-1', 'Sari', $2, 'PNS', 'F', '1985-07-14')`,
    [newId(), nip],
  )
}

/** Reads what goes on record, as an operator. */
async function read(url: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}`,
    },
    body: JSON.stringify({ query: `{ person(nip: "${nip}") { birthDate } }` }),
  })
  const { data, errors } = (await response.json()) as Answer
  return { status: response.status, birthDate: data?.person?.birthDate, code: errors?.[0]?.extensions.code }
}

interface Answer {
  readonly data?: { readonly person: { readonly birthDate: string } | null } | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

const found = { status: 200, birthDate: '1985-07-14' }

const count = async ({ pool }: Database) => {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int from audit_entry')
  return rows[0]?.count
}

const entry = (): Entry => ({
  viewer: { role: 'OPERATOR', person: null, apiKey: null },
  action: 'READ',
  type: 'Person',
  subjects: [newId()],
  requestId: newId(),
})

const silent = { error: () => undefined }

/** A database that refuses while `away`, and tells what it was given. */
function makeWriter() {
  const writer = {
    away: false,
    batches: [] as unknown[][],
    async query(_: string, [entries]: unknown[]) {
      if (writer.away) throw new Error('the database is away')
      writer.batches.push(JSON.parse(String(entries)))
    },
  }
  return writer
}

test('entries are written together, and the last ones at the end', async () => {
  const writer = makeWriter()
  const trail = new Trail(writer, silent)
  for (let number = 0; number < 3; number += 1) trail.add([entry()])
  expect(writer.batches).toEqual([])
  await trail.stop()
  expect(writer.batches.map(({ length }) => length)).toEqual([3])
})

test('what a failing database refuses is kept and tried again; beyond the limit, reads are refused', async () => {
  const writer = makeWriter()
  const trail = new Trail(writer, silent, 6)
  writer.away = true
  for (let number = 0; number < 3; number += 1) trail.add([entry()])
  expect(() => trail.add([entry()])).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }) }),
  )
  await expect(trail.stop()).rejects.toThrow('the database is away')
  writer.away = false
  await trail.stop()
  expect(writer.batches.flat()).toHaveLength(3)
  trail.add([entry()])
  await trail.stop()
})

test('a read that cannot be recorded is refused with 503, and what could be is recorded later', async () => {
  const server = await startServer({ mostUnrecorded: 1 })
  const { pool } = server.database
  await addPerson(server.database)
  await pool.query('alter table audit_entry rename to audit_entry_away')
  expect(await read(server.url)).toMatchObject(found)
  expect(await read(server.url)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 })
  expect(await createClient({ url: server.url }).periods()).toHaveLength(4)
  await pool.query('alter table audit_entry_away rename to audit_entry')
  // a moment after it is written the server knows it
  await vi.waitFor(async () => expect(await read(server.url)).toMatchObject(found))
  await vi.waitFor(async () => expect(await count(server.database)).toBe(2))
  await server.stop()
})

test('a server that stops has written all it gave', async () => {
  const { url, serverUrl, drop } = await makeDatabase()
  const database = await openDatabase(url)
  await addPerson(database)
  const { server, address } = await startProcess(url, serverUrl)
  await Promise.all(Array.from({ length: 20 }, () => read(address)))
  server.kill('SIGTERM')
  await once(server, 'close')
  expect(await count(database)).toBe(20)
  await database.close()
  await drop()
})

test('entries do not wait longer than a second for others', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const writer = makeWriter()
  const trail = new Trail(writer, silent)
  trail.add([entry()])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(writer.batches.flat()).toHaveLength(1)
  await trail.stop()
})

test('after a crash there is an entry for whatever was answered a while before', async () => {
  const { url, serverUrl, drop } = await makeDatabase()
  const database = await openDatabase(url)
  await addPerson(database)
  const { server, address } = await startProcess(url, serverUrl)
  await Promise.all(Array.from({ length: 20 }, () => read(address)))
  await vi.waitFor(async () => expect(await count(database)).toBe(20))
  server.kill('SIGKILL')
  await once(server, 'close')
  expect(await count(database)).toBe(20)
  await database.close()
  await drop()
})

/** Starts a server as `npm start` does, on a database and as its user there; resolves when it is ready. */
async function startProcess(owner: string, url: string): Promise<{ server: ChildProcess; address: string }> {
  const addresses = { DATABASE_URL: url, MIGRATION_DATABASE_URL: owner }
  const env = { ...process.env, ...addresses, PORT: '0', NODE_ENV: 'production', AUTH_SECRET: secret }
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env })
  let output = ''
  for await (const chunk of server.stdout) {
    output += chunk
    const address = /ready at (\S+)/.exec(output)?.[1]
    if (address) return { server, address }
  }
  throw new Error('the server did not start')
}
