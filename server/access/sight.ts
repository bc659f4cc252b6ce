import type { Asking } from '../reader/asking.ts'
import { implies } from '../reader/owner.ts'
import { Row } from '../reader/row.ts'
import { join, type Sql, sql } from '../reader/sql.ts'
import { fields, possible, type Relation, scopes, sight } from './policy.ts'
import { mine, related, type Told } from './relation.ts'

/** A type whose rows are seen by what the viewer is to them. */
type AboutPeople = keyof typeof scopes

/** A type whose rows belong to an assignment, or are one. */
type OfAssignment = Exclude<AboutPeople, 'Person'>

const held = new Row('held')

/**
 * Whether the viewer sees a row of `assignment`, on the day; null: all of them.
 *
 * @param few whether the rows are few, as below another row: then each is looked up; else all that the viewer sees come first
 */
export function seesAssignment(assignment: Row, asking: Asking, few: boolean): Sql | null {
  if (isOperator(asking)) return null
  return few
    ? any(allowed('Assignment', 'ALL', asking).map((relation) => related[relation].to(assignment, asking)))
    : sql`${assignment}.id in (${seenAssignments(asking)})`
}

/** The ids of all assignments that a viewer who is no operator sees on the day; of those whose rows of another type he sees. */
export function seenAssignments(asking: Asking, type: OfAssignment = 'Assignment'): Sql {
  const sets = allowed(type, 'ALL', asking).map((relation) => related[relation].all(asking))
  return sets.length ? join(sets, ' union all ') : sql`select null::uuid where false`
}

/** What lets this viewer see a row that belongs to an assignment: one of these he is to that. */
export const relationsTo = (type: OfAssignment, asking: Asking): Told[] => allowed(type, 'ALL', asking)

/** Whether the viewer sees a row that belongs to an assignment, on the day; null: all of those below what he sees. `few` as for assignments. */
export function seesOf(type: OfAssignment, assignment: Sql, asking: Asking, few: boolean): Sql | null {
  const relations = relationsTo(type, asking)
  if (isOperator(asking) || implies(asking.owner?.relations, relations)) return null
  if (!few) return sql`${assignment} in (${seenAssignments(asking, type)})`
  const holds = any(relations.map((relation) => related[relation].to(held, asking)))
  return sql`exists (select from assignment ${held} where ${held}.id = ${assignment} and ${holds})`
}

/** Whether the viewer sees, as supervisor, all that stand below an assignment on the day; null: no viewer of his role does. */
export function supervisesAllBelow(assignment: Sql, asking: Asking): Sql | null {
  if (!allowed('Assignment', 'ALL', asking).includes('SUPERVISOR')) return null
  const own = sql`select id from assignment where id = ${assignment}`
  return sql`exists (select from (${own}) ${held} where ${held}.id = ${mine(asking)} or ${related.SUPERVISOR.to(held, asking)})`
}

/** Whether the viewer sees a group of fields of a row of `person`, on the day: himself, or the holder of an assignment; null: of all. */
export function seesPerson(person: Row, asking: Asking, group: keyof (typeof sight)['Person'] = 'NAME'): Sql | null {
  if (isOperator(asking)) return null
  const found = allowed('Person', group, asking)
  const others = found.filter((relation) => relation !== 'SELF')
  const holds = any(others.map((relation) => related[relation].to(held, asking)))
  return any([
    ...(found.includes('SELF') ? [sql`${person}.id = ${asking.person}::uuid`] : []),
    ...(others.length
      ? [sql`exists (select from assignment ${held} where ${held}.person_id = ${person}.id and ${holds})`]
      : []),
  ])
}

/** Whether the viewer sees a field of a row of `person` that he sees; null: of every such row. */
export function seesPersonField(person: Row, field: string, asking: Asking): Sql | null {
  const group = groupOf(field)
  if (group === 'NAME') return null
  const seen = allowed('Person', 'NAME', asking)
  const others = allowed('Person', group, asking)
  // who has no right to people of his own, such as a program that reads plans, comes by another row: for the name alone
  const isSeen = seen.length > 0 && seen.every((relation) => others.includes(relation))
  return isSeen ? null : seesPerson(person, asking, group)
}

type PersonGroup = keyof typeof fields.Person

function groupOf(field: string): PersonGroup {
  const groups = Object.entries(fields.Person) as [PersonGroup, readonly string[]][]
  const group = groups.find(([, names]) => names.includes(field))?.[0]
  if (!group) throw new Error(`Person.${field} is in no group of the policy`)
  return group
}

const isOperator = ({ role }: Asking) => role === 'OPERATOR'

/** Whether a program's key is for rows of a type; true for all other viewers. */
export const hasScope = (type: AboutPeople, { role, scopes: held }: Asking): boolean =>
  role !== 'INTEGRATION' || held.includes(scopes[type])

/** What this viewer can be to a row that he then sees. */
function allowed<Type extends AboutPeople>(type: Type, group: keyof (typeof sight)[Type], asking: Asking): Told[] {
  const { role } = asking
  if (!role || !hasScope(type, asking)) return []
  const seenBy = sight[type][group] as readonly Relation[]
  return possible[role].filter((relation): relation is Told => relation in related && seenBy.includes(relation))
}

const any = (conditions: readonly Sql[]): Sql => (conditions.length ? sql`(${join(conditions, ' or ')})` : sql`false`)
