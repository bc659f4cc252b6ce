import { type Count, shareOf, sumOf, withheldOf } from './count.ts'

/** A count of `analytics`, as far as a cross table needs it. */
export interface Counted {
  readonly count: Count
  readonly withheld: boolean
}

/** What has rows of its own: a school, an office. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** One row of a cross table. */
export interface CrossRow<Head, Column extends string> {
  readonly head: Head
  readonly counts: Readonly<Record<Column, Count>>
  /** Those who have none of the values. */
  readonly without: Count
  /** Those whose value is not told; undefined where everybody's is. */
  readonly withheld: Count | undefined
  readonly total: Count
}

/**
 * Cells as rows and columns. What is not among the cells is 0, as they are all that there are; but where some of a row are withheld, they
 * may have any value, and nothing can be said of the others.
 */
export function crossOf<Cell extends Counted, Head extends { readonly id: string }, const Column extends string>(
  cells: readonly Cell[],
  headOf: (cell: Cell) => Head | null,
  answerOf: (cell: Cell) => string | null,
  columns: readonly Column[],
): CrossRow<Head, Column>[] {
  const byHead = Map.groupBy(
    cells.filter((cell) => headOf(cell)),
    (cell) => headOf(cell)?.id,
  )
  return [...byHead.values()].flatMap((row) => {
    const head = row[0] && headOf(row[0])
    return head ? [{ head, ...rowOf(row, answerOf, columns) }] : []
  })
}

/** All cells as one row. */
export function rowOf<Cell extends Counted, const Column extends string>(
  cells: readonly Cell[],
  answerOf: (cell: Cell) => string | null,
  columns: readonly Column[],
): Omit<CrossRow<never, Column>, 'head'> {
  const told = cells.filter(({ withheld }) => !withheld)
  const withheld = withheldOf(cells)
  const countOf = (wanted: string | null): Count => {
    const found = told.filter((cell) => answerOf(cell) === wanted)
    return found.length === 0 && withheld !== undefined ? null : sumOf(found.map(({ count }) => count))
  }
  return {
    counts: Object.fromEntries(columns.map((column) => [column, countOf(column)])) as Record<Column, Count>,
    without: countOf(null),
    withheld,
    total: sumOf(cells.map(({ count }) => count)),
  }
}

/** Rows with the least of some values first, then by name; last those of which it is not told. */
export function leastFirst<Column extends string>(
  rows: readonly CrossRow<Named, Column>[],
  wanted: readonly NoInfer<Column>[],
): CrossRow<Named, Column>[] {
  const share = ({ counts, total }: CrossRow<Named, Column>) =>
    shareOf(sumOf(wanted.map((column) => counts[column])), total) ?? Number.POSITIVE_INFINITY
  return rows.toSorted((a, b) => share(a) - share(b) || a.head.name.localeCompare(b.head.name, 'id'))
}
