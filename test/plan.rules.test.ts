import { describe, expect, test } from 'vitest'
import { Employment, Ownership, Position, type WorkValue } from '../server/generated/schema.ts'
import { checkChoice, checkWhole, type Offer } from '../server/plan/choice.ts'
import { type Content, empty } from '../server/plan/content.ts'
import { excluded, kindsIn, scopeOf } from '../server/plan/participation.ts'
import { sumOf } from '../server/plan/points.ts'

// golden: what is written out here was read from the domain dossier, by the paragraph or the source that each name gives

const { TEACHER, PRINCIPAL, SCHOOL_INSPECTOR, OFFICE_HEAD, OFFICE_ADMIN } = Position
const { PNS, PPPK, NON_ASN } = Employment
const { STATE, PRIVATE } = Ownership

describe('who takes part', () => {
  const periods = ['2024-S1', '2024-S2', '2025', '2026']
  const takesPart = (position: Position, employment: Employment, ownership: Ownership | null) =>
    periods.filter((period) => !excluded(period, { position, employment, ownership }))

  test('civil servants at state schools, from the first period on (pusatinformasi 26037247064217)', () => {
    for (const position of [TEACHER, PRINCIPAL])
      for (const employment of [PNS, PPPK]) expect(takesPart(position, employment, STATE)).toEqual(periods)
  })

  test('who is no civil servant, if he wishes (gurusantai; naikpangkat)', () => {
    expect(takesPart(TEACHER, NON_ASN, STATE)).toEqual(periods)
    expect(takesPart(TEACHER, NON_ASN, PRIVATE)).toEqual(periods)
  })

  test('civil servants at private schools from 2026 on (babeindonesia 6511714), before in e-Kinerja BKN (seputarasn)', () => {
    expect(takesPart(TEACHER, PNS, PRIVATE)).toEqual(['2026'])
    expect(takesPart(PRINCIPAL, PPPK, PRIVATE)).toEqual(['2026'])
  })

  test('nobody of an office', () => {
    for (const position of [SCHOOL_INSPECTOR, OFFICE_HEAD, OFFICE_ADMIN])
      expect(takesPart(position, PNS, null)).toEqual([])
  })

  test('statements compare with the same kinds', () => {
    expect(kindsIn('2025').toSorted()).toEqual([
      'PRINCIPAL NON_ASN PRIVATE',
      'PRINCIPAL NON_ASN STATE',
      'PRINCIPAL PNS STATE',
      'PRINCIPAL PPPK STATE',
      'TEACHER NON_ASN PRIVATE',
      'TEACHER NON_ASN STATE',
      'TEACHER PNS STATE',
      'TEACHER PPPK STATE',
    ])
    expect(kindsIn('2026')).toHaveLength(12)
  })
})

describe('how far a plan goes (Pusat Informasi 33374387760025)', () => {
  const post = { position: TEACHER, ownership: STATE, employment: PPPK }

  test.each([
    // May and June, or November and December
    ['2024-04-30', '2024-07-01', 'FULL'],
    ['2024-05-01', '2024-07-01', 'PLANNING_ONLY'],
    ['2024-10-31', '2025-01-01', 'FULL'],
    ['2024-11-01', '2025-01-01', 'PLANNING_ONLY'],
    ['2026-12-31', '2027-01-01', 'PLANNING_ONLY'],
  ])('of who came on %s, in a period until %s: %s', (from, until, scope) => {
    expect(scopeOf({ ...post, from }, { until })).toBe(scope)
  })

  test('is whole for who is no civil servant', () => {
    expect(scopeOf({ ...post, employment: NON_ASN, from: '2024-06-01' }, { until: '2024-07-01' })).toBe('FULL')
  })
})

const offers = new Map<string, Offer>(
  (
    [
      ['webinar', 4, [TEACHER]],
      ['training', 8, [TEACHER, PRINCIPAL]],
      ['community', 36, [TEACHER]],
      ['programme', null, [TEACHER]],
    ] as const
  ).map(([id, points, positions]) => [id, { id, name: id, points, positions }]),
)

const content: Content = { ...empty, indicator: 'POSITIVE_DISCIPLINE', behaviours: ['POSITIVE_DISCIPLINE.1'] }

