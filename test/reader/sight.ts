import type { Asked } from './asked.ts'
import { dayOf, holds } from './day.ts'
import { linksAbove } from './line.ts'
import { officeUnder } from './organisation.ts'
import type { Assignment, Observation, Person, Plan } from './world.ts'

/** What of a person may be hidden from somebody who sees the row. */
type Part = 'NUMBERS' | 'PRIVATE'

const seers: Readonly<Record<Part, readonly string[]>> = {
  NUMBERS: ['SELF', 'SUPERVISOR', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'],
  PRIVATE: ['SELF', 'SUPERVISOR', 'OPERATOR'],
}

/** Everything the viewer is to an assignment on the day. */
function relationsTo(assignment: Assignment, asked: Asked, scope = 'SUPERVISION_READ'): string[] {
  const { world, viewer, day } = asked
  if (viewer?.role === 'OPERATOR') return ['OPERATOR']
  if (viewer?.role === 'INTEGRATION') {
    const reads = viewer.scopes.includes(scope)
    return reads && isAt(assignment, viewer.office, asked) ? ['INTEGRATION'] : []
  }
  if (viewer?.role !== 'PERSON') return []
  const mine = world.assignments.filter((each) => each.personId === viewer.person && holds(each, day))
  const isAbove = (capacity: string) =>
    linksAbove(world, assignment.id, capacity, day).some(({ supervisor }) => mine.some(({ id }) => id === supervisor))
  const desks = mine.filter(({ position }) => position === 'OFFICE_ADMIN')
  return [
    ...(assignment.personId === viewer.person ? ['SELF'] : []),
    ...(isAbove('APPRAISER') ? ['SUPERVISOR'] : []),
    ...(isAbove('WORK_TEAM') ? ['WORK_TEAM'] : []),
    ...(desks.some(({ officeCode }) => isAt(assignment, officeCode, asked)) ? ['OFFICE_ADMIN'] : []),
  ]
}

/** Whether somebody works, on the day, at an office, below it, or at a school run from there. */
function isAt(assignment: Assignment, office: string | null, { world, day }: Asked): boolean {
  const school = world.schools.find(({ npsn }) => npsn === assignment.npsn)
  return holds(assignment, day) && officeUnder(world, assignment.officeCode ?? school?.officeCode, `off_${office}`)
}

const relationsToPerson = (person: Person, asked: Asked) => [
  ...(asked.viewer?.role === 'OPERATOR' ? ['OPERATOR'] : []),
  ...(asked.viewer?.person === person.id ? ['SELF'] : []),
  ...asked.world.assignments
    .filter(({ personId }) => personId === person.id)
    .flatMap((assignment) => relationsTo(assignment, asked)),
]

/** Whoever is something to an assignment sees it. */
export const seesAssignment = (assignment: Assignment, asked: Asked): boolean =>
  relationsTo(assignment, asked).length > 0

/** A person is seen by himself, and by whoever sees one of his assignments on the day. */
export const seesPerson = (person: Person, asked: Asked): boolean => relationsToPerson(person, asked).length > 0

/** Whether a part of a person's row is shown; one right to it is enough. */
export const seesPart = (person: Person, part: Part, asked: Asked): boolean =>
  relationsToPerson(person, asked).some((relation) => seers[part].includes(relation))

/** A plan's state is seen by whoever was something to the assignment on the day, unless it has changed since. */
export const seesPlan = ({ changedAt }: Plan, assignment: Assignment, asked: Asked): boolean =>
  relationsTo(assignment, asked, 'PLAN_READ').length > 0 && dayOf(changedAt) <= asked.day

/** Its content and its history are seen by the same, but for those who are admins alone. */
export const seesPlanContent = (assignment: Assignment, asked: Asked): boolean =>
  relationsTo(assignment, asked, 'PLAN_READ').some((relation) => relation !== 'OFFICE_ADMIN')

/** An observation's state, likewise; and its content. */
export const seesObservation = ({ changedAt }: Observation, assignment: Assignment, asked: Asked): boolean =>
  relationsTo(assignment, asked, 'APPRAISAL_READ').length > 0 && dayOf(changedAt) <= asked.day

export const seesObservationContent = (assignment: Assignment, asked: Asked): boolean =>
  relationsTo(assignment, asked, 'APPRAISAL_READ').some((relation) => relation !== 'OFFICE_ADMIN')

/** Who supervises whom is not for programs whose key is for other things. */
export const seesSupervision = ({ viewer }: Asked): boolean =>
  viewer?.role !== 'INTEGRATION' || viewer.scopes.includes('SUPERVISION_READ')
