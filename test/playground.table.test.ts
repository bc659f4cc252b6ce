import { parse as parseCsv } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { barsOf, numbersIn } from '../playground/workbench/chart.ts'
import { csvOf, sorted, type Table, tablesOf } from '../playground/workbench/table.ts'

const rowsOf = (table: Table | undefined) => table?.rows.map((row) => Object.fromEntries(row))

const only = (items: readonly object[]): Table => {
  const [table] = tablesOf({ items })
  if (!table) throw new Error('an array is a table')
  return table
}

test('the lists of an answer are tables: pages of connections, edges, plain lists', () => {
  const tables = tablesOf({
    teachers: { nodes: [{ id: 'a', person: { name: 'Ani' } }], totalCount: 1 },
    schools: { edges: [{ cursor: '1', node: { id: 's' } }] },
    office: { areas: ['35.73', '35.79'] },
    viewer: { role: 'PERSON' },
  })
  expect(tables.map(({ name }) => name)).toEqual(['teachers', 'schools', 'office.areas'])
  expect(tables.map(rowsOf)).toEqual([
    [{ id: 'a', 'person.name': 'Ani' }],
    [{ id: 's' }],
    [{ value: '35.73' }, { value: '35.79' }],
  ])
  for (const nothing of [null, { viewer: null }, { unreadCount: 3 }]) expect(tablesOf(nothing)).toEqual([])
})

test('rows are sorted by numbers as numbers, by texts as people do, and without a value last', () => {
  const { rows } = only([
    { n: 10, t: 'SD 10' },
    { n: 9, t: 'sd 9' },
    { n: null, t: null },
    { n: -1, t: 'Ä' },
  ])
  const column = (name: string, descending: boolean) =>
    sorted(rows, { column: name, descending }).map((row) => row.get(name))
  expect(column('n', false)).toEqual([-1, 9, 10, null])
  expect(column('n', true)).toEqual([10, 9, -1, null])
  expect(column('t', false)).toEqual(['Ä', 'sd 9', 'SD 10', null])
  expect(sorted(rows, null)).toBe(rows)
})

test('a table is a file that spreadsheets open and do not calculate', () => {
  const nasty = ['plain', 'a "quoted", text', 'two\nlines', '=1+1', '+1', '-1', '@SUM(A1)', 'Ünal']
  const csv = csvOf(only(nasty.map((text, number) => ({ text, number: -number }))))
  expect(csv.startsWith('\uFEFFtext,number\r\n')).toBe(true)
  const records: { text: string; number: string }[] = parseCsv(csv, {
    bom: true,
    columns: true,
    record_delimiter: '\r\n',
  })
  expect(records.map(({ text }) => text)).toEqual(nasty.map((text) => (/^[=+@-]/.test(text) ? `'${text}` : text)))
  expect(records[3]?.number).toBe('-3')
})

test('bars sum what has the same label, the largest first, and count rows where there are no numbers', () => {
  const table = only([
    { school: 'A', late: 1 },
    { school: 'B', late: 5 },
    { school: 'A', late: 2 },
    { school: null, late: null },
  ])
  expect(numbersIn(table)).toEqual(['late'])
  expect(barsOf(table, 'school', 'late')).toEqual([
    { label: 'B', value: 5 },
    { label: 'A', value: 3 },
  ])
  expect(barsOf(table, 'school', null)).toEqual([
    { label: 'A', value: 2 },
    { label: 'B', value: 1 },
    { label: '–', value: 1 },
  ])
})
