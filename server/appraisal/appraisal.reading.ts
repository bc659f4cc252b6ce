import { relationsTo, seesOf } from '../access/sight.ts'
import type { AppraisalFilter } from '../generated/schema.ts'
import { officesUnder, schoolsUnder } from '../organisation/organisation.reading.ts'
import { codeOf, unchangedSince } from '../plan/plan.reading.ts'
import type { Asking } from '../reader/asking.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import { type Extension, filtersOf, type Shape } from '../reader/shape.ts'
import { all, join, literal, type Sql, sql } from '../reader/sql.ts'
import { type Route, turns } from './workflow.ts'

const held = new Row('held')

/** What only those see to whom it was given: its owner, whatever he is besides, and programs. */
function isGiven(row: Row, { role, person }: Asking): Sql[] {
  if (role === 'INTEGRATION') return [sql`${row}.given_at is not null`]
  if (role !== 'PERSON') return []
  return [
    sql`(${row}.given_at is not null or not exists (
      select from assignment ${held} where ${held}.id = ${row}.assignment_id and ${held}.person_id = ${person}::uuid))`,
  ]
}

/** Whether the viewer sees a row of `appraisal`, for its state or for its content. */
export function seesAppraisal(type: 'Appraisal' | 'AppraisalContent', row: Row, asking: Asking, few: boolean): Sql {
  const seen = seesOf(type, sql`${row}.assignment_id`, asking, few)
  return all([...(seen ? [seen] : []), ...isGiven(row, asking), unchangedSince(row, asking)])
}

/** The turns of one party, as a condition on an appraisal. */
const hasTurn = (row: Row, party: keyof typeof turns): Sql =>
  join(
    (['ORGANISATION', 'DECISION'] satisfies Route[]).map((route) => {
      const statuses = join(turns[party][route].map(literal), ', ')
      return sql`(${row}.route = ${literal(route)} and ${row}.status in (${statuses}))`
    }),
    ' or ',
  )

/** Whether the next step is the viewer's. */
function waitsFor(row: Row, asking: Asking): Sql {
  const below = (capacity: string, depth: number) => sql`${row}.assignment_id in (
    select descendant_id from supervision_path path join assignment mine on mine.id = path.ancestor_id
    where mine.person_id = ${asking.person}::uuid and mine.validity @> ${asking.day}
      and path.capacity = ${literal(capacity)} and path.depth = ${literal(depth)} and path.validity @> ${asking.day})`
  return sql`((${hasTurn(row, 'APPRAISER')}) and ${below('APPRAISER', 1)} or (${hasTurn(row, 'SUPERIOR')}) and ${below('APPRAISER', 2)}
    or (${hasTurn(row, 'WORK_TEAM')}) and ${below('WORK_TEAM', 1)})`
}

/** Whose post it is, and where. */
const holder = (row: Row): Sql =>
  sql`left join assignment ${row.joined('holder')} on ${row.joined('holder')}.id = ${row}.assignment_id`

const appraisal: Shape = {
  type: 'Appraisal',
  table: 'appraisal',
  identified: 'Appraisal',
  access: 'SIGNED_IN',
  visible: (row, asking, few) => seesAppraisal('Appraisal', row, asking, few),
  relations: (asking) => relationsTo('Appraisal', asking),
  audited: { subject: (row) => sql`${row.joined('holder')}.person_id` },
  joins: holder,
  orders: { CHANGED: [{ by: (row) => sql`${row}.changed_at`, type: 'timestamptz' }] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
  filters: filtersOf<AppraisalFilter>({
    period: (row, code) => sql`${row}.period_code = ${codeOf(code, 'filter.period')}`,
    status: (row, statuses) => sql`${row}.status = any(${statuses}::text[])`,
    office: (row, id) => {
      const office = key('Office', id, 'filter.office')
      return sql`(${row.joined('holder')}.office_code = ${officesUnder(office)}
        or ${row.joined('holder')}.school_npsn = ${schoolsUnder(office)})`
    },
    school: (row, id) => sql`${row.joined('holder')}.school_npsn = ${key('School', id, 'filter.school')}`,
    waitingForMe: (row, waiting, asking) => (waiting ? waitsFor(row, asking) : sql`not ${waitsFor(row, asking)}`),
    asOf: () => sql`true`,
  }),
  fields: {
    // who sees an appraisal sees whose it is
    assignment: {
      kind: 'one',
      to: 'Assignment',
      on: (row, target) => sql`${target}.id = ${row}.assignment_id`,
      seen: true,
      sameAssignment: true,
    },
    content: { kind: 'same', to: 'AppraisalContent' },
    history: {
      kind: 'list',
      to: 'AppraisalStep',
      on: (row, step) => sql`${step}.appraisal_id = ${row}.id`,
      orderBy: (step) => sql`${step}.version`,
      sameAssignment: true,
    },
  },
}

const ofPlan: Extension = {
  extends: 'Plan',
  fields: {
    appraisal: {
      kind: 'one',
      to: 'Appraisal',
      on: (row, target) => sql`${target}.plan_id = ${row}.id`,
      sameAssignment: true,
    },
  },
}

const ofExport: Extension = {
  extends: 'DataExport',
  fields: {
    appraisals: {
      kind: 'connection',
      to: 'Appraisal',
      on: (row, target) => sql`${target}.given_at is not null
        and ${target}.assignment_id in (select id from assignment where person_id = ${row}.person_id)`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    appraisal: {
      kind: 'one',
      to: 'Appraisal',
      required: true,
      on: (_, row, _asking, { id }) => sql`${row}.id = ${key('Appraisal', id, 'id')}::uuid`,
    },
    appraisals: { kind: 'connection', to: 'Appraisal', on: () => all([]) },
  },
}

export const appraisalReading = [appraisal, ofPlan, ofExport, roots]
