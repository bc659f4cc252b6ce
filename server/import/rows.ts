import type { Delivery, Refusal } from './delivery.ts'
import { bad, isProblem, missing, type Problem } from './problem.ts'
import type { Entry } from './records.ts'

/** Where the columns of a delivery stand in its file. */
export interface Layout {
  width: number
  positions: readonly number[]
}

/** Finds the columns by their names, in whatever order; further columns are passed over. */
export function readHeader({ columns }: Delivery, entry: Entry | undefined): Layout | Refusal {
  const { line, ...header } = entry ?? { line: 1, cells: [] }
  if ('problem' in header) return refusal(line, null, null, header.problem)
  const names = header.cells.map((cell) => cell.trim().toLowerCase())
  for (const column of Object.keys(columns)) {
    // an absent column is not an empty one: it would empty what is stored
    if (!names.includes(column)) {
      return refusal(line, column, null, {
        ...missing(column),
        advice: `Add the column ${column}; the file was not read.`,
      })
    }
    if (names.indexOf(column) !== names.lastIndexOf(column)) {
      return refusal(line, column, null, bad(`Keep one column ${column}; the file was not read.`))
    }
  }
  return { width: names.length, positions: Object.keys(columns).map((column) => names.indexOf(column)) }
}

/** Reads records: the values in the order of the delivery's columns, or the first problem in that order. */
export function createRowReader(delivery: Delivery, { width, positions }: Layout) {
  const columns = Object.entries(delivery.columns).map(([name, column], index) => ({
    name,
    column,
    position: positions[index] ?? 0,
  }))
  const keyPositions = delivery.key.map((name) => columns.find((column) => column.name === name)?.position ?? 0)

  return function readRow(entry: Entry): (string | null)[] | Refusal {
    if ('problem' in entry) return refusal(entry.line, null, null, entry.problem)
    const { line, cells } = entry
    if (cells.length !== width) {
      return refusal(line, null, null, bad(`Give the row ${width} columns, as the header has; it has ${cells.length}.`))
    }
    const row: Record<string, string | null> = {}
    const values: (string | null)[] = []
    for (const { name, column, position } of columns) {
      const cell = textAt(cells, position)
      const value = cell ? column.parse(cell) : column.required ? missing(name) : null
      if (isProblem(value)) return refusal(line, name, cell || null, value, legibleKey(cells, keyPositions))
      row[name] = value
      values.push(value)
    }
    const problem = delivery.inspect?.(row)
    if (!problem) return values
    return refusal(line, problem.column, row[problem.column] ?? null, problem, legibleKey(cells, keyPositions))
  }
}

function legibleKey(cells: readonly string[], positions: readonly number[]): string | null {
  const parts = positions.map((position) => textAt(cells, position))
  return parts.every(Boolean) ? parts.join('/') : null
}

function textAt(cells: readonly string[], position: number): string {
  return (cells[position] ?? '').trim()
}

function refusal(
  line: number,
  column: string | null,
  value: string | null,
  { code, advice }: Problem,
  key: string | null = null,
): Refusal {
  return { line, column, value, code, advice, key }
}
