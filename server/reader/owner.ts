import type { Asking } from './asking.ts'
import type { Row } from './row.ts'
import type { Shape, Target } from './shape.ts'
import type { Sql } from './sql.ts'

/** Whose the rows at hand are, as far as a row above them has told. */
export interface Owner {
  /** The key of the person who holds the assignment. */
  readonly person: Sql
  /** The viewer is one of these to the assignment; null where nobody asked. */
  readonly relations: readonly string[] | null
}

/** Whether a viewer who is one of some relations is one of others besides: what was asked for the first need not be asked again. */
export const implies = (some: Owner['relations'] | undefined, others: readonly string[]): boolean =>
  Boolean(some?.length) && (some ?? []).every((relation) => others.includes(relation))

/** What is known for the rows below one that was reached, of a type whose rows belong to assignments. */
export function ownerOf({ relations, audited }: Shape, { seen }: Target, row: Row, asking: Asking): Owner | null {
  if (!relations || !audited) return null
  const above = asking.owner
  const own = relations(asking)
  const isKnown = seen || implies(above?.relations, own)
  return { person: above?.person ?? audited.subject(row), relations: isKnown ? (above?.relations ?? null) : own }
}
