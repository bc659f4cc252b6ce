import { seesOf } from '../access/sight.ts'
import type { Reading, Shape } from '../reader/shape.ts'
import { identifier, type Sql, sql } from '../reader/sql.ts'

/** Fields that are columns of the same name. */
const columns = (...names: string[]): Readonly<Record<string, Reading>> =>
  Object.fromEntries(names.map((name) => [name, { kind: 'value', value: (row) => sql`${row}.${identifier(name)}` }]))

/** One object out of a column of JSON; null where that is. */
const part = (to: string, column: string, record: Sql): Reading => ({
  kind: 'one',
  to,
  from: (row) => sql`rows from (jsonb_to_record(${row}.${identifier(column)}) as (${record}))`,
})

const content: Shape = {
  type: 'ObservationContent',
  table: 'observation',
  key: 'id',
  access: 'SIGNED_IN',
  visible: (row, asking) => seesOf('ObservationContent', sql`${row}.assignment_id`, asking, true),
  fields: {
    preparation: part(
      'ObservationPreparation',
      'preparation',
      sql`mode text, behaviours text[], efforts text[], lesson text, "lessonPlan" text, "startsAt" timestamptz, place text`,
    ),
    sheet: {
      ...part('ObservationSheet', 'sheet', sql`"observedOn" date, ratings jsonb, note text, recommendation text`),
      // the observed sees nothing of it before, not even that it has been begun
      on: (row, _sheet, { person }) => sql`(${row}.shared_at is not null or ${person}::uuid is distinct from (
        select person_id from assignment where assignment.id = ${row}.assignment_id))`,
    } as Reading,
    discussion: part(
      'ObservationDiscussion',
      'discussion',
      sql`keep text, improve text, awareness text, goal text, effort text, by date, support text, note text`,
    ),
    followUps: {
      kind: 'list',
      to: 'FollowUp',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.follow_ups) as (
        effort text, source text, place text, "on" date, certificate text)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
    reflection: part('ObservationReflection', 'reflection', sql`achieved text, challenge text, next text`),
    conclusion: part('ObservationConclusion', 'conclusion', sql`awareness text, note text`),
  },
}

const preparation: Shape = {
  type: 'ObservationPreparation',
  access: 'SIGNED_IN',
  key: 'behaviours',
  fields: {
    ...columns('mode', 'efforts', 'lesson', 'lessonPlan', 'startsAt', 'place'),
    behaviours: {
      kind: 'list',
      to: 'TargetBehaviour',
      on: (row, target) => sql`${target}.code = any(${row}.behaviours)`,
      orderBy: (target) => sql`${target}.number`,
    },
  },
}

const sheet: Shape = {
  type: 'ObservationSheet',
  access: 'SIGNED_IN',
  key: 'observedOn',
  fields: {
    ...columns('observedOn', 'note', 'recommendation'),
    ratings: {
      kind: 'list',
      to: 'BehaviourRating',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.ratings) as (
        behaviour text, level text, note text, examples jsonb)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
  },
}

const rating: Shape = {
  type: 'BehaviourRating',
  access: 'SIGNED_IN',
  key: 'behaviour',
  fields: {
    ...columns('level', 'note'),
    behaviour: { kind: 'one', to: 'TargetBehaviour', on: (row, target) => sql`${target}.code = ${row}.behaviour` },
    examples: {
      kind: 'list',
      to: 'ExampleRating',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.examples) as (
        kind text, number int, level text)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
  },
}

const followUp: Shape = {
  type: 'FollowUp',
  access: 'SIGNED_IN',
  key: 'effort',
  fields: {
    ...columns('effort', 'source', 'place', 'on', 'certificate'),
    number: { kind: 'value', value: (row) => sql`${row}.ordinality` },
  },
}

/** Types that are columns and nothing else: the first one is never null. */
const plain = (type: string, ...names: [string, ...string[]]): Shape => ({
  type,
  access: 'SIGNED_IN',
  key: names[0],
  fields: columns(...names),
})

export const contentReading = [
  ...[content, preparation, sheet, rating, followUp],
  plain('ExampleRating', 'kind', 'number', 'level'),
  plain('ObservationDiscussion', 'keep', 'improve', 'awareness', 'goal', 'effort', 'by', 'support', 'note'),
  plain('ObservationReflection', 'achieved', 'challenge', 'next'),
  plain('ObservationConclusion', 'awareness', 'note'),
  plain('ObservationChange', 'item', 'before', 'after'),
]
