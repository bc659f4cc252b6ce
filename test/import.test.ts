import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { csv, makeTown, places, staff, type Town } from './import.delivery.ts'

let town: Town

beforeEach(async () => {
  town = await makeTown()
})

afterEach(async () => {
  await town.close()
})

const counts = (outcome: Awaited<ReturnType<Town['deliver']>>) =>
  outcome.files.map(({ file, inserted, updated, unchanged, refused, missing }) =>
    [file.replace('.csv', ''), inserted, updated, unchanged, refused, missing].join(' '),
  )

test('F9: of the broken folder exactly the rows of the table are refused, and the others load', async () => {
  const outcome = await town.load(fileURLToPath(new URL('data/broken', import.meta.url)))
  expect(outcome.refusals).toEqual([
    'offices.csv:4 UNKNOWN_REFERENCE',
    'schools.csv:3 BAD_FORMAT',
    'schools.csv:4 UNKNOWN_VALUE',
    'schools.csv:5 UNKNOWN_REFERENCE',
    'schools.csv:6 DUPLICATE',
    'people.csv:3 SPREADSHEET_DAMAGE',
    'people.csv:5 DUPLICATE',
    'people.csv:6 MISSING_VALUE',
    'people.csv:7 BAD_FORMAT',
    'people.csv:8 BAD_FORMAT',
    'assignments.csv:4 UNKNOWN_REFERENCE',
    'assignments.csv:5 BAD_INTERVAL',
    'assignments.csv:6 UNKNOWN_VALUE',
    'assignments.csv:8 UNKNOWN_REFERENCE',
    'supervision.csv:4 SELF_SUPERVISION',
    'supervision.csv:5 SUPERVISION_CYCLE',
    'supervision.csv:6 OVERLAP',
    'supervision.csv:7 UNKNOWN_VALUE',
  ])
  expect(counts(outcome)).toEqual([
    'offices 2 0 0 1 0',
    'schools 1 0 0 4 0',
    'people 4 0 0 5 0',
    'assignments 4 0 0 4 0',
    'supervision 3 0 0 4 0',
  ])
  expect(outcome.absent).toEqual(['report-card-scores.csv'])
  expect(await town.read(`select value from import_refusal where "column" = 'nip' order by number`)).toEqual([
    '•••••••E+17',
    '••••••••••••••1013',
    '••••••••••••••1001',
  ])
  expect(await town.read(`select nip from person where key = 'P1'`)).toEqual(['198507142010012012'])
})

test('F9: the same folder a second time changes nothing, down to the rows on disk', async () => {
  const folder = {
    ...places,
    ...staff(3),
    supervision: [{ subordinate_key: 'A2', supervisor_key: 'A1' }],
    'report-card-scores': [{ score: '38.4' }],
  }
  await town.deliver(folder)
  const versions = 'select xmin, ctid from person union all select xmin, ctid from supervision'
  const before = await town.read(versions)
  const outcome = await town.deliver(folder)
  expect(counts(outcome).filter((line) => !/ 0 0 \d 0 0$/.test(line))).toEqual([])
  expect(await town.read(versions)).toEqual(before)
})

test('a changed row is updated, and rows that are missing stay and are listed', async () => {
  await town.deliver({ ...places, people: [{ person_key: 'P1' }, { person_key: 'P2' }, { person_key: 'P3' }] })
  const outcome = await town.deliver({
    people: [
      { person_key: 'P2', name: 'Dewi' },
      { person_key: 'P3', name: '' },
    ],
  })
  expect(outcome.files).toMatchObject([{ rows: 2, updated: 1, refused: 1, missing: 1, missingKeys: ['P1'] }])
  expect(await town.read('select key, name from person order by key')).toEqual(['P1 Sari', 'P2 Dewi', 'P3 Sari'])
})

test('a byte order mark, CRLF, semicolons, quoted lines and other columns are read as they are meant', async () => {
  const people = csv('people', [
    { person_key: 'P1', name: 'Sari\nWijaya' },
    { person_key: 'P2', name: '  =HYPERLINK("x")' },
    { person_key: 'P3', birth_date: 'yesterday' },
  ])
  const excel = people
    .replace('email\n', 'email;remarks\n')
    .replace(/(?<=\d|yesterday),\n/g, ',,\n')
    .replaceAll(',', ';')
    .replaceAll('\n', '\r\n')
  const outcome = await town.deliver({ people: `\u{feff}${excel}` })
  expect(outcome.refusals).toEqual(['people.csv:5 BAD_FORMAT'])
  expect(await town.read('select name from person order by key')).toEqual(['Sari\r\nWijaya', '=HYPERLINK("x")'])
})

test('two people can swap their numbers in one delivery', async () => {
  const [one, two] = ['1234567890123456', '1234567890123457']
  await town.deliver({
    people: [
      { person_key: 'P1', nuptk: one },
      { person_key: 'P2', nuptk: two },
    ],
  })
  const outcome = await town.deliver({
    people: [
      { person_key: 'P1', nuptk: two },
      { person_key: 'P2', nuptk: one },
    ],
  })
  expect(outcome.files).toMatchObject([{ updated: 2, refused: 0 }])
})

