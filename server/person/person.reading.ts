import { fields } from '../access/policy.ts'
import { relationsTo, seesAssignment, seesPerson, seesPersonField } from '../access/sight.ts'
import { Refusal } from '../errors.ts'
import type { AssignmentFilter } from '../generated/schema.ts'
import { officesUnder, schoolsIn, schoolsUnder } from '../organisation/organisation.reading.ts'
import type { Asking } from '../reader/asking.ts'
import { key } from '../reader/key.ts'
import type { Row } from '../reader/row.ts'
import { type Arguments, type Extension, filtersOf, type Shape } from '../reader/shape.ts'
import { type Sql, sql } from '../reader/sql.ts'
import { contains } from '../reader/text.ts'

/** Whether an assignment is in force on the day that is asked about. */
const inForce = (assignment: Row, { day }: Asking): Sql => sql`${assignment}.validity @> ${day}`

const person: Shape = {
  type: 'Person',
  table: 'person',
  identified: 'Person',
  access: 'SIGNED_IN',
  visible: (row, asking) => seesPerson(row, asking),
  shows: seesPersonField,
  // names and numbers are what colleagues work with every day
  audited: { subject: (row) => sql`${row}.id`, fields: fields.Person.PRIVATE },
  fields: {
    assignments: {
      kind: 'list',
      to: 'Assignment',
      on: (row, assignment, asking, { asOf }) =>
        sql`${assignment}.person_id = ${row}.id and ${asOf ? inForce(assignment, asking) : sql`true`}`,
      orderBy: (assignment) => sql`${assignment}.validity, ${assignment}.id`,
    },
  },
}

const assignment: Shape = {
  type: 'Assignment',
  table: 'assignment',
  identified: 'Assignment',
  access: 'SIGNED_IN',
  visible: seesAssignment,
  relations: (asking) => relationsTo('Assignment', asking),
  audited: { subject: (row) => sql`${row}.person_id`, fields: [] },
  joins: (row) => sql`
    left join person ${row.joined('person')} on ${row.joined('person')}.id = ${row}.person_id
    left join school ${row.joined('school')} on ${row.joined('school')}.npsn = ${row}.school_npsn`,
  orders: {
    NAME: [{ by: (row) => sql`${row.joined('person')}.name`, type: 'text' }],
    FROM: [{ by: (row) => sql`lower(${row}.validity)`, type: 'date' }],
  },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  selective: ['office', 'district', 'school', 'nameContains'],
  filters: filtersOf<AssignmentFilter>({
    office: (row, id, _asking, { level }) => {
      const office = key('Office', id, 'filter.office')
      return sql`(${row}.office_code = ${officesUnder(office)} or ${row}.school_npsn = ${schoolsUnder(office, level)})`
    },
    district: (row, id, _asking, { level }) =>
      sql`${row}.school_npsn = ${schoolsIn(key('Area', id, 'filter.district'), level)}`,
    school: (row, id) => sql`${row}.school_npsn = ${key('School', id, 'filter.school')}`,
    // an office's or a district's schools were found of these levels already
    level: (row, levels, _asking, { office, district }) =>
      office || district
        ? sql`${row}.school_npsn is not null`
        : sql`${row.joined('school')}.level = any(${levels}::text[])`,
    employment: (row, kinds) => sql`${row.joined('person')}.employment = any(${kinds}::text[])`,
    position: (row, positions) => sql`${row}.position = any(${positions}::text[])`,
    basis: (row, basis) => sql`${row}.basis = ${basis}`,
    nameContains: (row, part) => contains(sql`${row.joined('person')}.name`, part),
    asOf: inForceOn,
  }),
  fields: {
    from: { kind: 'value', value: (row) => sql`lower(${row}.validity)` },
    until: { kind: 'value', value: (row) => sql`upper(${row}.validity)` },
    // who sees the assignment sees the person: that is the person's rule
    person: { kind: 'one', to: 'Person', on: (row, target) => sql`${target}.id = ${row}.person_id`, seen: true },
  },
}

// the list itself is of that day already
function inForceOn(): Sql {
  return sql`true`
}

const definitiveFirst = (row: Row): Sql => sql`${row}.basis desc, ${row}.id`

const officeStaff: Extension = {
  extends: 'Office',
  fields: {
    head: {
      kind: 'one',
      to: 'Assignment',
      on: (row, staff, asking) =>
        sql`${staff}.office_code = ${row}.code and ${staff}.position = 'OFFICE_HEAD' and ${inForce(staff, asking)}`,
      orderBy: definitiveFirst,
    },
    staff: {
      kind: 'connection',
      to: 'Assignment',
      on: (row, staff, asking) => sql`${staff}.office_code = ${row}.code and ${inForce(staff, asking)}`,
    },
  },
}

const schoolStaff: Extension = {
  extends: 'School',
  fields: {
    principal: {
      kind: 'one',
      to: 'Assignment',
      on: (row, staff, asking) =>
        sql`${staff}.school_npsn = ${row}.npsn and ${staff}.position = 'PRINCIPAL' and ${inForce(staff, asking)}`,
      orderBy: definitiveFirst,
    },
    staff: {
      kind: 'connection',
      to: 'Assignment',
      on: (row, staff, asking) => sql`${staff}.school_npsn = ${row}.npsn and ${inForce(staff, asking)}`,
    },
  },
}

function isPerson(row: Row, asking: Asking, { id, nip }: Arguments): Sql {
  if ((id == null) === (nip == null)) throw new Refusal('BAD_USER_INPUT', 'Give exactly one of `id` and `nip`.')
  if (id != null) return sql`${row}.id = ${key('Person', id, 'id')}::uuid`
  // whoever may not read the number may not guess it
  const shown = seesPersonField(row, 'nip', asking)
  return shown ? sql`${row}.nip = ${nip} and ${shown}` : sql`${row}.nip = ${nip}`
}

const viewer: Extension = {
  extends: 'Viewer',
  fields: {
    person: { kind: 'one', to: 'Person', on: (row, person) => sql`${person}.id = ${row}.person_id`, seen: true },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    person: { kind: 'one', to: 'Person', required: true, on: (_, row, asking, args) => isPerson(row, asking, args) },
    assignment: {
      kind: 'one',
      to: 'Assignment',
      required: true,
      on: (_, row, _asking, { id }) => sql`${row}.id = ${key('Assignment', id, 'id')}::uuid`,
    },
    teachers: {
      kind: 'connection',
      to: 'Assignment',
      on: (_, row, asking) => sql`${row}.position = 'TEACHER' and ${inForce(row, asking)}`,
    },
    supervisors: {
      kind: 'connection',
      to: 'Assignment',
      on: (_, row, asking) => sql`${inForce(row, asking)} and exists (
        select from supervision_path below
        where below.ancestor_id = ${row}.id and below.depth = 1 and below.validity @> ${asking.day})`,
    },
  },
}

export const personReading = [person, assignment, officeStaff, schoolStaff, viewer, roots]
