import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { admit } from '../server/supervision/forest.ts'
import { pathDifferences, rebuildPaths, refreshPaths } from '../server/supervision/path.ts'
import { makeDatabase } from './support.ts'

let client: Client
let another: Client
let drop: () => Promise<void>

interface Edge {
  subordinate: number
  supervisor: number
  capacity: 'APPRAISER' | 'WORK_TEAM'
  from: number
  until: number | null
}

const people = 7
const lastDay = 13

beforeAll(async () => {
  const database = await makeDatabase()
  client = new Client(database.url)
  another = new Client(database.url)
  await Promise.all([client.connect(), another.connect()])
  drop = async () => {
    await Promise.all([client.end(), another.end()])
    await database.drop()
  }
  await client.query(`insert into office (code, name, level) values ('35', 'Dinas Pendidikan', 'PROVINCE')`)
  await client.query(`insert into person (id, key, name, employment, sex, birth_date)
    values ('${id(0)}', 'Ani', 'Ani', 'PNS', 'F', '1980-01-01')`)
  await client.query(`insert into assignment (id, key, person_id, position, basis, office_code, validity)
    select ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, number, '${id(0)}',
      'OFFICE_ADMIN', 'DEFINITIVE', '35', '[2024-01-01,)' from generate_series(0, ${people - 1}) number`)
})

afterAll(() => drop())

beforeEach(async () => {
  await client.query('truncate supervision, supervision_path')
})

test('a teacher is below the principal, and below the head while the principal is', async () => {
  await commit([edge(2, 1, 0, 8), edge(1, 0, 4)])
  const { rows } = await client.query(`select descendant_id, ancestor_id, parent_id, depth, validity::text
    from supervision_path order by depth, descendant_id`)
  expect(rows).toEqual([
    { descendant_id: id(1), ancestor_id: id(0), parent_id: id(0), depth: 1, validity: `[${day(4)},)` },
    { descendant_id: id(2), ancestor_id: id(1), parent_id: id(1), depth: 1, validity: `[${day(0)},${day(8)})` },
    { descendant_id: id(2), ancestor_id: id(0), parent_id: id(1), depth: 2, validity: `[${day(4)},${day(8)})` },
  ])
})

test('a work team counts one step, neither over others nor through them', async () => {
  await commit([edge(2, 1, 0), edge(1, 0, 0, null, 'WORK_TEAM'), edge(3, 2, 0, null, 'WORK_TEAM')])
  const { rows } = await client.query('select ancestor_id, capacity, depth from supervision_path order by ancestor_id')
  expect(rows).toEqual([
    { ancestor_id: id(0), capacity: 'WORK_TEAM', depth: 1 },
    { ancestor_id: id(1), capacity: 'APPRAISER', depth: 1 },
    { ancestor_id: id(2), capacity: 'WORK_TEAM', depth: 1 },
  ])
})

