import { seesOf } from '../access/sight.ts'
import { stepShape } from '../plan/step.reading.ts'
import { values } from '../plan/value.ts'
import type { Row } from '../reader/row.ts'
import type { Reading, Shape } from '../reader/shape.ts'
import { identifier, literal, type Sql, sql } from '../reader/sql.ts'
import { seesAppraisal } from './appraisal.reading.ts'

/** A JSON object as a row; without one there is none. */
const record = (to: string, object: (row: Row) => Sql): Reading => ({
  kind: 'one',
  to,
  from: (row) => sql`lateral (select * from ${object(row)})`,
})

/** A JSON list as rows in its order. */
const records = (to: string, list: (row: Row) => Sql): Reading => ({
  kind: 'list',
  to,
  from: (row) => sql`rows from (${list(row)}) with ordinality`,
  orderBy: (item) => sql`${item}.ordinality`,
})

/** A type whose fields are the columns of such a row; the first is never null. */
const part = (type: string, ...columns: readonly [string, ...string[]]): Shape => ({
  type,
  access: 'SIGNED_IN',
  key: columns[0],
  fields: Object.fromEntries(
    columns.map((name) => [name, { kind: 'value' as const, value: (row: Row) => sql`${row}.${identifier(name)}` }]),
  ),
})

const column = (name: string): Reading => ({ kind: 'value', value: (row) => sql`${row}.${identifier(name)}` })

const content: Shape = {
  type: 'AppraisalContent',
  table: 'appraisal',
  key: 'id',
  access: 'SIGNED_IN',
  visible: (row, asking) => seesAppraisal('AppraisalContent', row, asking, true),
  fields: {
    ...Object.fromEntries(
      ['reflection', 'learning', 'practice', 'considerations', 'result', 'deviation', 'behaviour', 'predicate'].map(
        (name) => [name, column(name)],
      ),
    ),
    observed: record(
      'ObservedLevels',
      (row) => sql`jsonb_to_record(${row}.observed) as found ("notDone" int, "notEffective" int, effective int)`,
    ),
    suggestion: record(
      'ResultSuggestion',
      (row) => sql`jsonb_to_record(${row}.suggestion) as found (rating text, indonesian text, english text, rule text)`,
    ),
    values: {
      ...records(
        'ValueRating',
        (row) => sql`jsonb_to_recordset(${row}.value_ratings) as (value text, rating text, note text)`,
      ),
      orderBy: (item) => sql`array_position(${literal(`{${Object.keys(values).join()}}`)}::text[], ${item}.value)`,
    } as Reading,
    creditPoints: record(
      'CreditPoints',
      (row) => sql`jsonb_to_record(${row}.credit_points) as found (months int, value numeric, coefficient numeric,
        percentage int, calculation text, indonesian text, english text, sources text[])`,
    ),
    consequences: records(
      'Consequence',
      (row) => sql`jsonb_to_recordset(${row}.consequences) as (
        kind text, holds boolean, indonesian text, english text, sources text[], certainty text)`,
    ),
    explanation: records(
      'ExplanationFact',
      (row) => sql`jsonb_to_recordset(${row}.explanation) as (
        topic text, indonesian text, english text, rules text, sources text[], certainty text)`,
    ),
  },
}

const step = stepShape('AppraisalStep', 'appraisal_step', (row, asking) => {
  const assignment = sql`(select assignment_id from appraisal where appraisal.id = ${row}.appraisal_id)`
  return seesOf('AppraisalStep', assignment, asking, true)
})

export const contentReading = [
  content,
  step,
  part('ObservedLevels', 'notDone', 'notEffective', 'effective'),
  part('ResultSuggestion', 'rating', 'indonesian', 'english', 'rule'),
  part('ValueRating', 'value', 'rating', 'note'),
  part(
    'CreditPoints',
    ...(['months', 'value', 'coefficient', 'percentage', 'calculation', 'indonesian', 'english', 'sources'] as const),
  ),
  part('Consequence', 'kind', 'holds', 'indonesian', 'english', 'sources', 'certainty'),
  part('ExplanationFact', 'topic', 'indonesian', 'english', 'rules', 'sources', 'certainty'),
]
