import type { Asking } from '../reader/asking.ts'
import { type Sql, sql } from '../reader/sql.ts'

/**
 * Who may see a row about people: what every entity's `visible` is made of. An operator sees all; a person his own assignments and
 * those below them on the day; nobody else any.
 *
 * @param assignment the id of the assignment that the row belongs to
 */
export function seesAssignment(assignment: Sql, asking: Asking): Sql | null {
  if (asking.role === 'OPERATOR') return null
  return sql`${assignment} in (${assignmentsOf(asking)})`
}

/** The same for a row about a person: the viewer himself, or one that holds an assignment he sees. */
export function seesPerson(person: Sql, asking: Asking): Sql | null {
  if (asking.role === 'OPERATOR') return null
  return sql`${person} in (
    select ${asking.person}::uuid union all select person_id from assignment where id in (${assignmentsOf(asking)}))`
}

const assignmentsOf = ({ person, day }: Asking): Sql => {
  const own = sql`select id from assignment where person_id = ${person}::uuid`
  return sql`select descendant_id from supervision_path
    where ancestor_id in (${own}) and capacity = 'APPRAISER' and validity @> ${day} union all ${own}`
}
