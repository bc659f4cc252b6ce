import { at } from '../../sdk/answer.ts'
import { type Found, itemsOf, listsIn } from '../../sdk/cli/list.ts'
import { columnsOf, type Row, rowOf } from '../../sdk/cli/rows.ts'
import { csvText } from '../../sdk/cli/table.ts'

/** A list of an answer as rows and columns. */
export interface Table {
  /** Where it lies: `teachers`. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** The same, as it came. */
  readonly items: readonly unknown[]
}

/** All lists of an answer that do not lie in another, as tables; an object without lists is one of a single row. */
export const tablesOf = (data: unknown): readonly Table[] => [...listsIn(data)].map((found) => tableOf(data, found))

const tableOf = (data: unknown, { path, kind }: Found): Table => {
  const items = itemsOf(at(data, path), kind)
  const rows = items.map(rowOf)
  return { name: path.join('.'), columns: columnsOf(rows), rows, items }
}

/** How rows are sorted: by a column, up or down. */
export interface Order {
  readonly column: string
  readonly descending: boolean
}

const { compare } = new Intl.Collator('id', { numeric: true })

/** Rows in an order; those without a value come last. */
export const sorted = (rows: readonly Row[], order: Order | null): readonly Row[] => {
  if (!order) return rows
  const { column, descending } = order
  return rows.toSorted((a, b) => {
    const [left, right] = [a.get(column) ?? null, b.get(column) ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    const difference =
      typeof left === 'number' && typeof right === 'number' ? left - right : compare(String(left), String(right))
    return descending ? -difference : difference
  })
}

/** A table as a file that spreadsheets open as it is: CSV, marked as UTF-8. */
export const csvOf = ({ rows }: Table): string => `\uFEFF${[...csvText(rows)].join('')}`
