import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { forCommands, openDatabase } from '../server/database/database.ts'
import { type ImportOptions, type ImportResult, importFolder } from '../server/import/import.ts'
import { readRefusals } from '../server/import/report.ts'
import { type Cells, type Table, tables } from '../server/sample/table.ts'
import { makeDatabase } from './support.ts'

type Rows = { readonly [T in Table]?: readonly Cells<T>[] | string | Buffer }

/** What an import did, with its refusals in short. */
export interface Outcome extends ImportResult {
  /** As `people.csv:3 DUPLICATE`. */
  refusals: string[]
}

/** A database to import into. */
export interface Town {
  pool: Pool
  /** Imports files of rows, which need to name only what matters, or of bytes. */
  deliver(rows: Rows, options?: ImportOptions): Promise<Outcome>
  load(directory: string): Promise<Outcome>
  /** The rows of a query, each as its values joined by blanks. */
  read(query: string): Promise<string[]>
  close(): Promise<void>
}

/** What a row of each table says unless it is said otherwise. */
const usual: Readonly<Record<Table, Readonly<Record<string, string>>>> = {
  offices: { name: 'Dinas Pendidikan', level: 'DISTRICT', parent_code: '35' },
  schools: { name: 'SD Negeri', level: 'SD', ownership: 'STATE', district_code: '35.78', office_code: '35.78' },
  people: { name: 'Sari', employment: 'NON_ASN', sex: 'F', birth_date: '1985-07-14' },
  assignments: { position: 'TEACHER', basis: 'DEFINITIVE', npsn: '20500001', from: '2023-01-01' },
  supervision: { capacity: 'APPRAISER', from: '2023-01-01' },
  'report-card-scores': { npsn: '20500001', year: '2023', indicator_code: 'ORDERLY_CLASSROOM', label: 'BAIK' },
}

/** A province, a district and a school. */
export const places: Rows = {
  offices: [{ code: '35.78' }, { code: '35', level: 'PROVINCE', parent_code: '' }],
  schools: [{ npsn: '20500001' }],
}

/** People P1, P2 … with one assignment each, A1, A2 … */
export function staff(count: number): Pick<Rows, 'people' | 'assignments'> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return {
    people: numbers.map((number) => ({ person_key: `P${number}` })),
    assignments: numbers.map((number) => ({ assignment_key: `A${number}`, person_key: `P${number}` })),
  }
}

/** A file as bytes. */
export function csv(table: Table, rows: readonly Readonly<Record<string, string | undefined>>[]): string {
  const all = rows.map((row): typeof row => ({ ...usual[table], ...row }))
  const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const lines = all.map((row) => tables[table].map((column) => quote(row[column] ?? '')).join(','))
  return [tables[table].join(','), ...lines, ''].join('\n')
}

/** Imports into a database. */
export function importsInto(pool: Pool): Pick<Town, 'deliver' | 'load'> {
  async function load(directory: string, options: ImportOptions = {}): Promise<Outcome> {
    const result = await importFolder(directory, pool, options)
    const refusals: string[] = []
    for await (const page of readRefusals(pool, result.report)) {
      refusals.push(...page.map(({ file, line, code }) => `${file}:${line} ${code}`))
    }
    return { ...result, refusals }
  }

  return {
    load,
    async deliver(rows, options) {
      const directory = await mkdtemp(join(tmpdir(), 'kinerja-import-'))
      try {
        for (const [table, content] of Object.entries(rows)) {
          const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : csv(table as Table, content)
          await writeFile(join(directory, `${table}.csv`), bytes)
        }
        return await load(directory, options)
      } finally {
        await rm(directory, { recursive: true })
      }
    },
  }
}

/** A database of its own with nobody in it. */
export async function makeTown(): Promise<Town> {
  const { url, drop } = await makeDatabase()
  const database = await openDatabase(url, forCommands)
  const { pool } = database
  return {
    pool,
    ...importsInto(pool),
    async read(query) {
      const { rows } = await pool.query({ text: query, rowMode: 'array' })
      return rows.map((row: unknown[]) => row.join(' '))
    },
    async close() {
      await database.close()
      await drop()
    },
  }
}
