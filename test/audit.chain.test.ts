import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { entryText, hashOf, sealText } from '../server/audit/canonical.ts'
import { type Entry, record } from '../server/audit/record.ts'
import { seal } from '../server/audit/seal.ts'
import { verify } from '../server/audit/verify.ts'
import { today } from '../server/calendar.ts'
import { type Database, openDatabase } from '../server/database/database.ts'
import { makeDatabase } from './support.ts'

// sealing waits for the transactions of all databases of the server, those of other tests too
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** A database of a test's own, where nothing seals but the test. */
async function makeChain(entries = 6) {
  // all of it is sealed on one day: whoever comes shortly before midnight waits for the next
  await vi.waitUntil(() => today() === today(Date.now() + 60_000), { timeout: 90_000, interval: 1_000 })
  const { url, drop } = await makeDatabase()
  const database = await openDatabase(url)
  const chain = {
    url,
    pool: database.pool,
    add: () => record(database.pool, entry()),
    /** Seals until all is sealed: other tests' transactions may hold it up. */
    sealed: () => vi.waitFor(async () => expect(await sealedOf(database)).toBe(true), { timeout: 60_000 }),
    /** As a superuser can, past every trigger. */
    tamper: async (...statements: string[]) => {
      await inTransaction(database, async (client) => {
        await client.query('set local session_replication_role = replica')
        for (const statement of statements) await client.query(statement)
      })
    },
    verify: (...options: string[]) => runVerify(url, options),
    problem: () => problemIn(database),
    end: () => database.close().then(drop),
  }
  for (let number = 0; number < entries; number += 1) {
    await chain.add()
    if (number % 2) await chain.sealed()
  }
  return chain
}

const entry = (): Entry => ({
  viewer: { role: 'OPERATOR', person: null, apiKey: null },
  action: 'READ',
  type: 'Person',
  subjects: [randomUUID(), randomUUID()],
  requestId: randomUUID(),
})

async function sealedOf({ pool }: Database) {
  await seal(pool)
  const { rows } = await pool.query<{ entries: string; sealed: string }>(
    'select (select count(*) from audit_entry) as entries, (select sum(cardinality(ids)) from audit_seal) as sealed',
  )
  return rows[0]?.entries === rows[0]?.sealed
}

async function inTransaction({ pool }: Database, work: (client: PoolClient) => Promise<void>) {
  const client = await pool.connect()
  await client.query('begin')
  await work(client)
  await client.query('commit')
  client.release()
}

async function problemIn({ pool }: Database) {
  const client = await pool.connect()
  let problem: string | null = null
  for await (const day of verify(client)) problem = day.problem
  client.release()
  return problem
}

async function runVerify(url: string, options: readonly string[] = []) {
  const command = ['--import', 'tsx', 'server/commands/audit-verify.ts', ...options]
  const run = promisify(execFile)(process.execPath, command, { env: { ...process.env, DATABASE_URL: url } })
  return run
    .then(({ stdout }) => ({ code: 0, stdout }))
    .catch(({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout: stdout + stderr,
    }))
}

type Chain = Awaited<ReturnType<typeof makeChain>>
let shared: Chain

beforeAll(async () => {
  shared = await makeChain()
})

afterAll(() => shared.end())

test('the chain is whole, day by day, and its head is told', async () => {
  const { code, stdout } = await shared.verify()
  expect(stdout).toMatch(new RegExp(`^${today()}: 6 entries in [3-6] seals, head [0-9a-f]{64}, ok\\n$`))
  expect(code).toBe(0)
  const head = /head (\w+)/.exec(stdout)?.[1] ?? ''
  expect(await shared.verify('--day', today(), '--head', head)).toEqual({ code: 0, stdout })
  expect(await shared.verify('--day', '2020-01-01')).toEqual({ code: 0, stdout: 'nothing is sealed\n' })
})

test('an argument that cannot be meant is refused', async () => {
  expect(await shared.verify('--head', 'abc')).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/64 characters/),
  })
})

