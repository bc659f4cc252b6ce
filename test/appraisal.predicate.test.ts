import { expect, test } from 'vitest'
import { consequencesOf } from '../server/appraisal/consequence.ts'
import { creditPoints, grades, monthsIn, percentages, pointsOf } from '../server/appraisal/credit.ts'
import { type Counts, unmet } from '../server/appraisal/distribution.ts'
import { predicateOf } from '../server/appraisal/predicate.ts'
import { ExpectationRating, type OrganisationGrade, Predicate } from '../server/generated/schema.ts'

const { ABOVE, MEETS, BELOW } = ExpectationRating

// domain.md §5c, "Matrix predikat": five independent programs agree, one as an explicit table
test.each([
  ['ABOVE', 'BELOW', 'POOR'],
  ['ABOVE', 'MEETS', 'GOOD'],
  ['ABOVE', 'ABOVE', 'VERY_GOOD'],
  ['MEETS', 'BELOW', 'POOR'],
  ['MEETS', 'MEETS', 'GOOD'],
  ['MEETS', 'ABOVE', 'GOOD'],
  ['BELOW', 'BELOW', 'VERY_POOR'],
  ['BELOW', 'MEETS', 'NEEDS_IMPROVEMENT'],
  ['BELOW', 'ABOVE', 'NEEDS_IMPROVEMENT'],
] as const)('results %s and behaviour %s are %s', (result, behaviour, predicate) => {
  expect(predicateOf(result as ExpectationRating, behaviour as ExpectationRating)).toBe(predicate)
})

// domain.md §5c, "Beware": two public programs never return "Kurang"
test('behaviour below expectation is POOR unless results are below as well, which two known programs miss', () => {
  expect([predicateOf(ABOVE, BELOW), predicateOf(MEETS, BELOW)]).toEqual(['POOR', 'POOR'])
})

test('there is no predicate while a rating is missing', () => {
  expect([predicateOf(null, MEETS), predicateOf(MEETS, null), predicateOf(null, null)]).toEqual([null, null, null])
})

// domain.md §5c, "Angka kredit" (PermenPANRB 1/2023): the whole table
test.each([
  ['III/a', 'III/b', [18.75, 12.5, 9.38, 6.25, 3.13]],
  ['III/c', 'III/d', [37.5, 25, 18.75, 12.5, 6.25]],
  ['IV/a', 'IV/c', [56.25, 37.5, 28.13, 18.75, 9.38]],
  ['IV/d', 'IV/e', [75, 50, 37.5, 25, 12.5]],
])('the credit points of a year, of ranks %s to %s', (first, last, expected) => {
  for (const rank of [first, last]) {
    const post = { employment: 'PNS', basis: 'DEFINITIVE', rank, months: 12 }
    const points = Object.values(['VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR'] as Predicate[])
    expect(points.map((predicate) => creditPoints(predicate, post).value)).toEqual(expected)
  }
})

// domain.md §5c: pro rata by months, half up to two decimals
test('part of a year counts by months, and the calculation is shown', () => {
  const post = { employment: 'PNS', basis: 'DEFINITIVE', rank: 'III/a', months: 6 }
  expect(creditPoints(Predicate.VERY_GOOD, post)).toMatchObject({
    value: 9.38,
    coefficient: 12.5,
    percentage: 150,
    months: 6,
    calculation: '12.5 × 150% × 6/12 = 9.38',
  })
  expect(creditPoints(Predicate.VERY_POOR, { ...post, months: 1 }).calculation).toBe('12.5 × 25% × 1/12 = 0.26')
})

test('points are rounded half up, exactly, for every grade, predicate and number of months', () => {
  for (const { coefficient } of grades)
    for (const percentage of Object.values(percentages))
      for (let months = 0; months <= 12; months += 1) {
        const numerator = BigInt(coefficient * 10) * BigInt(percentage) * BigInt(months)
        const exact = (numerator + 60n) / 120n
        expect(pointsOf(coefficient, percentage, months)).toBe(Number(exact) / 100)
      }
})

