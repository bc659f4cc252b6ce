import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import type { ImportResult } from './import.ts'
import type { ReportedRefusal } from './summary.ts'

const page = 1_000

/** The refused rows of a report, a page at a time, in the order of files and lines. */
export async function* readRefusals(database: Pool, report: string, size = page): AsyncGenerator<ReportedRefusal[]> {
  let last = 0
  for (;;) {
    const { rows } = await database.query<ReportedRefusal & { number: number }>(
      `select number, file, line, "column", code, value, advice from import_refusal
       where report_id = $1 and number > $2 order by number limit ${size}`,
      [report, last],
    )
    if (rows.length === 0) return
    last = rows.at(-1)?.number ?? last
    yield rows.map(({ number, ...refusal }) => refusal)
  }
}

/** Writes the whole report as JSON, however many rows were refused. */
export async function writeReport(database: Pool, result: ImportResult, path: string): Promise<void> {
  await pipeline(json(database, result), createWriteStream(path))
}

async function* json(database: Pool, { report, files, absent, refused }: ImportResult): AsyncGenerator<string> {
  const head = JSON.stringify({ id: report, files, absent, refused }, null, 2)
  yield `${head.slice(0, -2)},\n  "refusals": [`
  let separator = '\n'
  for await (const refusals of readRefusals(database, report)) {
    yield separator + refusals.map((refusal) => `    ${JSON.stringify(refusal)}`).join(',\n')
    separator = ',\n'
  }
  yield '\n  ]\n}\n'
}
