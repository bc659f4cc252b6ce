import { commas, identifier, type Sql, sql } from '../reader/sql.ts'
import { type DimensionName, dimensions } from './dimension.ts'

/** Cells with a column for each dimension: null for those that are not grouped by. */
export const wholeCells = (cells: Sql, by: readonly DimensionName[]): Sql => sql`(
  select period, ${commas(
    Object.entries(dimensions).map(([name, { column, type }]) =>
      by.some((one) => one === name) ? identifier(column) : sql`null::${identifier(type)} as ${identifier(column)}`,
    ),
  )}, withheld, count
  from (${cells}) cell)`
