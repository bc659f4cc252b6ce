import { relationsTo, seesOf } from '../access/sight.ts'
import type { ObservationFilter } from '../generated/schema.ts'
import { codeOf, unchangedSince } from '../plan/plan.reading.ts'
import { stepShape } from '../plan/step.reading.ts'
import { key } from '../reader/key.ts'
import type { Extension, Shape } from '../reader/shape.ts'
import { filtersOf } from '../reader/shape.ts'
import { all, sql } from '../reader/sql.ts'
import { contentReading } from './observation.content.reading.ts'
import { waitsFor } from './waiting.ts'

const observation: Shape = {
  type: 'Observation',
  table: 'observation',
  identified: 'Observation',
  access: 'SIGNED_IN',
  visible: (row, asking, few) => {
    const seen = seesOf('Observation', sql`${row}.assignment_id`, asking, few)
    return all([...(seen ? [seen] : []), unchangedSince(row, asking)])
  },
  relations: (asking) => relationsTo('Observation', asking),
  audited: { subject: (row) => sql`${row.joined('holder')}.person_id` },
  joins: (row) => sql`
    left join assignment ${row.joined('holder')} on ${row.joined('holder')}.id = ${row}.assignment_id`,
  orders: { CHANGED: [{ by: (row) => sql`${row}.changed_at`, type: 'timestamptz' }] },
  last: { by: (row) => sql`${row}.id`, type: 'uuid' },
  newestFirst: true,
  filters: filtersOf<ObservationFilter>({
    plan: (row, id) => sql`${row}.plan_id = ${key('Plan', id, 'filter.plan')}::uuid`,
    period: (row, period) =>
      sql`${row}.plan_id in (select id from plan where period_code = ${codeOf(period, 'filter.period')})`,
    status: (row, statuses) => sql`${row}.status = any(${statuses}::text[])`,
    school: (row, id) => sql`${row.joined('holder')}.school_npsn = ${key('School', id, 'filter.school')}`,
    waitingForMe: (row, waiting, asking) => (waiting ? waitsFor(row, asking) : sql`not ${waitsFor(row, asking)}`),
  }),
  fields: {
    // who sees an observation sees whose it is
    assignment: {
      kind: 'one',
      to: 'Assignment',
      on: (row, target) => sql`${target}.id = ${row}.assignment_id`,
      seen: true,
      sameAssignment: true,
    },
    content: { kind: 'same', to: 'ObservationContent' },
    history: {
      kind: 'list',
      to: 'ObservationStep',
      on: (row, step) => sql`${step}.observation_id = ${row}.id`,
      orderBy: (step) => sql`${step}.version`,
      sameAssignment: true,
    },
    myNote: { kind: 'one', to: 'ObserverNote', on: (row, note) => sql`${note}.observation_id = ${row}.id` },
  },
}

const step = stepShape(
  'ObservationStep',
  'observation_step',
  (row, asking) => {
    const assignment = sql`(select assignment_id from observation where observation.id = ${row}.observation_id)`
    return seesOf('ObservationStep', assignment, asking, true)
  },
  {
    changes: {
      kind: 'list',
      to: 'ObservationChange',
      from: (row) => sql`rows from (
        jsonb_to_recordset(${row}.changes) as (item text, before text, after text)) with ordinality`,
      orderBy: (change) => sql`${change}.ordinality`,
    },
  },
)

const note: Shape = {
  type: 'ObserverNote',
  table: 'observer_note',
  key: 'version',
  access: 'SIGNED_IN',
  // its author, and nobody else whatever he is
  visible: (row, { person }) => sql`${row}.person_id = ${person}::uuid`,
}

const ofPlan: Extension = {
  extends: 'Plan',
  fields: {
    observations: {
      kind: 'list',
      to: 'Observation',
      on: (row, target) => sql`${target}.plan_id = ${row}.id`,
      orderBy: (target) => sql`${target}.number`,
      sameAssignment: true,
    },
  },
}

const ofExport: Extension = {
  extends: 'DataExport',
  fields: {
    observations: {
      kind: 'connection',
      to: 'Observation',
      on: (row, target) =>
        sql`${target}.assignment_id in (select id from assignment where person_id = ${row}.person_id)`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    observation: {
      kind: 'one',
      to: 'Observation',
      required: true,
      on: (_, row, _asking, { id }) => sql`${row}.id = ${key('Observation', id, 'id')}::uuid`,
    },
    observations: { kind: 'connection', to: 'Observation', on: () => all([]) },
  },
}

export const observationReading = [observation, step, note, ...contentReading, ofPlan, ofExport, roots]
