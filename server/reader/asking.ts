import type { Viewer } from '../access/viewer.ts'
import { Given } from './given.ts'
import type { Once } from './once.ts'
import type { Owner } from './owner.ts'
import { type Sql, sql } from './sql.ts'

/** Who asks, and the day whose rights and facts count. */
export interface Asking {
  /** As what; null for a stranger. */
  readonly role: Viewer['role'] | null
  /** The key of the person who asks. */
  readonly person: Given<string | null>
  /** The code of the office that a program asks for. */
  readonly office: Given<string | null>
  /** What a program may ask for. */
  readonly scopes: Viewer['scopes']
  /** A `date` in SQL. */
  readonly day: Sql
  /** What is known of the assignment that the rows at hand belong to, on the day. */
  readonly owner: Owner | null
  /** What the statement looks up once. */
  readonly once: Once
}

/** The question of a viewer, about today. */
export const asking = (role: Viewer['role'] | null, scopes: Viewer['scopes'], once: Once): Asking => ({
  role,
  scopes,
  once,
  owner: null,
  person: new Given(({ viewer }) => viewer?.person ?? null, null),
  office: new Given(({ viewer }) => viewer?.office ?? null, null),
  day: dayOf(new Given(({ today }) => today, '')),
})

/** The same question about another day, if one is given. */
export const on = (day: Given<string> | null | undefined, before: Asking): Asking =>
  day ? { ...before, day: dayOf(day), owner: null } : before

const dayOf = (day: Given<string>): Sql => sql`${day}::date`
