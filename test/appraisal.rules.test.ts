import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { may } from '../server/access/permission.ts'
import { mutations } from '../server/access/policy.ts'
import { consequencesOf } from '../server/appraisal/consequence.ts'
import { checkWhole, unjudged } from '../server/appraisal/content.ts'
import { creditPoints, grades, monthsIn, percentages, pointsOf } from '../server/appraisal/credit.ts'
import { type Counts, unmet } from '../server/appraisal/distribution.ts'
import { explain } from '../server/appraisal/explanation.ts'
import { lastDayToObject } from '../server/appraisal/objection.ts'
import { countLevels } from '../server/appraisal/observed.ts'
import { predicateOf } from '../server/appraisal/predicate.ts'
import { reckon } from '../server/appraisal/reckon.ts'
import { suggest, suggestionRules } from '../server/appraisal/suggestion.ts'
import { workflow } from '../server/appraisal/workflow.ts'
import {
  AppraisalStatus,
  ExpectationRating,
  OrganisationGrade,
  PlanScope,
  Predicate,
  type RubricLevel,
  Stage,
  WorkValue,
} from '../server/generated/schema.ts'
import { isOpen } from '../server/period/season.ts'
import { drawWorkflow } from './appraisal/drawing.ts'

const { ABOVE, MEETS, BELOW } = ExpectationRating

test('the README of the folder draws the workflow as it is', async () => {
  const [prose] = (await readFile('server/appraisal/README.md', 'utf8')).split('<!-- drawn -->\n')
  await expect(`${prose}<!-- drawn -->\n${drawWorkflow()}`).toMatchFileSnapshot('../server/appraisal/README.md')
})

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

const year = suggestionRules['2026']

// domain.md §5c and §13, 4: no source has a formula; this one is ours, and only suggests
test.each([
  [{ notDone: 0, notEffective: 0, effective: 6 }, 'ABOVE'],
  [{ notDone: 0, notEffective: 1, effective: 5 }, 'MEETS'],
  [{ notDone: 2, notEffective: 4, effective: 0 }, 'MEETS'],
  [{ notDone: 3, notEffective: 3, effective: 0 }, 'BELOW'],
  [{ notDone: 6, notEffective: 0, effective: 0 }, 'BELOW'],
])('%o suggests %s, with its reasoning', (observed, rating) => {
  const suggestion = suggest(observed, PlanScope.FULL, year)
  expect(suggestion).toMatchObject({ rating, rule: expect.stringContaining('levels-1') })
  expect(suggestion?.english).toContain(`${observed.effective} of 6`)
  expect(suggestion?.indonesian).toContain(`${observed.effective} dari 6`)
})

// no source says how cycles add up: the last one counts, and nothing that the plan does not hold (any more)
test.each([
  ['each behaviour once', ['1 NOT_DONE', '2 DONE_AND_EFFECTIVE'], { notDone: 1, notEffective: 0, effective: 1 }],
  ['the last rating', ['1 NOT_DONE', '1 DONE_NOT_YET_EFFECTIVE'], { notDone: 0, notEffective: 1, effective: 0 }],
  ['those of the plan alone', ['1 NOT_DONE', '9 NOT_DONE'], { notDone: 1, notEffective: 0, effective: 0 }],
  ['none of the plan', ['9 NOT_DONE'], null],
  ['nothing', [], null],
])('of ratings counts %s', (_, given, counted) => {
  const ratings = given
    .map((each) => each.split(' ') as [string, RubricLevel])
    .map(([behaviour, level]) => ({ behaviour, level }))
  expect(countLevels(ratings, ['1', '2', '3'])).toEqual(counted)
})

test('nothing observed suggests nothing; the thresholds of a period decide, and are told', () => {
  expect(suggest(null, PlanScope.FULL, year)).toBeNull()
  expect(suggest({ notDone: 0, notEffective: 0, effective: 0 }, PlanScope.FULL, year)).toBeNull()
  const milder = suggest({ notDone: 0, notEffective: 1, effective: 3 }, PlanScope.FULL, { ...year, aboveFrom: 75 })
  expect(milder).toMatchObject({ rating: 'ABOVE', rule: expect.stringContaining('75%') })
})

// domain.md §5c, Pusat Informasi 33374387760025: behaviour alone is rated of who came at the end of a period
test('of planning alone no aspect is judged, and a result is suggested without observations', () => {
  const values = Object.values(WorkValue).map((value) => ({ value, rating: MEETS, note: null }))
  const content = { ...unjudged, values, result: MEETS, behaviour: MEETS }
  const suggestion = suggest(null, PlanScope.PLANNING_ONLY, year)
  expect(suggestion).toMatchObject({ rating: 'MEETS' })
  expect(() => checkWhole(content, suggestion, PlanScope.PLANNING_ONLY)).not.toThrow()
  expect(() => checkWhole(content, suggestion, PlanScope.FULL)).toThrow(/reflection, learning, practice missing/)
})

