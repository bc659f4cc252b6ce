import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areas } from '../server/organisation/area.ts'
import { generate, type SampleOptions } from '../server/sample/generate.ts'
import { createNipSeries } from '../server/sample/number.ts'
import type { Cells, Table } from '../server/sample/table.ts'
import { writeSample } from '../server/sample/write.ts'

const yogyakarta: SampleOptions = { province: '34', schools: 20, teachers: 8, seed: 1 }

test('the same options give the same bytes, another seed gives others', async () => {
  const [once, again, other] = await Promise.all([
    written(yogyakarta),
    written(yogyakarta),
    written({ ...yogyakarta, seed: 2 }),
  ])
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
  expect(Object.keys(once)).toHaveLength(6)
})

test('there are as many offices, schools, scores and teachers as asked for', async () => {
  const { offices, schools, people, scores, assignments } = read(yogyakarta)
  expect([offices.length, schools.length, scores.length]).toEqual([6, 100, 800])
  expect(people.length).toBeGreaterThan(700)
  const teachers = assignments.filter(({ position }) => position === 'TEACHER')
  expect(teachers.length / schools.length).toBeCloseTo(8, 0)
})

test('options that cannot be met are refused before anything is written', async () => {
  const directory = join(tmpdir(), 'sample-that-is-never-written')
  for (const wrong of [{ province: '99' }, { schools: 0 }, { teachers: 1.5 }, { seed: -1 }]) {
    await expect(writeSample(directory, { ...yogyakarta, ...wrong })).rejects.toThrow(RangeError)
  }
  expect(() => readdirSync(directory)).toThrow('ENOENT')
})

test('a birth date has room for 999 different employee numbers of a kind, and one more is refused', () => {
  const issueNip = createNipSeries()
  const appointment = { employment: 'PNS', birthDate: '1985-07-14', sex: 'F', appointed: '201001' } as const
  expect(issueNip(appointment)).toBe('198507142010012001')
  expect(unique(Array.from({ length: 998 }, () => issueNip(appointment)))).not.toContain('198507142010012001')
  expect(() => issueNip(appointment)).toThrow(RangeError)
  expect(issueNip({ ...appointment, employment: 'PPPK', appointed: '202101' })).toBe('198507142021212001')
})

test('every kind of headship and move occurs, and the tree of October 2023 is not the one of today', () => {
  const { assignments, supervision } = read({ ...yogyakarta, schools: 60 })
  const decrees = assignments.map(({ decree }) => decree?.split('/')[0])
  expect(new Set(decrees)).toEqual(new Set(['821', '800', '824', 'Plt', undefined]))
  const reasons = new Set(supervision.map(({ reason }) => reason))
  expect(reasons).toContain('New principal')
  expect(reasons).toContain('Principal on leave')
  expect(reasons).toContain('School without a principal')
  expect(reasons).toContain('Acting principal of the same school')
  expect(appraisers(supervision, '2023-10-15')).not.toEqual(appraisers(supervision, '2025-01-15'))
})

