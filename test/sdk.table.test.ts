import { expect, test } from 'vitest'
import { csvRecord } from '../sdk/cli/csv.ts'
import { type Format, textOf } from '../sdk/cli/table.ts'

const print = async (items: readonly unknown[], format: Format = 'csv') => {
  let printed = ''
  for await (const text of textOf(items, format)) printed += text
  return printed
}

test('what is null in some rows has the columns that it has in others, in one place', async () => {
  const items = [
    { name: 'Sari', school: null, until: null },
    { name: 'Budi', school: { npsn: '50000001', district: null }, until: null },
    { name: 'Agus', school: { npsn: '50000002', district: { code: '35.79' } }, until: '2024-01-02' },
  ]
  expect((await print(items)).split('\r\n')).toEqual([
    'name,school.npsn,school.district.code,until',
    'Sari,,,',
    'Budi,50000001,,',
    'Agus,50000002,35.79,2024-01-02',
    '',
  ])
})

test('lists stay in one cell, and no rows are no text', async () => {
  expect(await print([{ scopes: ['A', 'B'], posts: [{ id: 1 }] }])).toBe('scopes,posts\r\nA; B,"[{""id"":1}]"\r\n')
  expect(await print(['A', 'B'])).toBe('value\r\nA\r\nB\r\n')
  expect(await print([])).toBe('')
  expect(await print([{ a: null }], 'ndjson')).toBe('{"a":null}\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A'])(
  'the text %j is not calculated',
  (text) => expect(csvRecord([text]).replaceAll('"', '')).toBe(`'${text}\r\n`),
)

test('a number stays one, and what RFC 4180 wants quoted is quoted', () => {
  expect(csvRecord([-1.5, true, null, undefined, 'a,b', 'a"b', 'a\nb', 'a-b', ''])).toBe(
    '-1.5,true,,,"a,b","a""b","a\nb",a-b,\r\n',
  )
})
