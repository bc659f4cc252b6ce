import { related } from '../access/relation.ts'
import { relationsTo, seesOf } from '../access/sight.ts'
import type { EvidenceFilter } from '../generated/schema.ts'
import { codeOf, isDirectlyBelow, unchangedSince } from '../plan/plan.reading.ts'
import { stepShape } from '../plan/step.reading.ts'
import type { Asking } from '../reader/asking.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import { type Extension, filtersOf, type Shape } from '../reader/shape.ts'
import { all, literal, type Sql, sql } from '../reader/sql.ts'
import { turns } from './workflow.ts'

const held = new Row('held')
const planned = new Row('planned')

/** Whether the next step is the viewer's. */
function waitsFor(row: Row, asking: Asking): Sql {
  const assignment = sql`${row.joined('plan')}.assignment_id`
  const own = sql`exists (select from assignment ${held} where ${held}.id = ${assignment} and ${related.SELF.to(held, asking)})`
  return sql`(${row}.status = ${literal(turns.OWNER)} and ${own}
    or ${row}.status = ${literal(turns.APPRAISER)} and ${isDirectlyBelow(assignment, 'APPRAISER', asking)})`
}

/** Whether the viewer sees a row that belongs to a plan. */
function seesOfPlan(type: 'Evidence' | 'EvidenceStep', plan: Sql, asking: Asking, few: boolean): Sql | null {
  const seen = seesOf(type, sql`${planned}.assignment_id`, asking, few)
  if (!seen) return null
  return few
    ? sql`exists (select from plan ${planned} where ${planned}.id = ${plan} and ${seen})`
    : sql`${plan} in (select ${planned}.id from plan ${planned} where ${seen})`
}

const evidence: Shape = {
  type: 'Evidence',
  table: 'evidence',
  identified: 'Evidence',
  access: 'SIGNED_IN',
  visible: (row, asking, few) => {
    const seen = seesOfPlan('Evidence', sql`${row}.plan_id`, asking, few)
    return all([...(seen ? [seen] : []), unchangedSince(row, asking)])
  },
  relations: (asking) => relationsTo('Evidence', asking),
  audited: { subject: (row) => sql`${row.joined('holder')}.person_id` },
  joins: (row) => sql`
    left join plan ${row.joined('plan')} on ${row.joined('plan')}.id = ${row}.plan_id
    left join assignment ${row.joined('holder')} on ${row.joined('holder')}.id = ${row.joined('plan')}.assignment_id
    left join evidence_file ${row.joined('file')} on ${row.joined('file')}.id = ${row}.file_id`,
  orders: { CHANGED: [{ by: (row) => sql`${row}.changed_at`, type: 'timestamptz' }] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
  filters: filtersOf<EvidenceFilter>({
    plan: (row, id) => sql`${row}.plan_id = ${key('Plan', id, 'filter.plan')}::uuid`,
    period: (row, code) => sql`${row.joined('plan')}.period_code = ${codeOf(code, 'filter.period')}`,
    status: (row, statuses) => sql`${row}.status = any(${statuses}::text[])`,
    subject: (row, subjects) => sql`${row}.subject = any(${subjects}::text[])`,
    waitingForMe: (row, waiting, asking) => (waiting ? waitsFor(row, asking) : sql`not ${waitsFor(row, asking)}`),
  }),
  fields: {
    // who sees evidence sees whose it is
    assignment: {
      kind: 'one',
      to: 'Assignment',
      on: (row, target) => sql`${target}.id = ${row.joined('plan')}.assignment_id`,
      seen: true,
      sameAssignment: true,
    },
    sha256: { kind: 'value', value: (row) => sql`${row.joined('file')}.sha256` },
    mediaType: { kind: 'value', value: (row) => sql`${row.joined('file')}.media_type` },
    bytes: { kind: 'value', value: (row) => sql`${row.joined('file')}.bytes` },
    history: {
      kind: 'list',
      to: 'EvidenceStep',
      on: (row, step) => sql`${step}.evidence_id = ${row}.id`,
      orderBy: (step) => sql`${step}.version`,
      sameAssignment: true,
    },
  },
}

const step = stepShape('EvidenceStep', 'evidence_step', (row, asking) =>
  seesOfPlan('EvidenceStep', sql`(select plan_id from evidence where id = ${row}.evidence_id)`, asking, true),
)

const ofPlan: Extension = {
  extends: 'Plan',
  fields: {
    evidence: {
      kind: 'list',
      to: 'Evidence',
      on: (row, target) => sql`${target}.plan_id = ${row}.id`,
      orderBy: (target) => sql`${target}.id`,
      sameAssignment: true,
    },
  },
}

const ofObservation: Extension = {
  extends: 'Observation',
  fields: {
    evidence: {
      kind: 'list',
      to: 'Evidence',
      on: (row, target) => sql`${target}.observation_id = ${row}.id`,
      orderBy: (target) => sql`${target}.id`,
      sameAssignment: true,
    },
  },
}

/** The points that a row of `plan` has earned. */
const earnedPoints = (plan: Row): Sql => sql`case when ${plan}.points is not null then (
  select coalesce(sum(line.points * planned.times), 0)::int
  from jsonb_to_recordset(${plan}.activities) as planned (activity uuid, times int)
  join development_activity line on line.id = planned.activity
  where exists (select from evidence proof
    where proof.plan_id = ${plan}.id and proof.activity_id = line.id and proof.status = 'VERIFIED')) end`

const ofContent: Extension = {
  extends: 'PlanContent',
  fields: { earnedPoints: { kind: 'value', value: earnedPoints } },
}

const ofExport: Extension = {
  extends: 'DataExport',
  fields: {
    evidence: {
      kind: 'connection',
      to: 'Evidence',
      on: (row, target) => sql`${target}.plan_id in (
        select plan.id from plan join assignment on assignment.id = plan.assignment_id
        where assignment.person_id = ${row}.person_id)`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    evidence: {
      kind: 'one',
      to: 'Evidence',
      required: true,
      on: (_, row, _asking, { id }) => sql`${row}.id = ${key('Evidence', id, 'id')}::uuid`,
    },
    evidenceList: { kind: 'connection', to: 'Evidence', on: () => all([]) },
  },
}

export const evidenceReading = [evidence, step, ofPlan, ofObservation, ofContent, ofExport, roots]
