import type { Asking } from '../reader/asking.ts'
import { Row } from '../reader/row.ts'
import { type Sql, sql } from '../reader/sql.ts'

/** A relation that is told by the row, not by the viewer's role alone. */
export type Told = 'SELF' | 'SUPERVISOR' | 'WORK_TEAM' | 'OFFICE_ADMIN' | 'INTEGRATION'

/** A relation to assignments, in SQL. */
interface Related {
  /** Whether the viewer is this to a row of `assignment`; looked up for each row. */
  readonly to: (assignment: Row, asking: Asking) => Sql
  /** The ids of all assignments that he is this to. */
  readonly all: (asking: Asking) => Sql
}

const path = new Row('path')
const school = new Row('run')

/** Any of the viewer's own assignments in force on the day. */
export const mine = ({ person, day, once }: Asking): Sql =>
  once.array(sql`select id from assignment where person_id = ${person}::uuid and validity @> ${day}`, 'uuid')

/** The codes of offices and of those below them; the tree of offices is two levels deep. */
export const officesAt = (code: Sql): Sql => sql`select code from office where code = ${code} or parent_code = ${code}`

/** The codes of the offices at which the viewer is admin on the day. */
export const administered = ({ person, day }: Asking): Sql => sql`any(array(
      select office_code from assignment where person_id = ${person}::uuid and position = 'OFFICE_ADMIN' and validity @> ${day}))`

// `offset 0` keeps `exists` a look-up for each row, whatever the planner thinks of their number
const below = (capacity: Sql): Related => ({
  to: (row, asking) => sql`exists (
    select from supervision_path ${path} where ${path}.descendant_id = ${row}.id and ${path}.ancestor_id = ${mine(asking)}
      and ${path}.capacity = ${capacity} and ${path}.validity @> ${asking.day} offset 0)`,
  all: (asking) => sql`select descendant_id from supervision_path
    where ancestor_id = ${mine(asking)} and capacity = ${capacity} and validity @> ${asking.day}`,
})

const at = (office: (asking: Asking) => Sql): Related => {
  const offices = (asking: Asking) => asking.once.array(officesAt(office(asking)), 'text')
  return {
    to: (row, asking) => sql`(${row}.validity @> ${asking.day} and (${row}.office_code = ${offices(asking)} or exists (
      select from school ${school} where ${school}.npsn = ${row}.school_npsn and ${school}.office_code = ${offices(asking)} offset 0)))`,
    all: (asking) => sql`select id from assignment where validity @> ${asking.day} and (office_code = ${offices(asking)}
      or school_npsn = any(array(select npsn from school where office_code = ${offices(asking)})))`,
  }
}

/** The relations that the rows tell. */
export const related: Readonly<Record<Told, Related>> = {
  SELF: {
    to: (row, { person }) => sql`${row}.person_id = ${person}::uuid`,
    all: ({ person }) => sql`select id from assignment where person_id = ${person}::uuid`,
  },
  SUPERVISOR: below(sql`'APPRAISER'`),
  WORK_TEAM: below(sql`'WORK_TEAM'`),
  OFFICE_ADMIN: at(administered),
  INTEGRATION: at(({ office }) => sql`${office}::text`),
}
