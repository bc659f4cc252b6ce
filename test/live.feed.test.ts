import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { Client, type Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { cursorOf, placeOf } from '../server/event/cursor.ts'
import { Feed, type Happening } from '../server/event/feed.ts'
import { forgetOld } from '../server/event/outbox.ts'
import { isSnapshot, isVisible } from '../server/event/snapshot.ts'
import { createLog } from '../server/log.ts'
import { server } from './support.ts'

let pool: Pool
let feed: Feed
const ends: (() => unknown)[] = []

beforeAll(async () => {
  pool = (await server()).database.pool
  feed = new Feed(pool, createLog('silent'))
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
afterAll(() => feed.stop())

const insert = `insert into event (topic, subject, key) values ('PLAN', $1, $2)`

/** Listens to a subject in the background. */
async function listen(subject: string, after: string | null = null) {
  const stop = new AbortController()
  const { from, happenings } = await feed.listen({ topic: 'PLAN', subject }, after, stop.signal)
  const heard: Happening[] = []
  const done = (async () => {
    for await (const happening of happenings) heard.push(happening)
  })()
  ends.push(() => {
    stop.abort()
    return done
  })
  return { from, heard, keys: () => heard.map(({ key }) => key) }
}

async function connect(): Promise<Client> {
  const client = new Client((await server()).databaseUrl)
  await client.connect()
  ends.push(() => client.end())
  return client
}

const uuids = (many: number) => Array.from({ length: many }, () => randomUUID()) as [string, ...string[]]

test('what is committed late is not skipped, and holds nothing up', async () => {
  const [subject, early, late, last] = uuids(4) as [string, string, string, string]
  const { keys, heard } = await listen(subject)
  const slow = await connect()
  await slow.query('begin')
  await slow.query(insert, [subject, late])
  await pool.query(insert, [subject, early])
  await expect.poll(keys).toEqual([early])
  await slow.query('commit')
  await expect.poll(keys).toEqual([early, late])
  await pool.query(insert, [subject, last])
  await expect.poll(keys).toEqual([early, late, last])
  // from each of these places, what came after it comes again
  for (const [index, { cursor }] of heard.entries()) {
    const again = await listen(subject, cursor)
    await expect.poll(again.keys).toEqual([early, late, last].slice(index + 1))
  }
})

test('what is rolled back is never heard of', async () => {
  const [subject, never, then] = uuids(3) as [string, string, string]
  const { keys } = await listen(subject)
  const other = await connect()
  await other.query('begin')
  await other.query(insert, [subject, never])
  await other.query('rollback')
  await pool.query(insert, [subject, then])
  await expect.poll(keys).toEqual([then])
})

test('a cursor taken while a transaction is open brings what it commits afterwards', async () => {
  const [subject, open, early] = uuids(3) as [string, string, string]
  const other = await connect()
  await other.query('begin')
  await other.query(insert, [subject, open])
  const first = await listen(subject)
  await pool.query(insert, [subject, early])
  await expect.poll(first.keys).toEqual([early])

  await other.query('commit')
  const again = await listen(subject, first.heard[0]?.cursor)
  await expect.poll(again.keys).toEqual([open])
  // and from the beginning of the first, both
  const both = await listen(subject, first.from)
  await expect.poll(() => both.keys().toSorted()).toEqual([open, early].toSorted())
})

test('of several at once, whoever goes on from any of them misses none', async () => {
  const [subject, ...keys] = uuids(6)
  const { keys: heard, heard: happenings } = await listen(subject)
  await pool.query(`insert into event (topic, subject, key) select 'PLAN', $1, unnest($2::uuid[])`, [subject, keys])
  await expect.poll(heard).toEqual(keys)
  for (const [index, { cursor }] of happenings.entries()) {
    const rest = keys.slice(index + 1)
    const again = await listen(subject, cursor)
    await expect.poll(again.keys).toEqual(expect.arrayContaining(rest))
    if (!rest.length) expect(again.keys()).toEqual([])
  }
})

test('nothing of another subject is heard', async () => {
  const [subject, other, mine, theirs] = uuids(4) as [string, string, string, string]
  const { keys } = await listen(subject)
  await pool.query(insert, [other, theirs])
  await pool.query(insert, [subject, mine])
  await expect.poll(keys).toEqual([mine])
})

test('however transactions are mixed, each event that is committed is heard, and through a break as well', async () => {
  const clients = [await connect(), await connect(), await connect()]
  const step = fc.record({ who: fc.nat(2), does: fc.constantFrom('write', 'commit', 'rollback', 'break') })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const subject = randomUUID()
      const open = clients.map((): string[] | null => null)
      const committed: string[] = []
      let listening = await listen(subject)
      const heard = new Set<string>()
      for (const { who, does } of [...steps, ...[0, 1, 2].map((who) => ({ who, does: 'commit' as const }))]) {
        const client = clients[who] as Client
        if (does === 'write') {
          if (!open[who]) await client.query('begin')
          const key = randomUUID()
          open[who] = [...(open[who] ?? []), key]
          await client.query(insert, [subject, key])
        } else if (does === 'break') {
          for (const key of listening.keys()) heard.add(key)
          listening = await listen(subject, listening.heard.at(-1)?.cursor ?? listening.from)
        } else if (open[who]) {
          await client.query(does)
          if (does === 'commit') committed.push(...open[who])
          open[who] = null
          feed.wake()
        }
      }
      await expect.poll(() => [...new Set([...heard, ...listening.keys()])].toSorted()).toEqual(committed.toSorted())
    }),
    { numRuns: 15 },
  )
})

