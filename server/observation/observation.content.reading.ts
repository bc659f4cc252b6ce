import { seesOf } from '../access/sight.ts'
import type { Row } from '../reader/row.ts'
import type { Reading, Shape } from '../reader/shape.ts'
import { all, identifier, literal, type Sql, sql } from '../reader/sql.ts'

/** Fields that are columns of the same name. */
const columns = (...names: string[]): Readonly<Record<string, Reading>> =>
  Object.fromEntries(names.map((name) => [name, { kind: 'value', value: (row) => sql`${row}.${identifier(name)}` }]))

/** One value out of a column of JSON, which alone is taken out of it. */
const inside = (column: string, name: string, type = sql`text`): Reading => ({
  kind: 'value',
  value: (row) => sql`(${row}.${identifier(column)} ->> ${literal(name)})::${type}`,
})

const texts = (column: string, ...names: string[]): Readonly<Record<string, Reading>> =>
  Object.fromEntries(names.map((name) => [name, inside(column, name)]))

const list = (row: Row, column: string, name: string): Sql =>
  sql`array(select jsonb_array_elements_text(${row}.${identifier(column)} -> ${literal(name)}))`

/** A type that is a column of JSON of an observation; null where that is. */
const part = (
  type: string,
  column: string,
  fields: Readonly<Record<string, Reading>>,
  visible?: Shape['visible'],
): Shape => ({
  type,
  table: 'observation',
  key: 'id',
  access: 'SIGNED_IN',
  visible: (row, asking, few) => {
    const seen = visible?.(row, asking, few)
    return all([sql`${row}.${identifier(column)} is not null`, ...(seen ? [seen] : [])])
  },
  fields,
})

const content: Shape = {
  type: 'ObservationContent',
  table: 'observation',
  key: 'id',
  access: 'SIGNED_IN',
  visible: (row, asking) => seesOf('ObservationContent', sql`${row}.assignment_id`, asking, true),
  fields: {
    preparation: { kind: 'same', to: 'ObservationPreparation' },
    sheet: { kind: 'same', to: 'ObservationSheet' },
    discussion: { kind: 'same', to: 'ObservationDiscussion' },
    followUps: {
      kind: 'list',
      to: 'FollowUp',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.follow_ups) as (
        effort text, source text, place text, "on" date, certificate text)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
    reflection: { kind: 'same', to: 'ObservationReflection' },
    conclusion: { kind: 'same', to: 'ObservationConclusion' },
  },
}

const preparation = part('ObservationPreparation', 'preparation', {
  ...texts('preparation', 'mode', 'lesson', 'lessonPlan', 'place'),
  startsAt: inside('preparation', 'startsAt', sql`timestamptz`),
  efforts: { kind: 'value', value: (row) => list(row, 'preparation', 'efforts') },
  behaviours: {
    kind: 'list',
    to: 'TargetBehaviour',
    on: (row, target) => sql`${target}.code = any(${list(row, 'preparation', 'behaviours')})`,
    orderBy: (target) => sql`${target}.number`,
  },
})

const sheet = part(
  'ObservationSheet',
  'sheet',
  {
    ...texts('sheet', 'note', 'recommendation'),
    observedOn: inside('sheet', 'observedOn', sql`date`),
    ratings: {
      kind: 'list',
      to: 'BehaviourRating',
      from: (row) => sql`rows from (jsonb_to_recordset(${row}.sheet -> 'ratings') as (
        behaviour text, level text, note text, examples jsonb)) with ordinality`,
      orderBy: (item) => sql`${item}.ordinality`,
    },
  },
  // the observed sees nothing of it before it is shared, not even that it has been begun
  (row, { role, person }) =>
    role === 'PERSON'
      ? sql`(${row}.shared_at is not null or ${person}::uuid is distinct from (
          select person_id from assignment where assignment.id = ${row}.assignment_id))`
      : null,
)

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
  part('ObservationDiscussion', 'discussion', {
    ...texts('discussion', 'keep', 'improve', 'awareness', 'goal', 'effort', 'support', 'note'),
    by: inside('discussion', 'by', sql`date`),
  }),
  part('ObservationReflection', 'reflection', texts('reflection', 'achieved', 'challenge', 'next')),
  part('ObservationConclusion', 'conclusion', texts('conclusion', 'awareness', 'note')),
  plain('ObservationChange', 'item', 'before', 'after'),
]
