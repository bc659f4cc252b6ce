import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createCsvFile } from './csv-file.ts'
import { generate, requirePossible, type SampleOptions } from './generate.ts'
import { type Table, tables } from './table.ts'

/** How many rows each file has. */
export type Counts = Readonly<Record<Table, number>>

const pieceLength = 64 * 1024

/**
 * Writes a generated data set in the import format into a folder, which is made if need be; files of an earlier one
 * are replaced. Options that cannot be met throw a RangeError before anything is written.
 *
 * @example await writeSample('sample', { province: '35', schools: 6, teachers: 12, seed: 1 })
 */
export async function writeSample(directory: string, options: SampleOptions): Promise<Counts> {
  requirePossible(options)
  await mkdir(directory, { recursive: true })
  const files = eachTable((table) => createCsvFile(join(directory, `${table}.csv`), tables[table]))
  try {
    for (const rows of generate(options)) {
      for (const { table, cells } of rows) files[table].add(cells)
      for (const file of Object.values(files)) await file.flush(pieceLength)
    }
    for (const file of Object.values(files)) await file.flush()
    return eachTable((table) => files[table].count())
  } finally {
    await Promise.all(Object.values(files).map((file) => file.close()))
  }
}

function eachTable<T>(make: (table: Table) => T): Record<Table, T> {
  return {
    offices: make('offices'),
    schools: make('schools'),
    people: make('people'),
    assignments: make('assignments'),
    supervision: make('supervision'),
    'report-card-scores': make('report-card-scores'),
  }
}
