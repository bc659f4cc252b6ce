import { expect, test } from 'vitest'
import { shareOf, sumOf, withheldOf } from './count.ts'

test('a sum with something unknown is unknown, never too small', () => {
  expect(sumOf([1, 2, 3])).toBe(6)
  expect(sumOf([1, null, 3])).toBeNull()
  expect(sumOf([])).toBe(0)
})

test('there is no share of nothing, nor of what is unknown', () => {
  expect(shareOf(1, 4)).toBe(0.25)
  for (const [part, whole] of [
    [0, 0],
    [null, 4],
    [1, null],
  ] as const)
    expect(shareOf(part, whole)).toBeNull()
})

test('nothing withheld is not the same as none withheld', () => {
  const cell = (count: number | null, withheld: boolean) => ({ count, withheld })
  expect(withheldOf([cell(3, false)])).toBeUndefined()
  expect(withheldOf([cell(3, false), cell(6, true), cell(7, true)])).toBe(13)
  expect(withheldOf([cell(6, true), cell(null, true)])).toBeNull()
})
