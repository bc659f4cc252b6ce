import { describe, expect, test } from 'vitest'
import { Stage } from '../server/generated/schema.ts'
import { rulesOf } from '../server/period/period-code.ts'
import { daysLeftOn, isInSeason, type OpenDays, planningOn } from '../server/period/season.ts'

const standing = (period: string, day: string, extensions: readonly OpenDays[] = []) => {
  const seasons = { ...rulesOf(period), extensions }
  return [planningOn(day, seasons), daysLeftOn(day, seasons)]
}

const { PLANNING, LATE_PLANNING, EXECUTION } = Stage

describe('planning of the first half of 2024', () => {
  test.each([
    ['2023-12-31', 'CLOSED', 0],
    // 1 to 31 January (metropolitan.id; mistar.online; portalsulut)
    ['2024-01-01', 'OPEN', 31],
    ['2024-01-31', 'OPEN', 1],
    // late until 31 March (SE Dirjen GTK 0559/B.B1/GT.02.00/2024, by delik.tv/2024/02/09); 2024 is a leap year
    ['2024-02-01', 'LATE', 60],
    ['2024-03-31', 'LATE', 1],
    ['2024-04-01', 'CLOSED', 0],
  ])('on %s it is %s, with %i days left', (day, state, left) => {
    expect(standing('2024-S1', day)).toEqual([state, left])
  })
})

describe('a calendar that no source gives (domain.md §5d, §9)', () => {
  test.each([
    ['2024-S2', '2024-06-30', 'CLOSED', 0],
    ['2024-S2', '2024-07-01', 'OPEN', null],
    ['2024-S2', '2024-12-31', 'OPEN', null],
    // only the first day of appraisal is known of 2025
    ['2025', '2025-06-15', 'OPEN', null],
    ['2026', '2026-01-01', 'OPEN', null],
    ['2026', '2027-01-01', 'CLOSED', 0],
  ])('leaves %s on %s %s', (period, day, state, left) => {
    expect(standing(period, day)).toEqual([state, left])
  })

  test('is not made known by an extension', () => {
    const extension = { stage: PLANNING, from: '2026-12-20', until: '2027-01-11' }
    expect(standing('2026', '2026-12-20', [extension])).toEqual(['OPEN', null])
    expect(standing('2026', '2027-01-10', [extension])).toEqual(['OPEN', 1])
  })
})

describe('an extension', () => {
  const april = { stage: PLANNING, from: '2024-04-10', until: '2024-04-20' }

  test('opens planning again, and only on its days', () => {
    const days = ['2024-04-09', '2024-04-10', '2024-04-19', '2024-04-20']
    expect(days.map((day) => standing('2024-S1', day, [april]))).toEqual([
      ['CLOSED', 0],
      ['OPEN', 10],
      ['OPEN', 1],
      ['CLOSED', 0],
    ])
  })

  test('that touches a window lengthens it; one after a gap does not', () => {
    const on = (from: string, until: string) => standing('2024-S1', '2024-01-31', [{ stage: PLANNING, from, until }])
    expect(on('2024-02-01', '2024-02-11')).toEqual(['OPEN', 11])
    expect(on('2024-01-15', '2024-02-11')).toEqual(['OPEN', 11])
    expect(on('2024-02-02', '2024-02-11')).toEqual(['OPEN', 1])
  })

  test('of another stage leaves planning as it is', () => {
    expect(standing('2024-S1', '2024-04-10', [{ ...april, stage: EXECUTION }])).toEqual(['CLOSED', 0])
    expect(standing('2024-S1', '2024-04-10', [{ ...april, stage: LATE_PLANNING }])).toEqual(['LATE', 10])
  })

  test('carries a season beyond the end of its period', () => {
    const after = { ...rulesOf('2024-S1'), extensions: [{ ...april, from: '2024-07-01', until: '2024-07-03' }] }
    const days = ['2024-06-30', '2024-07-02', '2024-07-03']
    expect(days.map((day) => isInSeason(day, after))).toEqual([true, true, false])
  })
})
