import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkWhole, unjudged } from '../server/appraisal/content.ts'
import { explain } from '../server/appraisal/explanation.ts'
import { countLevels } from '../server/appraisal/observed.ts'
import { reckon } from '../server/appraisal/reckon.ts'
import { suggest, suggestionRules } from '../server/appraisal/suggestion.ts'
import {
  ExpectationRating,
  OrganisationGrade,
  PlanScope,
  type RubricLevel,
  WorkValue,
} from '../server/generated/schema.ts'

const { ABOVE, MEETS, BELOW } = ExpectationRating

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
