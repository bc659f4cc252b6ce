import type { Asking } from '../reader/asking.ts'
import type { Row } from '../reader/row.ts'
import { join, literal, type Sql, sql } from '../reader/sql.ts'
import { type Side, turns } from './workflow.ts'

/** Whether the next step of a cycle is the viewer's; `observerOf` in SQL. */
export function waitsFor(row: Row, { person, day }: Asking): Sql {
  const holder = row.joined('holder')
  const own = sql`${holder}.person_id = ${person}::uuid`
  const below = (capacity: string) => sql`${row}.assignment_id in (
    select descendant_id from supervision_path path join assignment mine on mine.id = path.ancestor_id
    where mine.person_id = ${person}::uuid and mine.validity @> ${day}
      and path.capacity = ${literal(capacity)} and path.depth = 1 and path.validity @> ${day})`
  const isDelegated = sql`(${holder}.position = 'PRINCIPAL' and exists (
    select from supervision_path path where path.descendant_id = ${row}.assignment_id
      and path.capacity = 'WORK_TEAM' and path.depth = 1 and path.validity @> ${day}))`
  const observes = sql`case when ${isDelegated} then ${below('WORK_TEAM')} else ${below('APPRAISER')} end`
  // who is nobody's observer, such as an operator, is waited for by none
  return sql`coalesce(${own} and ${hasTurn(row, 'OBSERVED')} or not ${own} and ${hasTurn(row, 'OBSERVER')} and ${observes}, false)`
}

const hasTurn = (row: Row, side: Side): Sql => sql`${row}.status in (${join(turns[side].map(literal), ', ')})`
