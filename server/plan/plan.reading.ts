import { related } from '../access/relation.ts'
import { relationsTo, seesOf } from '../access/sight.ts'
import type { PlanFilter } from '../generated/schema.ts'
import { officesUnder, schoolsUnder } from '../organisation/organisation.reading.ts'
import { rulesOf } from '../period/period-code.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import { type Extension, filtersOf, type Shape } from '../reader/shape.ts'
import { all, join, literal, type Sql, sql } from '../reader/sql.ts'
import { stepShape } from './step.reading.ts'
import { values } from './value.ts'
import { type Route, turns } from './workflow.ts'

const held = new Row('held')

/** The code of a period that has rules. */
export const codeOf = (period: Given<string>, where?: string) => period.map((code) => rulesOf(code, where).code)

/** Who asks about the past sees what has not changed since. The end of the day is reckoned once, not for each row. */
export const unchangedSince = (row: Row, { day }: Asking): Sql =>
  sql`${row}.changed_at < (select (${day} + 1)::timestamp at time zone 'Asia/Jakarta')`

/** The turns of one party, as a condition on a plan. */
const hasTurn = (row: Row, party: keyof typeof turns): Sql =>
  join(
    (['DIRECT', 'CLARIFIED'] satisfies Route[]).map((route) => {
      const statuses = turns[party][route].map(literal)
      return statuses.length
        ? sql`(${row}.route = ${literal(route)} and ${row}.status in (${join(statuses, ', ')}))`
        : sql`false`
    }),
    ' or ',
  )

/** Whether an assignment is directly below one of the viewer's. */
export const isDirectlyBelow = (
  assignment: Sql,
  capacity: string,
  { person, day }: Asking,
): Sql => sql`${assignment} in (
    select descendant_id from supervision_path path join assignment mine on mine.id = path.ancestor_id
    where mine.person_id = ${person}::uuid and mine.validity @> ${day}
      and path.capacity = ${literal(capacity)} and path.depth = 1 and path.validity @> ${day})`

/** Whether the next step is the viewer's. */
function waitsFor(row: Row, asking: Asking): Sql {
  if (asking.role === 'OPERATOR') return sql`(${hasTurn(row, 'OPERATOR')})`
  const own = sql`exists (select from assignment ${held} where ${held}.id = ${row}.assignment_id and ${related.SELF.to(held, asking)})`
  const below = (capacity: string) => isDirectlyBelow(sql`${row}.assignment_id`, capacity, asking)
  return sql`(${own} and (${hasTurn(row, 'OWNER')}) or (${hasTurn(row, 'APPRAISER')}) and ${below('APPRAISER')}
    or (${hasTurn(row, 'WORK_TEAM')}) and ${below('WORK_TEAM')})`
}

