import type { Asked, ListArguments, Rules, Viewer } from './asked.ts'
import { contains } from './contains.ts'
import { holds } from './day.ts'
import { areaIn, officeUnder } from './organisation.ts'
import { type Order, page, sorted } from './page.ts'
import { refused } from './refused.ts'
import { seesAssignment, seesPart, seesPerson } from './sight.ts'
import type { Assignment, Office, Person, School, World } from './world.ts'

interface Filter {
  readonly office?: string | null
  readonly district?: string | null
  readonly school?: string | null
  readonly level?: readonly string[] | null
  readonly employment?: readonly string[] | null
  readonly position?: readonly string[] | null
  readonly basis?: string | null
  readonly nameContains?: string | null
}

interface Assignments extends ListArguments {
  readonly filter?: Filter | null
}

interface AsOf {
  readonly asOf?: string | null
}

const personOf = ({ people }: Pick<World, 'people'>, { personId }: Assignment) =>
  people.find(({ id }) => id === personId)

const schoolOf = (world: World, { npsn }: Assignment) => world.schools.find((school) => school.npsn === npsn)

/** The order that is asked for. */
export const assignmentOrder = (orderBy: ListArguments['orderBy'], world: Pick<World, 'people'>): Order<Assignment> => {
  const { field, direction } = orderBy ?? { field: 'NAME', direction: 'ASC' }
  return {
    name: `${field} ${direction}`,
    keys: (row) => (field === 'NAME' ? [personOf(world, row)?.name ?? '', row.id] : [row.from, row.id]),
    descending: direction === 'DESC',
  }
}

/** A page of those in force on the day that the viewer sees. */
export function assignments(rows: readonly Assignment[], args: Assignments, asked: Asked) {
  const { world, day, field } = asked
  const { office, district, school, level, employment, position, basis, nameContains } = args.filter ?? {}
  const found = rows
    .filter((row) => holds(row, day))
    .filter((row) => seesAssignment(row, asked))
    .filter((row) => office == null || officeUnder(world, row.officeCode ?? schoolOf(world, row)?.officeCode, office))
    .filter((row) => district == null || areaIn(world, schoolOf(world, row)?.districtCode, district))
    .filter((row) => school == null || schoolOf(world, row)?.id === school)
    .filter((row) => level == null || level.includes(schoolOf(world, row)?.level ?? ''))
    .filter((row) => employment == null || employment.includes(personOf(world, row)?.employment ?? ''))
    .filter((row) => position == null || position.includes(row.position))
    .filter((row) => basis == null || row.basis === basis)
    .filter((row) => nameContains == null || contains(personOf(world, row)?.name ?? '', nameContains))
  return page(field, found, assignmentOrder(args.orderBy, world), args.first ?? 0, args.after)
}

/** The definitive holder of a position on the day before an acting one, of those that the viewer sees. */
function holder(rows: readonly Assignment[], position: string, asked: Asked): Assignment | undefined {
  const found = rows.filter((row) => row.position === position && holds(row, asked.day) && seesAssignment(row, asked))
  const keys = ({ basis, id }: Assignment) => [basis === 'DEFINITIVE' ? 0 : 1, id]
  return sorted(found, { name: '', keys, descending: false })[0]
}

const atOffice = ({ code }: Office, world: World) => world.assignments.filter(({ officeCode }) => officeCode === code)

const atSchool = (school: School, world: World) => world.assignments.filter(({ npsn }) => npsn === school.npsn)

const oldestFirst: Order<Assignment> = {
  name: '',
  keys: ({ from, until, id }) => [from, until ?? 'open comes last', id],
  descending: false,
}

/** People and their assignments. */
export const peopleRules: Rules = {
  Query: {
    person: (_: unknown, { id, nip }: { id?: string | null; nip?: string | null }, asked) => {
      const person = asked.world.people.find((each) => (id == null ? each.nip === nip : each.id === id))
      const isShown = person && (id == null ? seesPart(person, 'NUMBERS', asked) : seesPerson(person, asked))
      if (!isShown) throw refused('NOT_FOUND')
      return person
    },
    assignment: (_: unknown, { id }: { id: string }, asked) => {
      const assignment = asked.world.assignments.find((each) => each.id === id)
      if (!assignment || !seesAssignment(assignment, asked)) throw refused('NOT_FOUND')
      return assignment
    },
    teachers: (_: unknown, args: Assignments, asked) => {
      const teachers = asked.world.assignments.filter(({ position }) => position === 'TEACHER')
      return assignments(teachers, args, asked)
    },
    supervisors: (_: unknown, args: Assignments, asked) => {
      const edges = asked.world.edges.filter((edge) => holds(edge, asked.day))
      const above = asked.world.assignments.filter(({ id }) => edges.some(({ supervisor }) => supervisor === id))
      return assignments(above, args, asked)
    },
  },
  Viewer: {
    person: (viewer: NonNullable<Viewer>, _: unknown, { world }) => world.people.find(({ id }) => id === viewer.person),
  },
  Person: {
    nip: (person: Person, _: unknown, asked) => (seesPart(person, 'NUMBERS', asked) ? person.nip : null),
    nuptk: (person: Person, _: unknown, asked) => (seesPart(person, 'NUMBERS', asked) ? person.nuptk : null),
    sex: (person: Person, _: unknown, asked) => (seesPart(person, 'PRIVATE', asked) ? person.sex : null),
    birthDate: (person: Person, _: unknown, asked) => (seesPart(person, 'PRIVATE', asked) ? person.birthDate : null),
    email: (person: Person, _: unknown, asked) => (seesPart(person, 'PRIVATE', asked) ? person.email : null),
    assignments: ({ id }: Person, { asOf }: AsOf, asked) => {
      const theirs = asked.world.assignments.filter((row) => row.personId === id && seesAssignment(row, asked))
      return sorted(
        theirs.filter((row) => asOf == null || holds(row, asOf)),
        oldestFirst,
      )
    },
  },
  Assignment: {
    person: (row: Assignment, _: unknown, { world }) => personOf(world, row),
    school: (row: Assignment, _: unknown, { world }) => schoolOf(world, row),
    office: ({ officeCode }: Assignment, _: unknown, { world }) =>
      world.offices.find(({ code }) => code === officeCode),
  },
  Office: {
    head: (office: Office, _: unknown, asked) => holder(atOffice(office, asked.world), 'OFFICE_HEAD', asked),
    staff: (office: Office, args: Assignments, asked) => assignments(atOffice(office, asked.world), args, asked),
  },
  School: {
    principal: (school: School, _: unknown, asked) => holder(atSchool(school, asked.world), 'PRINCIPAL', asked),
    staff: (school: School, args: Assignments, asked) => assignments(atSchool(school, asked.world), args, asked),
  },
}