test('whatever the seed, every rule of the import format holds', () => {
  const options = fc.record({
    province: fc.constantFrom('34', '65'),
    schools: fc.integer({ min: 1, max: 30 }),
    teachers: fc.integer({ min: 2, max: 8 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  fc.assert(
    fc.property(options, (drawn) => {
      const sample = read(drawn)
      checkPeople(sample)
      checkReferences(sample)
      checkSupervision(sample)
    }),
    { numRuns: 12 },
  )
})

function checkPeople({ people }: Sample): void {
  unique(people.flatMap(({ nip }) => nip || []))
  unique(people.flatMap(({ nuptk }) => nuptk || []))
  for (const { name, nip = '', nuptk, employment, sex, birth_date = '', email } of people) {
    expect(name).not.toBe('')
    expect(new Date(birth_date).toISOString().slice(0, 10)).toBe(birth_date)
    expect(nuptk).toMatch(/^(\d{16})?$/)
    expect(email).toMatch(/^[a-z.]+\.\d+@guru\.example\.id$/)
    if (employment === 'NON_ASN') {
      expect(nip).toBe('')
      continue
    }
    expect(nip).toMatch(
      employment === 'PNS' ? /^\d{8}(19|20)\d\d(0[1-9]|1[0-2])[12]\d{3}$/ : /^\d{8}20\d\d21[12]\d{3}$/,
    )
    expect(nip.slice(0, 8)).toBe(birth_date.replaceAll('-', ''))
    expect(nip[14]).toBe(sex === 'M' ? '1' : '2')
    expect(Number(nip.slice(8, 12)) - Number(birth_date.slice(0, 4))).toBeGreaterThanOrEqual(22)
  }
}

function checkReferences({ offices, schools, people, assignments, scores }: Sample): void {
  const known = new Set(areas().map(({ code }) => code))
  const officeCodes = unique(offices.map(({ code }) => code))
  const numbers = unique(schools.map(({ npsn }) => npsn))
  const keys = unique(people.map(({ person_key }) => person_key))
  for (const { code = '', parent_code } of offices) {
    expect(known.has(code)).toBe(true)
    if (parent_code) expect(officeCodes.has(parent_code)).toBe(true)
  }
  for (const { npsn, level = '', district_code = '', office_code } of schools) {
    expect(npsn).toMatch(/^\d{8}$/)
    expect(office_code).toBe(['SMA', 'SMK', 'SLB'].includes(level) ? district_code.slice(0, 2) : district_code)
    expect(officeCodes.has(office_code)).toBe(true)
  }
  for (const { person_key, npsn, office_code, from = '', until } of assignments) {
    expect(keys.has(person_key)).toBe(true)
    expect(npsn ? numbers.has(npsn) : officeCodes.has(office_code)).toBe(true)
    expect(Boolean(npsn)).not.toBe(Boolean(office_code))
    if (until) expect(until > from).toBe(true)
  }
  unique(scores.map(({ npsn, indicator_code }) => `${npsn} ${indicator_code}`))
  expect(scores).toHaveLength(schools.length * 8)
}

function checkSupervision({ assignments, supervision }: Sample): void {
  unique(assignments.map(({ assignment_key }) => assignment_key))
  const known = new Map(assignments.map((assignment) => [assignment.assignment_key, assignment]))
  const days = new Set<string>()
  for (const { subordinate_key, supervisor_key, from = '', until } of supervision) {
    const [subordinate, supervisor] = [known.get(subordinate_key), known.get(supervisor_key)]
    expect(subordinate?.person_key).not.toBe(supervisor?.person_key)
    for (const assignment of [subordinate, supervisor]) {
      expect(assignment).toBeDefined()
      expect(from >= (assignment?.from ?? '9')).toBe(true)
      expect((until || '9') <= (assignment?.until || '9')).toBe(true)
    }
    if (until) expect(until > from).toBe(true)
    days.add(from).add(until || from)
  }
  for (const day of days) {
    const above = appraisers(supervision, day)
    for (const { assignment_key = '', position, ...assignment } of assignments) {
      expect(above.has(assignment_key)).toBe(isOn(assignment, day) && position !== 'OFFICE_HEAD')
      let steps = 0
      for (let at = above.get(assignment_key); at; at = above.get(at)) expect(++steps).toBeLessThan(5)
    }
  }
}

/** Who appraises each assignment on a day; fails if one has two appraisers. */
function appraisers(edges: readonly Cells<'supervision'>[], day: string): Map<string, string> {
  const above = new Map<string, string>()
  for (const { subordinate_key = '', supervisor_key = '', capacity, ...interval } of edges) {
    if (capacity !== 'APPRAISER' || !isOn(interval, day)) continue
    expect(above.has(subordinate_key), `${subordinate_key} has two appraisers on ${day}`).toBe(false)
    above.set(subordinate_key, supervisor_key)
  }
  return above
}

function isOn({ from = '', until }: { from?: string; until?: string }, day: string): boolean {
  return from <= day && day < (until || '9')
}

function unique<T>(values: readonly T[]): Set<T> {
  const set = new Set(values)
  expect(set.size).toBe(values.length)
  return set
}

type Sample = ReturnType<typeof read>

function read(options: SampleOptions) {
  const rows = [...generate(options)].flat()
  function of<T extends Table>(wanted: T) {
    return rows.filter(({ table }) => table === wanted).map(({ cells }): Cells<T> => cells as Cells<T>)
  }
  return {
    offices: of('offices'),
    schools: of('schools'),
    people: of('people'),
    assignments: of('assignments'),
    supervision: of('supervision'),
    scores: of('report-card-scores'),
  }
}

/** The text of every file that `writeSample` writes. */
async function written(options: SampleOptions): Promise<Record<string, string>> {
  const directory = mkdtempSync(join(tmpdir(), 'sample-'))
  try {
    await writeSample(directory, options)
    const files = readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')] as const)
    return Object.fromEntries(files)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
