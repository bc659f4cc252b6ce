import type { Viewer } from '../access/viewer.ts'
import { parameter, type Sql, sql } from './sql.ts'

/** Who asks, and the day whose rights and facts count. */
export interface Asking {
  readonly viewer: Viewer | null
  /** A `date` in SQL. */
  readonly day: Sql
}

/** Asking about a day. */
export function asking(viewer: Viewer | null, day: string): Asking {
  return { viewer, day: sql`${parameter(day)}::date` }
}

/** The same question on another day, if one is given. */
export const on = (day: string | undefined, before: Asking): Asking =>
  day === undefined ? before : asking(before.viewer, day)
