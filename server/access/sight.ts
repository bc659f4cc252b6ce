import type { Asking } from '../reader/asking.ts'
import { type Sql, sql } from '../reader/sql.ts'

/**
 * Who may see a row about people: what every entity's `visible` is made of. An operator sees all; a person his own assignments and
 * those below them on the day; nobody else any.
 *
 * @param assignment the id of the assignment that the row belongs to
 * @param few whether the rows are few, as below another row: then each is looked up; else all that the viewer sees come first
 */
export function seesAssignment(assignment: Sql, asking: Asking, few: boolean): Sql | null {
  if (asking.role === 'OPERATOR') return null
  if (!few) return sql`${assignment} in (${assignmentsOf(asking)})`
  // the `or` keeps this a look-up for each row, whatever the planner thinks of their number
  const mine = sql`any(array(select id from assignment where person_id = ${asking.person}::uuid))`
  return sql`(${assignment} = ${mine} or exists (
    select from supervision_path where descendant_id = ${assignment} and ancestor_id = ${mine}
      and capacity = 'APPRAISER' and validity @> ${asking.day}))`
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
