import type { Given } from './given.ts'
import { type Sql, sql } from './sql.ts'

/** Whether a text holds a part of it, upper or lower case; the part's own wildcards count as themselves. */
export const contains = (text: Sql, part: Given<string>): Sql =>
  sql`${text} ilike ${part.decidingPlan().map((value) => `%${value.replace(/[\\%_]/g, '\\$&')}%`)}`