describe('points', () => {
  const range = { pointsFrom: 32, pointsTo: 128 }
  const sum = (activities: Content['activities'], within: Parameters<typeof sumOf>[2] = range) =>
    sumOf({ ...content, activities }, offers, within)

  test.each([
    // 32 to 128 are recommended (pusatinformasi 26037247064217; 123dok 11763136; seed 002)
    [[['community', 1]], 36, []],
    [[['training', 3]], 24, ['POINTS_BELOW']],
    // eight webinars of 4 are just enough (edusivitas.com/cara-cepat-mengumpulkan-poin-rhk-pmm)
    [[['webinar', 8]], 32, []],
    [[['training', 16]], 128, []],
    [
      [
        ['training', 16],
        ['webinar', 1],
      ],
      132,
      ['POINTS_ABOVE'],
    ],
    // the points of row 6 were not found (domain.md §3)
    [
      [
        ['programme', 2],
        ['community', 1],
      ],
      36,
      ['POINTS_UNKNOWN'],
    ],
    [[], 0, ['POINTS_BELOW']],
  ] as const)('of %j are %i, with %j', (activities, points, warnings) => {
    expect(sum(activities.map(([activity, times]) => ({ activity, times })))).toEqual({ points, warnings })
  })

  test('are none where the period has abolished them (disway 841738)', () => {
    const abolished = { pointsFrom: null, pointsTo: null }
    expect(sum([{ activity: 'webinar', times: 1 }], abolished)).toEqual({ points: null, warnings: [] })
  })
})

describe('a choice', () => {
  const refusal = (changes: Partial<Content>, choice: { period?: string; position?: Position } = {}) => {
    try {
      checkChoice({ ...content, ...changes }, { period: '2024-S1', position: TEACHER, offers, ...choice })
      return undefined
    } catch (error) {
      return (error as Error).message
    }
  }

  test('is one indicator, free among the eight of the position (seed 004; disdikkbb; palangkarayakota)', () => {
    expect(refusal({})).toBeUndefined()
    expect(refusal({}, { position: PRINCIPAL })).toContain('not for this position')
    expect(refusal({ indicator: 'NO_SUCH' })).toContain('not of the period')
  })

  test('is of behaviours of that indicator (kepalasekolah.id/2024/02)', () => {
    expect(refusal({ behaviours: ['INSTRUCTION.1'] })).toContain('behaviours')
    expect(refusal({ behaviours: ['POSITIVE_DISCIPLINE.4'] })).toContain('behaviours')
  })

  test('is of activities of the catalogue, for the position, each once', () => {
    const chosen = (activity: string) => ({ activities: [{ activity, times: 1 }] })
    const principal = { indicator: 'VISION_AND_MISSION', behaviours: ['VISION_AND_MISSION.1'] }
    expect(refusal(chosen('another'))).toContain("not of this plan's catalogue")
    expect(refusal({ ...principal, ...chosen('training') }, { position: PRINCIPAL })).toBeUndefined()
    expect(refusal({ ...principal, ...chosen('webinar') }, { position: PRINCIPAL })).toContain('not for this position')
    const twice = [...chosen('webinar').activities, ...chosen('webinar').activities]
    expect(refusal({ activities: twice })).toContain('twice')
  })

  test('is of additional duties for teachers alone, more than one allowed (4845lampung.blogspot.com/2024/01)', () => {
    const duties = ['Wali kelas', 'Pembina OSIS'].map((name) => ({ name, decree: '800/1' }))
    expect(refusal({ duties })).toBeUndefined()
    expect(refusal({ indicator: null, behaviours: [], duties }, { position: PRINCIPAL })).toContain('duties')
  })

  test('has at most one expectation for each value (PermenPANRB 6/2022, by scribd 683205653)', () => {
    const line = { value: 'SERVICE' as WorkValue, text: 'Ramah' }
    expect(refusal({ expectations: [line, line] })).toContain('twice')
  })

  test('is whole with an indicator and a behaviour of it; where no source gives behaviours, with the indicator', () => {
    expect(() => checkWhole(empty)).toThrow('no indicator')
    expect(() => checkWhole({ ...content, behaviours: [] })).toThrow('no target behaviour')
    expect(() => checkWhole(content)).not.toThrow()
    expect(() => checkWhole({ ...empty, indicator: 'LEARNING_COMMUNITY' })).not.toThrow()
  })
})
