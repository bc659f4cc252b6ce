import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Entry, readRecords } from '../server/import/records.ts'

async function read(content: string | Buffer): Promise<Entry[]> {
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-records-'))
  const path = join(directory, 'file.csv')
  try {
    await writeFile(path, content)
    const entries: Entry[] = []
    for await (const piece of readRecords(path)) entries.push(...piece.entries)
    return entries
  } finally {
    await rm(directory, { recursive: true })
  }
}

const told = (entries: readonly Entry[]) =>
  entries.map((entry) => `${entry.line} ${'cells' in entry ? entry.cells.join('|') : entry.problem.code}`)

test('a record is told by the line it begins on', async () => {
  expect(told(await read('a,b\n"1\n2",3\r\n\n4,"5""6"\n,\n7,8'))).toEqual(['1 a|b', '2 1\n2|3', '5 4|5"6', '7 7|8'])
})

test('a broken quotation mark costs its line, not the file', async () => {
  expect(told(await read('a,b\n"1"x,2\n3,4\n5,6"7\n8,"9\n10,11\n"12",13\n'))).toEqual([
    '1 a|b',
    '2 BAD_FORMAT',
    '3 3|4',
    '4 BAD_FORMAT',
    '5 BAD_FORMAT',
    '6 10|11',
    '7 12|13',
  ])
})

test('a quotation mark that is never closed costs its line, however long the file', async () => {
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index},x`)
  const entries = await read(['a,b', '"open,x', ...rows, ''].join('\n'))
  expect(told(entries.slice(0, 3))).toEqual(['1 a|b', '2 BAD_FORMAT', '3 0|x'])
  expect(entries.length).toBe(60_002)
})

test('a record of more than 64 kB is refused, were it a gigabyte', async () => {
  const entries = await read(`a,b\n${'x'.repeat(65_000)},1\n${'x'.repeat(70_000)},2\n${'y'.repeat(3_000_000)},3\n4,5\n`)
  expect(entries.map((entry) => ('cells' in entry ? entry.cells[1] : entry.problem.advice.slice(0, 8)))).toEqual([
    'b',
    '1',
    'Look for',
    'Look for',
    '5',
  ])
  expect(entries.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5])
})

test('what is not UTF-8 is refused row by row', async () => {
  const latin = Buffer.from('a,b\nJosé,1\nSari,2\n\0,3\n', 'latin1')
  expect(told(await read(latin))).toEqual(['1 a|b', '2 BAD_FORMAT', '3 Sari|2', '4 BAD_FORMAT'])
})

test('what is written is read, wherever the pieces of the file end', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '😀'), maxLength: 30 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { maxLength: 40 }),
      fc.integer({ max: 65_000 }),
      async (rows, pad) => {
        const all = [['a', 'x'.repeat(Math.max(pad, 1))], ...Array(4).fill(['b', 'y'.repeat(60_000)]), ...rows]
        const entries = await read(all.map((row) => `${row.map(quote).join(',')}\n`).join(''))
        const cells = entries.map((entry) => ('cells' in entry ? entry.cells : entry.problem))
        expect(cells).toEqual(all.filter((row) => row.some((text: string) => text.trim())))
      },
    ),
    { numRuns: 30 },
  )
})

test('no bytes whatever make the reader throw or lose count', async () => {
  const piece = fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\r', 'a', '\0', '\u{feff}', '12')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
      const content = pieces.join('')
      const lines = (await read(content)).map(({ line }) => line)
      expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b))
      expect(Math.max(0, ...lines)).toBeLessThanOrEqual(content.split('\n').length)
    }),
    { numRuns: 200 },
  )
})
