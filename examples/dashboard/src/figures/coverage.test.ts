import { expect, test } from 'vitest'
import { coverageOf } from './coverage.ts'

const school = { id: 'sch_1', name: 'SD Negeri 1' }
const cell = (observation: string | null, count: number | null, withheld = false) => ({
  school,
  observation,
  count,
  withheld,
})
const rowOf = (...cells: ReturnType<typeof cell>[]) => coverageOf(cells, (each) => each.school)[0]

test('who has no agreed plan has nothing to be observed, and does not count', () => {
  const row = rowOf(cell(null, 4), cell('OBSERVED', 2), cell('NONE', 6))
  expect(row).toMatchObject({ counts: { CONCLUDED: 0, OBSERVED: 2, BEGUN: 0, NONE: 6 }, total: 8 })
  expect(rowOf(cell(null, 4))).toBeUndefined()
})

test('with some withheld it is not known how many are agreed', () => {
  expect(rowOf(cell('OBSERVED', 7), cell(null, 6, true))).toMatchObject({
    counts: { CONCLUDED: null, OBSERVED: 7 },
    withheld: 6,
    total: null,
  })
})
