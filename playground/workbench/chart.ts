import type { Table } from './table.ts'

/** A bar: what it stands for, and how much. */
export interface Bar {
  readonly label: string
  readonly value: number
}

/** Columns that hold numbers, and nothing else. */
export const numbersIn = ({ columns, rows }: Table): readonly string[] =>
  columns.filter((column) => {
    const values = rows.map((row) => row.get(column) ?? null).filter((value) => value !== null)
    return values.length > 0 && values.every((value) => typeof value === 'number')
  })

/** The sum of a column for each label, the largest first; without a column, how many rows there are. */
export const barsOf = ({ rows }: Table, label: string, number: string | null): readonly Bar[] => {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const name = String(row.get(label) ?? '–')
    const value = number === null ? 1 : row.get(number)
    if (typeof value === 'number') sums.set(name, (sums.get(name) ?? 0) + value)
  }
  return Array.from(sums, ([name, value]) => ({ label: name, value })).sort((a, b) => b.value - a.value)
}