test('after any history the paths are those of the edges, day by day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 6 }), async (history) => {
      await client.query('begin')
      try {
        let edges: Edge[] = []
        for (const changes of history) {
          const before = edges
          for (const change of changes) edges = apply(edges, change)
          await store(before, edges)
          expect(await storedDays()).toEqual(naiveDays(edges))
        }
        expect(await pathDifferences(client)).toEqual({ missing: [], missingCount: 0, surplus: [], surplusCount: 0 })
      } finally {
        await client.query('rollback')
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('a change in a few people’s edges leaves the paths of all others where they are', async () => {
  const first = [edge(1, 0, 0), edge(2, 1, 0), edge(4, 3, 0), edge(5, 4, 0)]
  await commit(first)
  const places = 'select ctid::text from supervision_path where descendant_id = any($1) order by ctid'
  const others = [[id(4), id(5)]]
  const before = await client.query(places, others)
  await commit([edge(2, 0, 0), ...first.slice(2), edge(1, 0, 0)], first)
  expect((await client.query(places, others)).rows).toEqual(before.rows)
})

test('two changes to one chain at the same time both count', async () => {
  const [teacher, principal] = [edge(2, 1, 0), edge(1, 0, 0)]
  await client.query('begin')
  await another.query('begin')
  await store([], [teacher])
  const later = store([], [principal], another)
  await Promise.race([later, setTimeout(200)])
  await client.query('commit')
  await later
  await another.query('commit')
  expect(await storedDays()).toEqual(naiveDays([teacher, principal]))
})

test('edges that go round in a circle are an error, not an endless recursion', async () => {
  await expect(commit([edge(1, 0, 0), edge(2, 1, 0), edge(0, 2, 0)])).rejects.toThrow(/goes round in a circle/)
})

test('a change outside of a transaction is refused', async () => {
  await client.query('create temporary table lonely (id uuid)')
  await expect(refreshPaths(client, 'lonely')).rejects.toThrow()
})

test('a row that was tampered with is found, and a rebuild puts it right', async () => {
  await commit([edge(1, 0, 0), edge(2, 1, 0, 8), edge(3, 2, 0, null, 'WORK_TEAM')])
  await client.query(`update supervision_path set validity = '[2024-01-01,)' where depth = 2`)
  await client.query('insert into supervision_path select * from supervision_path where ancestor_id = $1', [id(2)])
  await client.query('delete from supervision_path where descendant_id = $1', [id(1)])
  const row = { descendant: id(2), ancestor: id(0), parent: id(1), capacity: 'APPRAISER', depth: 2 }
  expect(await pathDifferences(client)).toEqual({
    missing: [
      { ...row, descendant: id(1), parent: id(0), depth: 1, validity: `[${day(0)},)` },
      { ...row, validity: `[${day(0)},${day(8)})` },
    ],
    missingCount: 2,
    surplus: [
      { ...row, validity: `[${day(0)},)` },
      { descendant: id(3), ancestor: id(2), parent: id(2), capacity: 'WORK_TEAM', depth: 1, validity: `[${day(0)},)` },
    ],
    surplusCount: 2,
  })
  await client.query('begin')
  await rebuildPaths(client)
  await client.query('commit')
  expect(await pathDifferences(client)).toMatchObject({ missingCount: 0, surplusCount: 0 })
})

type Change = Edge & { kind: 'insert' | 'delete' | 'move'; which: number }

const change: fc.Arbitrary<Change> = fc
  .record({
    kind: fc.constantFrom('insert', 'insert', 'insert', 'move', 'delete'),
    which: fc.nat(50),
    subordinate: fc.nat(people - 1),
    supervisor: fc.nat(people - 1),
    capacity: fc.constantFrom('APPRAISER', 'APPRAISER', 'APPRAISER', 'WORK_TEAM'),
    from: fc.nat(lastDay - 1),
    length: fc.integer({ min: 1, max: 2 * lastDay }),
  })
  .map(({ length, ...row }) => ({ ...row, until: row.from + length < lastDay ? row.from + length : null }))
const batch = fc.array(change, { minLength: 1, maxLength: 6 })

/** The edges after a change, or as they were when a forest does not admit it. */
function apply(edges: Edge[], { kind, which, ...wish }: Change): Edge[] {
  if (kind === 'insert') return add(edges, wish)
  const chosen = edges[which % Math.max(edges.length, 1)]
  if (!chosen) return edges
  const rest = edges.filter((other) => other !== chosen)
  if (kind === 'delete') return rest
  const moved = add(rest, { ...chosen, from: wish.from, until: wish.until })
  return moved === rest ? edges : moved
}

function add(edges: Edge[], wish: Edge): Edge[] {
  if (wish.subordinate === wish.supervisor) return edges
  if (wish.capacity === 'WORK_TEAM') {
    const twin = (other: Edge) => other.capacity === 'WORK_TEAM' && key(other) === key(wish)
    return edges.some(twin) ? edges : [...edges, wish]
  }
  const written = [...edges.filter(({ capacity }) => capacity === 'APPRAISER'), wish].map((row) => ({
    line: row === wish ? 1 : 0,
    subordinate: id(row.subordinate),
    supervisor: id(row.supervisor),
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
  }))
  return admit(written).length ? edges : [...edges, wish]
}

const key = ({ subordinate, supervisor, from }: Edge) => [subordinate, supervisor, from].join()

async function commit(edges: Edge[], before: Edge[] = []): Promise<void> {
  await client.query('begin')
  try {
    await store(before, edges)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function store(before: Edge[], after: Edge[], by = client): Promise<void> {
  const gone = before.filter((row) => !after.includes(row))
  const come = after.filter((row) => !before.includes(row))
  for (const row of gone) {
    await by.query(
      `delete from supervision where subordinate_id = $1 and supervisor_id = $2 and capacity = $3
         and lower(validity) = $4`,
      [id(row.subordinate), id(row.supervisor), row.capacity, day(row.from)],
    )
  }
  for (const row of come) {
    await by.query(
      `insert into supervision (id, subordinate_id, supervisor_id, capacity, validity)
         values (gen_random_uuid(), $1, $2, $3, daterange($4, $5))`,
      [
        id(row.subordinate),
        id(row.supervisor),
        row.capacity,
        day(row.from),
        row.until === null ? null : day(row.until),
      ],
    )
  }
  await by.query('create temporary table changed (id uuid) on commit drop')
  await by.query('insert into changed select unnest($1::uuid[])', [
    [...gone, ...come].map((row) => id(row.subordinate)),
  ])
  await refreshPaths(by, 'changed')
  await by.query('drop table changed')
}

/** Who is above whom on each day: day, descendant, ancestor, parent, capacity, depth. */
function naiveDays(edges: readonly Edge[]): string[] {
  const lines: string[] = []
  for (let today = 0; today <= lastDay; today++) {
    const valid = edges.filter(({ from, until }) => from <= today && (until === null || today < until))
    const above = (below: number) => valid.find((row) => row.capacity === 'APPRAISER' && row.subordinate === below)
    for (const { subordinate, supervisor, capacity } of valid) {
      lines.push([day(today), id(subordinate), id(supervisor), id(supervisor), capacity, 1].join(' '))
      if (capacity === 'WORK_TEAM') continue
      let next = above(supervisor)
      for (let depth = 2; next; depth++, next = above(next.supervisor)) {
        lines.push([day(today), id(subordinate), id(next.supervisor), id(supervisor), capacity, depth].join(' '))
      }
    }
  }
  // two spells in one work team may overlap; they count once
  return [...new Set(lines)].sort()
}

async function storedDays(): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `
    select concat_ws(' ', today::date, descendant_id, ancestor_id, parent_id, capacity, depth) as line
    from supervision_path, generate_series($1::date, $2::date, interval '1 day') today
    where validity @> today::date`,
    [day(0), day(lastDay)],
  )
  return rows.map(({ line }) => line).sort()
}

function edge(
  subordinate: number,
  supervisor: number,
  from: number,
  until: number | null = null,
  capacity: Edge['capacity'] = 'APPRAISER',
): Edge {
  return { subordinate, supervisor, capacity, from, until }
}

function id(person: number): string {
  return `00000000-0000-7000-8000-${String(person).padStart(12, '0')}`
}

function day(number: number): string {
  return `2024-01-${String(number + 1).padStart(2, '0')}`
}