test('who reads too slowly is told so, and keeps no more than a thousand events waiting', async () => {
  const [subject, key] = uuids(2) as [string, string]
  const stop = new AbortController()
  ends.push(() => stop.abort())
  const { from, happenings } = await feed.listen({ topic: 'PLAN', subject }, null, stop.signal)
  await pool.query(`insert into event (topic, subject, key) select 'PLAN', $1, $2 from generate_series(1, 1001)`, [
    subject,
    key,
  ])
  // what is there already is handed over whole
  const other = await listen(subject, from)
  await expect.poll(() => other.heard.length).toBe(1_001)
  feed.wake()
  const lateFor = async () => happenings[Symbol.asyncIterator]().next()
  await expect
    .poll(() =>
      lateFor().then(
        () => '',
        (error) => error.extensions.code,
      ),
    )
    .toBe('SERVICE_UNAVAILABLE')
})

test('a cursor is a text of ours, and for two days', () => {
  const place = { at: 1_000, snapshot: '10:20:10,14' }
  expect(placeOf(cursorOf(place), 1_000)).toEqual(place)
  expect(() => placeOf(cursorOf(place), 1_001 + 2 * 24 * 60 * 60 * 1000)).toThrow(/two days/)
  for (const text of [
    '',
    'x',
    cursorOf({ at: 1, snapshot: '20:10:' }),
    `${cursorOf(place)}=`,
    `${cursorOf(place)}\n`,
    'A'.repeat(9_000),
  ])
    expect(() => placeOf(text, 0)).toThrow(/no cursor/)
})

test('whatever is sent as a snapshot, PostgreSQL reads what is let through', async () => {
  const xid = fc.oneof(
    fc.nat(30).map(String),
    fc.constantFrom('', '0', '01', '-1', '18446744073709551616', '9223372036854775807', 'x'),
  )
  const text = fc
    .tuple(xid, xid, fc.array(xid, { maxLength: 4 }))
    .map(([min, max, open]) => `${min}:${max}:${open.join()}`)
  await fc.assert(
    fc.asyncProperty(text, async (snapshot) => {
      if (isSnapshot(snapshot)) await pool.query('select $1::pg_snapshot', [snapshot])
    }),
    { numRuns: 300 },
  )
})

test('what is visible in a snapshot is what PostgreSQL says', async () => {
  for (const snapshot of ['10:20:10,14', '10:10:', '5:9:5,6,7']) {
    for (let xid = 1; xid < 22; xid++) {
      const { rows } = await pool.query('select pg_visible_in_snapshot($1::xid8, $2::pg_snapshot) as seen', [
        xid,
        snapshot,
      ])
      expect(isVisible(`${xid}`, snapshot)).toBe(rows[0].seen)
    }
  }
})

test('what no cursor reaches any more is forgotten', async () => {
  const [subject, old, recent] = uuids(3) as [string, string, string]
  await pool.query(`insert into event (at, topic, subject, key) values (now() - interval '50 hours', 'PLAN', $1, $2)`, [
    subject,
    old,
  ])
  await pool.query(insert, [subject, recent])
  await forgetOld(pool)
  const { rows } = await pool.query('select key from event where subject = $1', [subject])
  expect(rows).toEqual([{ key: recent }])
})
