import { expect, test } from 'vitest'
import { histogramOf } from './points.ts'

const range = { pointsFrom: 32, pointsTo: 128 }
const cell = (points: number | null, count: number | null, withheld = false) => ({ points, count, withheld })
const countsOf = (cells: readonly ReturnType<typeof cell>[]) =>
  histogramOf(cells, range).bars.map(({ from, count }) => [from, count])

test('each step of 8 has a bar, those between as well, and those without points have none', () => {
  expect(countsOf([cell(24, 3), cell(8, 1), cell(null, 5)])).toEqual([
    [0, 0],
    [8, 1],
    [16, 0],
    [24, 3],
    [32, 0],
  ])
})

test('what is recommended goes from 32 up to 128', () => {
  const { bars } = histogramOf([cell(144, 1)], range)
  expect(bars.filter(({ recommended }) => recommended).map(({ from }) => from)).toEqual(
    Array.from({ length: 13 }, (_, at) => 32 + 8 * at),
  )
})

test('nothing planned is no bar, and what is withheld is said', () => {
  expect(histogramOf([cell(null, 7)], range)).toEqual({ bars: [], withheld: undefined })
  expect(histogramOf([cell(null, 7, true)], range)).toEqual({ bars: [], withheld: 7 })
})
