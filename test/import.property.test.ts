import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { tables } from '../server/sample/table.ts'
import { pathDifferences } from '../server/supervision/path.ts'
import { csv, makeTown, places, type Town } from './import.delivery.ts'

let town: Town

beforeAll(async () => {
  town = await makeTown()
  await town.deliver(places)
})

afterAll(() => town.close())

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'P1', 'A1', 'A2', '35', '35.78', '20500001', '2023-01-01', '2024-01-01', '\\N', '\\.', '\t'),
  fc.constantFrom('PNS', 'NON_ASN', 'M', 'F', 'TEACHER', 'DEFINITIVE', 'APPRAISER', 'WORK_TEAM', '198507142010012012'),
)

// a row that is good but for some cells
const row = (good: object) =>
  fc.dictionary(fc.constantFrom(...Object.keys(good)), cell, { maxKeys: 2 }).map((garbage) => ({ ...good, ...garbage }))

const people = {
  person_key: 'P1',
  name: 'Sari',
  nip: '',
  nuptk: '',
  employment: 'NON_ASN',
  sex: 'F',
  birth_date: '1985-07-14',
}
const assignments = {
  assignment_key: 'A1',
  person_key: 'P1',
  npsn: '20500001',
  office_code: '',
  from: '2023-01-01',
  until: '',
}
const supervision = {
  subordinate_key: 'A2',
  supervisor_key: 'A1',
  capacity: 'APPRAISER',
  from: '2023-01-01',
  until: '',
}

test('garbage in cells never throws, and every row is either loaded or refused', async () => {
  const folder = fc.record({
    people: fc.array(row(people), { maxLength: 4 }),
    assignments: fc.array(fc.oneof(row(assignments), row({ ...assignments, assignment_key: 'A2' })), { maxLength: 6 }),
    supervision: fc.array(row(supervision), { maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(folder, async (rows) => {
      const { files } = await town.deliver(rows)
      for (const { rows, inserted, updated, unchanged, refused } of files) {
        expect(inserted + updated + unchanged + refused).toBe(rows)
      }
    }),
    { numRuns: 60 },
  )
})

test('garbage for a file never throws and never loads', async () => {
  const line = fc.array(cell, { maxLength: 10 }).map((cells) => cells.join(','))
  const file = (table: keyof typeof tables) => fc.array(line).map((lines) => `${csv(table, [])}${lines.join('\n')}`)
  await fc.assert(
    fc.asyncProperty(file('schools'), file('report-card-scores'), async (schools, scores) => {
      const { files } = await town.deliver({ schools, 'report-card-scores': scores })
      for (const { rows, refused } of files) expect(refused).toBe(rows)
    }),
    { numRuns: 40 },
  )
})

const outside = `select s.id from supervision s
  join assignment a on a.id = s.subordinate_id join assignment b on b.id = s.supervisor_id
  where not (s.validity <@ a.validity and s.validity <@ b.validity)`

test('whatever is delivered after what, edges fit their assignments, paths fit the edges, and nothing changes twice', async () => {
  const numbers = [1, 2, 3, 4]
  const date = fc.constantFrom('2023-01-01', '2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01')
  const interval = fc.tuple(date, fc.oneof(fc.constant(''), date)).filter(([from, until]) => !until || from < until)
  const assignment = fc.tuple(fc.constantFrom(...numbers), interval).map(([number, [from, until]]) => ({
    assignment_key: `B${number}`,
    person_key: `P${number}`,
    from,
    until,
  }))
  const number = fc.constantFrom(...numbers)
  const edge = fc.tuple(number, number, interval, fc.constantFrom('APPRAISER', 'APPRAISER', 'WORK_TEAM'))
  const edges = edge.map(([one, two, [from, until], capacity]) => ({
    subordinate_key: `B${one}`,
    supervisor_key: `B${two}`,
    from,
    until,
    capacity,
  }))
  const delivery = fc.record({
    assignments: fc.array(assignment, { maxLength: 3 }),
    supervision: fc.array(edges, { maxLength: 8 }),
  })
  await town.deliver({ people: numbers.map((person) => ({ person_key: `P${person}`, name: 'Sari' })) })
  await fc.assert(
    fc.asyncProperty(fc.array(delivery, { minLength: 2, maxLength: 4 }), async (deliveries) => {
      await town.pool.query('truncate supervision_path, supervision, assignment cascade')
      await town.deliver({
        assignments: numbers.map((each) => ({ assignment_key: `B${each}`, person_key: `P${each}` })),
      })
      for (const rows of deliveries) {
        await town.deliver(rows)
        expect(await town.read(outside)).toEqual([])
        const { files } = await town.deliver(rows)
        for (const { inserted, updated } of files) expect([inserted, updated]).toEqual([0, 0])
      }
      const client = await town.pool.connect()
      expect(await pathDifferences(client)).toMatchObject({ missingCount: 0, surplusCount: 0 })
      client.release()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 15) },
  )
}, 1_200_000)