test('whoever is refused keeps a number, so that the next one in a chain is refused, too', async () => {
  const number = (digit: number) => `123456789012345${digit}`
  const people = (first: number) =>
    [1, 2, 3, 4].map((person) => ({ person_key: `P${person}`, nuptk: number(person + first) }))
  await town.deliver({ people: people(0) })
  const outcome = await town.deliver({ people: people(1).slice(0, 3) })
  expect(outcome.refusals).toEqual(['people.csv:2 DUPLICATE', 'people.csv:3 DUPLICATE', 'people.csv:4 DUPLICATE'])
})

test('a file without a column is refused as a whole, and the others load', async () => {
  const outcome = await town.deliver({ ...places, people: 'person_key,name\nP1,Sari\n', schools: '' })
  expect(outcome.refusals).toEqual(['schools.csv:1 MISSING_VALUE', 'people.csv:1 MISSING_VALUE'])
  expect(await town.read('select "column" from import_refusal order by number')).toEqual(['npsn', 'nip'])
  expect(await town.read('select code from office order by code')).toEqual(['35', '35.78'])
})

test('F9: of ten thousand rows a bad one is refused, and the others load', async () => {
  const people = Array.from({ length: 10_000 }, (_, index) => ({
    person_key: `P${index}`,
    sex: index === 6_000 ? 'X' : 'M',
  }))
  const outcome = await town.deliver({ people })
  expect(outcome.refusals).toEqual(['people.csv:6002 UNKNOWN_VALUE'])
  expect(counts(outcome)).toEqual(['people 9999 0 0 1 0'])
  expect(counts(await town.deliver({ people }))).toEqual(['people 0 0 9999 1 0'])
})

test('a folder with nothing to import is refused in a sentence', async () => {
  await expect(town.deliver({})).rejects.toThrow(/holds none of offices.csv/)
  await expect(town.load('/nowhere/at/all')).rejects.toThrow('/nowhere/at/all is not a folder that can be read.')
})

test('a delivery of thousands of bad rows is reported in full and in order', async () => {
  const people = Array.from({ length: 3_500 }, (_, index) => ({ person_key: `P${index}`, sex: index % 7 ? 'X' : 'M' }))
  const outcome = await town.deliver({ people })
  expect(outcome.files).toMatchObject([{ rows: 3_500, inserted: 500, refused: 3_000 }])
  const lines = outcome.refusals.map((refusal) => Number(/:(\d+) /.exec(refusal)?.[1]))
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
  expect(new Set(lines).size).toBe(3_000)
})

test('an office may come before the one above it, but not without it', async () => {
  const outcome = await town.deliver({ offices: [{ code: '35.78' }, { code: '51.71', parent_code: '51' }] })
  expect(outcome.refusals).toEqual(['offices.csv:2 UNKNOWN_REFERENCE', 'offices.csv:3 UNKNOWN_REFERENCE'])
  expect((await town.deliver(places)).refused).toBe(0)
})

test('a stored office may come to stand below one that is new', async () => {
  await town.deliver(places)
  const offices = [
    { code: '35.78', parent_code: '51' },
    { code: '51', level: 'PROVINCE', parent_code: '' },
  ]
  expect((await town.deliver({ offices })).files).toMatchObject([{ inserted: 1, updated: 1 }])
})

test('a connection that breaks in the middle leaves the file as it was, and the report unfinished', async () => {
  await town.deliver({ people: [{ person_key: 'P1' }] })
  const people = [{ person_key: 'P1', name: 'Dewi' }, { person_key: 'P2' }]
  const other = await town.pool.connect()
  try {
    // the import gets as far as this row, and no further
    await other.query(`begin; select from person where key = 'P1' for update`)
    const broken = town.deliver({ people }).catch((error: unknown) => error)
    const end = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await town.pool.query(end)).rowCount).toBe(1)
    expect(await broken).toMatchObject({ code: '57P01' })
  } finally {
    other.release(true)
  }
  expect(await town.read('select key, name from person')).toEqual(['P1 Sari'])
  expect(await town.read('select count(finished_at), count(*) from import_report')).toEqual(['1 2'])
  expect((await town.deliver({ people })).files).toMatchObject([{ inserted: 1, updated: 1 }])
})

test('an import that is stopped leaves the file as it was', async () => {
  const stop = new AbortController()
  const people = Array.from({ length: 30_000 }, (_, index) => ({ person_key: `P${index}` }))
  const onProgress = () => stop.abort()
  await expect(town.deliver({ people }, { onProgress, signal: stop.signal })).rejects.toThrow('aborted')
  expect(await town.read('select count(*) from person')).toEqual(['0'])
})

test('a second import waits two seconds for the first, and is told', async () => {
  const first = await town.pool.connect()
  await first.query(`select pg_advisory_lock('import_report'::regclass::oid::bigint)`)
  const second = town.deliver({ people: [{ person_key: 'P1' }] })
  await expect(second).rejects.toThrow('Another import is running: wait until it has ended.')
  first.release(true)
  expect((await town.deliver({ people: [{ person_key: 'P1' }] })).files).toMatchObject([{ inserted: 1 }])
})