const plan: Shape = {
  type: 'Plan',
  table: 'plan',
  identified: 'Plan',
  access: 'SIGNED_IN',
  visible: (row, asking, few) => {
    const seen = seesOf('Plan', sql`${row}.assignment_id`, asking, few)
    return all([...(seen ? [seen] : []), unchangedSince(row, asking)])
  },
  relations: (asking) => relationsTo('Plan', asking),
  audited: { subject: (row) => sql`${row.joined('holder')}.person_id` },
  joins: (row) => sql`
    left join assignment ${row.joined('holder')} on ${row.joined('holder')}.id = ${row}.assignment_id
    left join person ${row.joined('person')} on ${row.joined('person')}.id = ${row.joined('holder')}.person_id
    left join period ${row.joined('period')} on ${row.joined('period')}.code = ${row}.period_code`,
  orders: { CHANGED: [{ by: (row) => sql`${row}.changed_at`, type: 'timestamptz' }] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
  filters: filtersOf<PlanFilter>({
    period: (row, code) => sql`${row}.period_code = ${codeOf(code, 'filter.period')}`,
    status: (row, statuses) => sql`${row}.status = any(${statuses}::text[])`,
    late: (row, late) => sql`${row}.late = ${late}`,
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
    // who sees a plan sees whose it is
    assignment: {
      kind: 'one',
      to: 'Assignment',
      on: (row, target) => sql`${target}.id = ${row}.assignment_id`,
      seen: true,
      sameAssignment: true,
    },
    flowsToEKinerja: {
      kind: 'value',
      value: (row) =>
        sql`(${row.joined('person')}.employment <> 'NON_ASN' and ${row.joined('holder')}.basis = 'DEFINITIVE')`,
    },
    closedAfter: {
      kind: 'value',
      value: (
        row,
        { day },
      ) => sql`case when upper(${row.joined('holder')}.validity) < upper(${row.joined('period')}.validity)
        and upper(${row.joined('holder')}.validity) <= ${day} then upper(${row.joined('holder')}.validity) - 1 end`,
    },
    content: { kind: 'same', to: 'PlanContent' },
    history: {
      kind: 'list',
      to: 'PlanStep',
      on: (row, step) => sql`${step}.plan_id = ${row}.id`,
      orderBy: (step) => sql`${step}.version`,
      sameAssignment: true,
    },
  },
}

const content: Shape = {
  type: 'PlanContent',
  table: 'plan',
  key: 'id',
  access: 'SIGNED_IN',
  visible: (row, asking) => seesOf('PlanContent', sql`${row}.assignment_id`, asking, true),
  fields: {
    indicator: { kind: 'one', to: 'Indicator', on: (row, target) => sql`${target}.code = ${row}.indicator_code` },
    behaviours: {
      kind: 'list',
      to: 'TargetBehaviour',
      on: (row, target) => sql`${target}.code = any(${row}.behaviours)`,
      orderBy: (target) => sql`${target}.number`,
    },
    activities: {
      kind: 'list',
      to: 'PlanActivity',
      from: (row) =>
        sql`rows from (jsonb_to_recordset(${row}.activities) as (activity uuid, times int)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
    duties: {
      kind: 'list',
      to: 'PlanDuty',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.duties) as (name text, decree text)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
    values: {
      kind: 'list',
      to: 'PlanValue',
      from: (row) => sql`(
        select ordinality, key as value, behaviours, text
        from jsonb_each(${literal(JSON.stringify(values))}::jsonb) with ordinality as listed (key, behaviours, ordinality)
        left join jsonb_to_recordset(${row}.expectations) as wanted (value text, text text) on wanted.value = listed.key)`,
      orderBy: (item) => sql`array_position(${literal(`{${Object.keys(values).join()}}`)}::text[], ${item}.value)`,
    },
    points: { kind: 'value', value: (row) => sql`${row}.points` },
    warnings: { kind: 'value', value: (row) => sql`${row}.warnings` },
  },
}

const activity: Shape = {
  type: 'PlanActivity',
  access: 'SIGNED_IN',
  key: 'activity',
  fields: {
    times: { kind: 'value', value: (row) => sql`${row}.times` },
    activity: { kind: 'one', to: 'DevelopmentActivity', on: (row, target) => sql`${target}.id = ${row}.activity` },
  },
}

const duty: Shape = {
  type: 'PlanDuty',
  access: 'SIGNED_IN',
  key: 'name',
  fields: {
    name: { kind: 'value', value: (row) => sql`${row}.name` },
    decree: { kind: 'value', value: (row) => sql`${row}.decree` },
  },
}

const value: Shape = {
  type: 'PlanValue',
  access: 'SIGNED_IN',
  key: 'value',
  fields: {
    value: { kind: 'value', value: (row) => sql`${row}.value` },
    behaviours: { kind: 'value', value: (row) => sql`array(select jsonb_array_elements_text(${row}.behaviours))` },
    expectation: { kind: 'value', value: (row) => sql`${row}.text` },
  },
}

const step = stepShape(
  'PlanStep',
  'plan_step',
  (row, asking) =>
    seesOf('PlanStep', sql`(select assignment_id from plan where plan.id = ${row}.plan_id)`, asking, true),
  {
    changes: {
      kind: 'list',
      to: 'PlanChange',
      from: (row) => sql`rows from (
        jsonb_to_recordset(${row}.changes) as (item text, before text, after text, note text)) with ordinality`,
      orderBy: (change) => sql`${change}.ordinality`,
    },
  },
)

const change: Shape = {
  type: 'PlanChange',
  access: 'SIGNED_IN',
  key: 'item',
  fields: {
    item: { kind: 'value', value: (row) => sql`${row}.item` },
    before: { kind: 'value', value: (row) => sql`${row}.before` },
    after: { kind: 'value', value: (row) => sql`${row}.after` },
    note: { kind: 'value', value: (row) => sql`${row}.note` },
  },
}

const ofAssignment: Extension = {
  extends: 'Assignment',
  fields: {
    plan: {
      kind: 'one',
      to: 'Plan',
      on: (row, target, _asking, { period }) =>
        sql`${target}.assignment_id = ${row}.id and ${target}.period_code = ${codeOf(period as Given<string>)}`,
      sameAssignment: true,
    },
  },
}

const ofNotification: Extension = {
  extends: 'Notification',
  fields: { plan: { kind: 'one', to: 'Plan', on: (row, target) => sql`${target}.id = ${row}.plan_id` } },
}

const ofExport: Extension = {
  extends: 'DataExport',
  fields: {
    plans: {
      kind: 'connection',
      to: 'Plan',
      on: (row, target) =>
        sql`${target}.assignment_id in (select id from assignment where person_id = ${row}.person_id)`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    plan: {
      kind: 'one',
      to: 'Plan',
      required: true,
      on: (_, row, _asking, { id }) => sql`${row}.id = ${key('Plan', id, 'id')}::uuid`,
    },
    plans: { kind: 'connection', to: 'Plan', on: () => all([]) },
  },
}

export const planReading = [
  ...[plan, content, activity, duty, value, step, change],
  ...[ofAssignment, ofNotification, ofExport, roots],
]
