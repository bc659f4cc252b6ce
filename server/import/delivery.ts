import type { ClientBase } from 'pg'
import type { Problem } from './problem.ts'

/** A problem of one row, as the report will tell it. */
export interface Refusal extends Problem {
  line: number
  column: string | null
  /** As delivered, not yet masked. */
  value: string | null
  /** The natural key of the row as far as it is legible: a refused row is delivered, not missing. */
  key: string | null
}

/** How the cells of one column are read; an empty cell is never parsed. */
export interface Column {
  type: 'text' | 'date' | 'int' | 'numeric(5, 2)'
  required: boolean
  parse(text: string): string | Problem
}

/** A row as text that PostgreSQL reads as the columns' types. */
export type Row<C extends string = string> = Readonly<Record<C, string | null>>

/** Rows of the temporary table `delivery` that the database knows to be wrong. */
export interface Check extends Problem {
  column: string
  /** A query of the lines to refuse; `delivery` is best called d. */
  lines: string
}

/** How `delivery d` becomes rows of a table `t`. Expressions are SQL. */
export interface Merge {
  table: string
  match: string
  /** New rows go first if stored ones may come to refer to them; else last, as stored ones make room for them. */
  insertsFirst?: boolean
  /** Columns that are written once. */
  identity: Readonly<Record<string, string>>
  /** Columns that follow the delivery. */
  values: Readonly<Record<string, string>>
}

/** One file of the import format: everything about it that is not the same for all. */
export interface Delivery<C extends string = string> {
  file: string
  columns: Readonly<Record<C, Column>>
  /** The natural key, stable between deliveries. */
  key: readonly C[]
  /** What can be said about a row whose cells are all legible. */
  inspect?(row: Row<C>): (Problem & { column: C }) | undefined
  /** Goes first in the transaction. */
  begin?(client: ClientBase): Promise<void>
  /** A query over `delivery d` that replaces it, with references looked up. */
  resolve?: string
  checks: readonly (Check | { untilStable: readonly Check[] })[]
  /** Refuses what needs more than a query; `refuse` moves the rows of a check out of `delivery`, says how many. */
  settle?(client: ClientBase, refuse: (check: Check) => Promise<number>): Promise<void>
  merge: Merge
  /** A query of the stored rows' natural keys, as `key`, parts joined by a slash. */
  stored: string
  /** Brings what hangs on the merged rows into line, in the same transaction. */
  follow?(client: ClientBase, merged: Merged): Promise<void>
}

/** What a merge did. */
export interface Merged {
  inserted: number
  updated: number
}