test.each([
  ['somebody who is no civil servant', { employment: 'NON_ASN', rank: null }, 'Not a civil servant'],
  ['an acting post', { basis: 'ACTING' }, 'An acting post'],
  ['a PPPK, whose ranks no source gives a coefficient', { employment: 'PPPK', rank: 'IX' }, 'The grade is not known'],
  ['somebody without a rank', { rank: null }, 'The grade is not known'],
])('%s has no credit points, and is told why', (_, other, reason) => {
  const post = { employment: 'PNS', basis: 'DEFINITIVE', rank: 'III/a', months: 12, ...other }
  const points = creditPoints(Predicate.GOOD, post)
  expect(points).toMatchObject({ value: null, calculation: null, english: expect.stringContaining(reason) })
})

test('a month counts for the post that is held on its first day, and for no other', () => {
  const half = { from: '2024-01-01', until: '2024-07-01' }
  expect(monthsIn(half, { from: '2020-07-01', until: null })).toBe(6)
  expect(monthsIn(half, { from: '2020-07-01', until: '2024-03-15' })).toBe(3)
  expect(monthsIn(half, { from: '2024-03-15', until: null })).toBe(3)
  expect(monthsIn(half, { from: '2024-06-02', until: null })).toBe(0)
  expect(monthsIn({ from: '2026-01-01', until: '2027-01-01' }, { from: '2026-01-01', until: '2026-12-01' })).toBe(11)
})

const many = (...[VERY_GOOD, GOOD, NEEDS_IMPROVEMENT, POOR, VERY_POOR]: [number, number, number, number, number]) =>
  ({ VERY_GOOD, GOOD, NEEDS_IMPROVEMENT, POOR, VERY_POOR }) satisfies Counts

// domain.md §5c, "Distribution rule (SE MenPANRB 3/2023)": each row, met and just not met
test.each([
  ['EXCELLENT', many(70, 30, 0, 0, 0), []],
  ['EXCELLENT', many(71, 29, 0, 0, 0), ['VERY_GOOD']],
  ['EXCELLENT', many(40, 60, 0, 0, 0), ['VERY_GOOD']],
  ['GOOD', many(20, 70, 10, 0, 0), []],
  ['GOOD', many(0, 69, 0, 1, 30), []],
  ['GOOD', many(30, 70, 0, 0, 0), ['NEEDS_IMPROVEMENT,POOR']],
  ['GOOD', many(20, 71, 9, 0, 0), ['GOOD']],
  ['NEEDS_IMPROVEMENT', many(10, 30, 60, 0, 0), []],
  ['NEEDS_IMPROVEMENT', many(11, 30, 59, 0, 0), ['NEEDS_IMPROVEMENT', 'VERY_GOOD']],
  ['POOR', many(10, 20, 10, 60, 0), []],
  ['POOR', many(11, 21, 9, 59, 0), ['POOR', 'NEEDS_IMPROVEMENT', 'VERY_GOOD']],
  ['VERY_POOR', many(0, 30, 5, 5, 60), []],
  ['VERY_POOR', many(1, 31, 4, 5, 59), ['VERY_POOR', 'POOR,NEEDS_IMPROVEMENT', 'VERY_GOOD']],
  ['VERY_POOR', many(0, 0, 0, 0, 0), []],
] as const)('an organisation that is %s, of %o: unmet %o', (grade, counts, clauses) => {
  expect(unmet(grade as OrganisationGrade, counts).map(({ of }) => of.join())).toEqual(clauses)
})

// domain.md §12, "Allowance" (Permendikbudristek 45/2023, seed 000), "PPPK contract extension" (seed 000), §6 (Plt)
test.each([
  ['VERY_GOOD', 'PNS', 'DEFINITIVE', [true, false, true]],
  ['GOOD', 'PPPK', 'DEFINITIVE', [true, true, true]],
  ['NEEDS_IMPROVEMENT', 'PPPK', 'DEFINITIVE', [false, true, true]],
  ['POOR', 'PNS', 'ACTING', [false, false, false]],
  ['VERY_POOR', 'NON_ASN', 'DEFINITIVE', [false, false, false]],
])('of %s for a %s in an %s post: allowance, contract, e-Kinerja', (predicate, employment, basis, expected) => {
  const found = consequencesOf(predicate as Predicate, { employment, basis })
  expect(found.map(({ kind }) => kind)).toEqual(['ALLOWANCE_ELIGIBLE', 'CONTRACT_CONSIDERATION', 'FLOWS_TO_E_KINERJA'])
  expect(found.map(({ holds }) => holds)).toEqual(expected)
  for (const { indonesian, english, sources } of found)
    expect([indonesian, english, sources.join()].every((text) => text.length > 0)).toBe(true)
})