/** What a superuser does to the third entry or the second seal, and what is found. */
const deeds: readonly [string, string[], RegExp][] = [
  ['changes an entry', ["update audit_entry set subjects = '{}' where id = 3"], /^entry 3 was changed$/],
  ['moves an entry in time', ["update audit_entry set at = at - interval '1 day' where id = 3"], /entry 3 was changed/],
  ['deletes an entry', ['delete from audit_entry where id = 3'], /entry 3 was deleted/],
  [
    'inserts an entry afterwards',
    [
      `insert into audit_entry (xid, role, action, type, subjects)
       select xid, 'OPERATOR', 'READ', 'Person', '{}' from audit_entry where id = 3`,
    ],
    /entry 7 was inserted afterwards/,
  ],
  [
    'puts two entries in another order',
    [
      'alter table audit_entry alter id drop identity',
      'update audit_entry set id = -3 where id = 3',
      'update audit_entry set id = 3 where id = 4',
      'update audit_entry set id = 4 where id = -3',
    ],
    /entry 3 was changed/,
  ],
  ['changes a seal', ["update audit_seal set hashes[1] = '\\x00' where number = 2"], /seal 2 was changed/],
  ['deletes a seal', ['delete from audit_seal where number = 2'], /seal 2 is missing/],
  [
    'rewrites a seal with its hash',
    [
      `update audit_seal seal set hashes[1] = '\\x00' where number = 2`,
      `update audit_seal seal set hash = ${hashOf(sealText('seal'))} where number = 2`,
    ],
    /entry \d was changed/,
  ],
  [
    'rewrites a seal, its hash and its entry',
    [
      `update audit_entry entry set subjects = '{}' where id = (select ids[1] from audit_seal where number = 2)`,
      `update audit_seal seal set hashes[1] = (
        select ${hashOf(entryText('entry'))} from audit_entry entry where id = seal.ids[1]) where number = 2`,
      `update audit_seal seal set hash = ${hashOf(sealText('seal'))} where number = 2`,
    ],
    /seal 3 does not stand on 2/,
  ],
  [
    'changes a seal and its hash',
    [`update audit_seal seal set hash = sha256('other'), day = day - 1 where number = 2`],
    /seal 2 was changed/,
  ],
]

test.each(deeds)('H2: a superuser %s, and it is found', async (_, statements, found) => {
  const chain = await makeChain()
  await chain.tamper(...statements)
  expect(await chain.problem()).toMatch(found)
  await chain.end()
})

test('H2: the command names the first bad entry, and fails', async () => {
  const chain = await makeChain()
  await chain.tamper("update audit_entry set action = 'other' where id in (3, 5)")
  const stdout = `${today()}: entry 3 was changed\n`
  expect(await chain.verify()).toEqual({ code: 1, stdout })
  expect(await chain.verify('--day', today())).toEqual({ code: 1, stdout })
  await chain.end()
})

test('H2: a tail that was rewritten whole is found by a head that was kept elsewhere', async () => {
  const chain = await makeChain()
  const head = /head (\w+)/.exec((await chain.verify()).stdout)?.[1] ?? ''
  await chain.tamper('delete from audit_seal where number > 1', 'delete from audit_entry where id = 6')
  await chain.sealed()
  expect(await chain.verify()).toMatchObject({ code: 0, stdout: expect.stringMatching(/5 entries in .* ok/) })
  expect(await chain.verify('--head', head)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/the head is in no seal/),
  })
  await chain.end()
})

test('H3: many writers and sealers at once: no fork, and nothing is missed', async () => {
  const chain = await makeChain(0)
  const writers = Array.from({ length: 100 }, () => chain.add())
  const sealers = Array.from({ length: 40 }, () => seal(chain.pool))
  await Promise.all([...writers, ...sealers])
  await chain.sealed()
  const { rows } = await chain.pool.query('select count(*), count(distinct previous) as stems from audit_seal')
  expect(rows[0].stems).toBe(rows[0].count)
  expect(await chain.verify()).toMatchObject({ code: 0, stdout: expect.stringMatching(/: 100 entries in .* ok/) })
  await chain.end()
})

test('H3: what is committed late is sealed when it comes, not missed', async () => {
  const chain = await makeChain(0)
  const late = await chain.pool.connect()
  await late.query('begin')
  await record(late, entry())
  await chain.add()
  await seal(chain.pool)
  await late.query('commit')
  late.release()
  await chain.sealed()
  expect((await chain.verify()).stdout).toMatch(/: 2 entries in .* ok\n$/)
  await chain.end()
})

test('entries that wait too long to be sealed are told', async () => {
  const chain = await makeChain(0)
  await record(chain.pool, { ...entry(), at: new Date(Date.now() - 6_000) })
  expect(await chain.verify()).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^nothing is sealed\nwaiting for more than 5 s to be sealed: 1\./),
  })
  await chain.end()
})
