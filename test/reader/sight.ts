import type { Asked } from './asked.ts'
import { linksAbove } from './line.ts'
import type { Assignment, Person } from './world.ts'

/** Operators see every assignment; a person his own, and those below one of his own on the day; nobody else any. */
export function seesAssignment(assignment: Assignment, { world, viewer, day }: Asked): boolean {
  if (viewer?.role === 'OPERATOR') return true
  if (viewer?.role !== 'PERSON') return false
  if (assignment.personId === viewer.person) return true
  return linksAbove(world, assignment.id, 'APPRAISER', day).some(
    ({ supervisor }) => holderOf(supervisor, world.assignments) === viewer.person,
  )
}

/** A person is seen by himself, and by whoever sees one of his assignments on the day. */
export function seesPerson(person: Person, asked: Asked): boolean {
  const { world, viewer } = asked
  if (viewer?.role === 'OPERATOR') return true
  if (viewer?.role === 'PERSON' && viewer.person === person.id) return true
  return world.assignments.some((assignment) => assignment.personId === person.id && seesAssignment(assignment, asked))
}

const holderOf = (id: string, assignments: readonly Assignment[]) =>
  assignments.find((each) => each.id === id)?.personId
