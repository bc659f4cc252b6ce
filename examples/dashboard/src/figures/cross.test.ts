import { expect, test } from 'vitest'
import { crossOf, leastFirst, rowOf } from './cross.ts'

const [one, two] = [
  { id: 'sch_1', name: 'SD Negeri 1' },
  { id: 'sch_2', name: 'SD Negeri 2' },
]

const cell = (school: typeof one | null, status: string | null, count: number | null, withheld = false) => ({
  school,
  status,
  count,
  withheld,
})

const columns = ['AGREED', 'DRAFTED'] as const

const rowsOf = (cells: readonly ReturnType<typeof cell>[]) =>
  crossOf(
    cells,
    ({ school }) => school,
    ({ status }) => status,
    columns,
  )

test('each head has a row, in the order in which they come, and what is not among its cells is 0', () => {
  expect(rowsOf([cell(one, 'AGREED', 7), cell(two, 'DRAFTED', 2), cell(one, 'DRAFTED', 1)])).toEqual([
    { head: one, counts: { AGREED: 7, DRAFTED: 1 }, without: 0, withheld: undefined, total: 8 },
    { head: two, counts: { AGREED: 0, DRAFTED: 2 }, without: 0, withheld: undefined, total: 2 },
  ])
})

test('those without a value are counted apart, and in all', () => {
  expect(rowsOf([cell(one, null, 4), cell(one, 'AGREED', 1)])[0]).toMatchObject({ without: 4, total: 5 })
})

test('where some of a row are withheld, nothing is 0 that might not be', () => {
  expect(rowsOf([cell(one, 'AGREED', 7), cell(one, null, 5, true)])[0]).toEqual({
    head: one,
    counts: { AGREED: 7, DRAFTED: null },
    without: null,
    withheld: 5,
    total: 12,
  })
})

test('where not even their number is told, the whole has none', () => {
  expect(rowsOf([cell(one, null, null, true)])[0]).toMatchObject({ withheld: null, total: null })
})

test('cells without a head are in no row, and all cells are one row', () => {
  const cells = [cell(null, 'AGREED', 3), cell(one, 'AGREED', 4)]
  expect(rowsOf(cells)).toHaveLength(1)
  expect(rowOf(cells, ({ status }) => status, columns)).toMatchObject({ counts: { AGREED: 7 }, total: 7 })
})

test('who has done least comes first, by name among equals, and last who is not told of', () => {
  const three = { id: 'sch_3', name: 'PAUD Negeri 3' }
  const four = { id: 'sch_4', name: 'SMP Negeri 4' }
  const cells = [
    cell(one, 'AGREED', 9),
    cell(two, null, null, true),
    cell(three, 'AGREED', 2),
    cell(three, 'DRAFTED', 2),
    cell(four, 'AGREED', 3),
  ]
  expect(leastFirst(rowsOf(cells), ['AGREED']).map(({ head }) => head)).toEqual([three, one, four, two])
})
