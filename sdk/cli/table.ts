import { csvRecord } from './csv.ts'
import { columnsOf, type Row, rowOf } from './rows.ts'

/** How rows are printed. */
export type Format = 'csv' | 'ndjson'

type Items = AsyncIterable<unknown> | Iterable<unknown>

/** Items as text: NDJSON as they come, CSV when the last is there, for only then all columns are known. */
export async function* textOf(items: Items, format: Format): AsyncGenerator<string, void, undefined> {
  if (format === 'ndjson') {
    for await (const item of items) yield `${JSON.stringify(item)}\n`
    return
  }
  const rows: Row[] = []
  for await (const item of items) rows.push(rowOf(item))
  yield* csvText(rows)
}

/** Rows as records of a CSV file, below one of the columns' names. */
export function* csvText(rows: readonly Row[]): Generator<string, void, undefined> {
  const columns = columnsOf(rows)
  if (columns.length > 0) yield csvRecord(columns)
  for (const row of rows) yield csvRecord(columns.map((column) => row.get(column)))
}