test('another result than suggested needs a reason', () => {
  const values = Object.values(WorkValue).map((value) => ({ value, rating: MEETS, note: null }))
  const aspects = { reflection: 'a', learning: 'b', practice: 'c' }
  const content = { ...unjudged, ...aspects, values, result: BELOW, behaviour: MEETS }
  const suggestion = suggest({ notDone: 0, notEffective: 0, effective: 3 }, PlanScope.FULL, year)
  expect(() => checkWhole(content, suggestion, PlanScope.FULL)).toThrow(/deviation/)
  expect(() => checkWhole({ ...content, deviation: 'Sering absen' }, suggestion, PlanScope.FULL)).not.toThrow()
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

// domain.md §5c, "Keberatan" (PP 30/2019 ps 59): at most 14 days after receiving the result
test('the last day to object is the 14th after the result, over the ends of months and years', () => {
  expect(['2024-06-16', '2024-02-20', '2025-12-25'].map(lastDayToObject)).toEqual([
    '2024-06-30',
    '2024-03-05',
    '2026-01-08',
  ])
})

// domain.md §5d: June 2024, done by 30 June; §9: from 13 November 2025
test('appraisal is open in its window, and all along a period whose window no source gives', () => {
  const windows = [{ stage: Stage.APPRAISAL, from: '2024-06-01', until: '2024-07-01' }]
  const extensions = [{ stage: Stage.APPRAISAL, from: '2024-07-10', until: '2024-07-12' }]
  const first = { from: '2024-01-01', until: '2024-07-01', windows, extensions }
  const open = (day: string) => isOpen(Stage.APPRAISAL, day, first)
  expect(['2024-05-31', '2024-06-01', '2024-06-30', '2024-07-01', '2024-07-11'].map(open)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ])
  const silent = { ...first, windows: [] }
  expect(['2023-12-31', '2024-01-01'].map((day) => isOpen(Stage.APPRAISAL, day, silent))).toEqual([false, true])
})

test('whatever is judged, the explanation names in both languages what led to the predicate, with rules and sources', () => {
  const rating = fc.option(fc.constantFrom(ABOVE, MEETS, BELOW), { nil: null })
  const appraised = {
    period: '2024-S1',
    scope: PlanScope.FULL,
    employment: 'PNS',
    basis: 'DEFINITIVE',
    rank: 'III/c',
    from: '2020-01-01',
    until: null,
  }
  fc.assert(
    fc.property(rating, rating, fc.nat(5), fc.nat(5), (result, behaviour, notDone, effective) => {
      const observed = { notDone, notEffective: 1, effective }
      const content = { ...unjudged, observed, result, behaviour }
      const { explanation, predicate, creditPoints, consequences } = reckon(content, appraised, {
        grade: null,
        objection: null,
      })
      const topics = explanation.map(({ topic }) => topic)
      expect(topics).toEqual([
        ...['RULES', 'OBSERVATION', 'SUGGESTION'],
        ...(result ? ['RESULT'] : []),
        ...(behaviour ? ['BEHAVIOUR'] : []),
        ...(predicate ? ['PREDICATE', 'CREDIT_POINTS', ...Array(3).fill('CONSEQUENCE')] : []),
      ])
      expect(creditPoints === null).toBe(predicate === null)
      expect(consequences).toHaveLength(predicate ? 3 : 0)
      for (const fact of explanation) {
        expect([fact.indonesian, fact.english, fact.rules].every((text) => text.length > 0)).toBe(true)
        // a rule of ours says that no source has one
        expect(fact.sources.length > 0 || fact.certainty === 'NOT_FOUND').toBe(true)
      }
    }),
  )
})

test('a deviation, the organisation and a decided objection are part of the explanation', () => {
  const content = {
    ...unjudged,
    observed: { notDone: 0, notEffective: 0, effective: 3 },
    result: MEETS,
    behaviour: MEETS,
  }
  const facts = explain({
    period: '2026',
    content: { ...content, deviation: 'Sering absen' },
    suggestion: suggest(content.observed, PlanScope.FULL, year),
    creditPoints: null,
    consequences: [],
    grade: OrganisationGrade.GOOD,
    objection: { changed: true, reason: 'Absen karena tugas' },
  })
  const of = (topic: string) => facts.find((fact) => fact.topic === topic)
  expect(of('RESULT')?.indonesian).toContain('Lain dari saran karena: “Sering absen”')
  expect(of('PREDICATE')?.indonesian).toBe(
    'Kuadran kinerja: hasil kerja sesuai ekspektasi × perilaku kerja sesuai ekspektasi = predikat Baik.',
  )
  expect(of('ORGANISATION')).toMatchObject({ rules: 'SE MenPANRB 3/2023' })
  expect(of('OBJECTION')?.english).toContain('was changed: “Absen karena tugas”')
})

test('every status is reached, every step is somebody’s, and what is decided on an objection stays', () => {
  const steps = Object.values(workflow)
  expect(new Set(steps.map(({ to }) => to))).toEqual(new Set(Object.values(AppraisalStatus)))
  for (const { mutation } of steps) expect(mutations[mutation].length).toBeGreaterThan(0)
  for (const { from } of steps) expect(Object.values(from).flat()).not.toContain('DECIDED')
  expect(may('decideObjection', ['APPRAISER', 'WORK_TEAM', 'SELF', 'OPERATOR'])).toBe(false)
})
