import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clamped,
  dayOf,
  daysBetween,
  isDay,
  isOn,
  plusDays,
  plusMonths,
  shareOf,
  spoken,
} from '../playground/explore/day.ts'

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays('1990-01-01', days))

test('days are counted to and fro', () => {
  fc.assert(fc.property(day, day, (from, to) => plusDays(from, daysBetween(from, to)) === to))
  fc.assert(
    fc.property(day, fc.integer({ min: -9_000, max: 9_000 }), (from, n) => daysBetween(from, plusDays(from, n)) === n),
  )
})

test('a day exists or not', () => {
  fc.assert(fc.property(day, isDay))
  expect(['2023-02-29', '2024-02-30', '2024-13-01', '2024-1-1', '', '2024-01-01T00'].filter(isDay)).toEqual([])
  expect(isDay('2024-02-29')).toBe(true)
})

test('a month on is the same day of the month, or the last one', () => {
  expect(plusMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(plusMonths('2023-03-31', -1)).toBe('2023-02-28')
  expect(plusMonths('2023-12-15', 1)).toBe('2024-01-15')
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const to = plusMonths(from, months)
      const counted = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
      return isDay(to) && counted(to) - counted(from) === months && to.slice(8) <= from.slice(8)
    }),
  )
})

test('a day has a place on the slider', () => {
  expect(shareOf('2024-01-01', '2024-01-01', '2024-01-01')).toBe(1)
  expect(shareOf('2024-01-06', '2024-01-01', '2024-01-11')).toBe(0.5)
  expect(clamped('2023-01-01', '2024-01-01', '2024-12-31')).toBe('2024-01-01')
  expect(clamped('2025-01-01', '2024-01-01', '2024-12-31')).toBe('2024-12-31')
})

test('what ends on a day is not on that day any more', () => {
  expect(['2023-12-31', '2024-01-01', '2024-01-02'].filter((text) => isOn(text, '2024-01-01', '2024-01-02'))).toEqual([
    '2024-01-01',
  ])
  expect(isOn('2099-01-01', '2024-01-01', null)).toBe(true)
})

test('the day of a moment is that of Jakarta', () => {
  expect(dayOf(new Date('2024-01-01T16:59:59Z'))).toBe('2024-01-01')
  expect(dayOf(new Date('2024-01-01T17:00:00Z'))).toBe('2024-01-02')
  expect(spoken('2024-01-02')).toBe('2 January 2024')
})
