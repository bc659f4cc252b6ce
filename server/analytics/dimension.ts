import { Refusal } from '../errors.ts'
import { type AnalyticsDimension, ObservationStage, ObservationStatus, PlanningStage } from '../generated/schema.ts'
import { type Begun, isAt, stages } from '../planning/stage.ts'
import type { Given } from '../reader/given.ts'
import { Row } from '../reader/row.ts'
import type { Arguments } from '../reader/shape.ts'
import { commas, join, literal, type Sql, sql } from '../reader/sql.ts'
import { holder, place, plan } from './post.ts'

/** What assignments are told apart by. */
interface Dimension {
  /** The column of a cell that it becomes, and its type. */
  readonly column: string
  readonly type: 'text' | 'date' | 'int4'
  readonly value: Sql
  /** What the value is read from, besides what every assignment is joined to. */
  readonly joined?: Sql
  /** Whoever sees this of an assignment sees the value; nothing: whoever sees the assignment. */
  readonly seenAs?: 'PlanContent' | 'Observation' | 'AppraisalContent'
}

const { PREPARING, PROPOSED, OFFERED, SCHEDULED, OBSERVING, OBSERVED, SHARED } = ObservationStatus
const { DISCUSSED, FOLLOWING_UP, REFLECTED, COMPLETED } = ObservationStatus

/** From the least far on; those that were cancelled are nowhere. */
const observationStages: readonly (readonly [ObservationStage, readonly ObservationStatus[]])[] = [
  [ObservationStage.NONE, []],
  [ObservationStage.BEGUN, [PREPARING, PROPOSED, OFFERED, SCHEDULED, OBSERVING]],
  [ObservationStage.OBSERVED, [OBSERVED, SHARED, DISCUSSED, FOLLOWING_UP, REFLECTED]],
  [ObservationStage.CONCLUDED, [COMPLETED]],
]

// whether a plan is handed in; whether it is agreed
const isHandedIn = isAt(plan, PlanningStage.SUBMITTED, PlanningStage.AGREED)
const isAgreed = isAt(plan, PlanningStage.AGREED)

const begun = Object.keys(stages) as Begun[]

const stage = sql`case ${join(
  begun.map((one) => sql`when ${isAt(plan, one)} then ${literal(one)}`),
  ' ',
)} else ${literal(PlanningStage.MISSING)} end`

const label = sql`(select label from report_card_score score
  where score.school_npsn = ${place}.npsn and score.indicator_code = ${plan}.indicator_code
    and score.year = (select max(year) from report_card_score newest where newest.school_npsn = ${place}.npsn))`

const furthest = sql`(
  select (array[${commas(observationStages.map(([one]) => literal(one)))}])[1 + coalesce(max(case ${join(
    observationStages.flatMap(([, statuses], far) =>
      statuses.length ? [sql`when status in (${commas(statuses.map(literal))}) then ${literal(far)}`] : [],
    ),
    ' ',
  )} end), 0)]
  from observation cycle where cycle.plan_id = ${plan}.id)`

const given = new Row('given')

/** Where an assignment is: each place in the one before. */
const places = {
  OFFICE: { column: 'office_code', type: 'text', value: sql`${place}.office_code` },
  LEVEL: { column: 'level', type: 'text', value: sql`${place}.level` },
  SCHOOL: { column: 'npsn', type: 'text', value: sql`${place}.npsn` },
} as const satisfies Partial<Record<AnalyticsDimension, Dimension>>

export type Attribute = Exclude<`${AnalyticsDimension}`, keyof typeof places>

/** What an assignment is like. */
export const attributes: Readonly<Record<Attribute, Dimension>> = {
  EMPLOYMENT: { column: 'employment', type: 'text', value: sql`${holder}.employment` },
  STATUS: { column: 'status', type: 'text', value: stage },
  INDICATOR: {
    column: 'indicator_code',
    type: 'text',
    value: sql`case when ${isHandedIn} then ${plan}.indicator_code end`,
    seenAs: 'PlanContent',
  },
  LABEL: {
    column: 'label',
    type: 'text',
    value: sql`case when ${isHandedIn} then ${label} end`,
    seenAs: 'PlanContent',
  },
  DAY: {
    column: 'day',
    type: 'date',
    value: sql`case when ${isHandedIn} then (${plan}.submitted_at at time zone 'Asia/Jakarta')::date end`,
  },
  POINTS: {
    column: 'points',
    type: 'int4',
    value: sql`case when ${isHandedIn} then ${plan}.points / 8 * 8 end`,
    seenAs: 'PlanContent',
  },
  OBSERVATION: {
    column: 'observation',
    type: 'text',
    value: sql`case when ${isAgreed} then ${furthest} end`,
    seenAs: 'Observation',
  },
  PREDICATE: {
    column: 'predicate',
    type: 'text',
    value: sql`case when ${isAgreed} then ${given}.predicate end`,
    joined: sql`left join appraisal ${given} on ${given}.plan_id = ${plan}.id and ${given}.given_at is not null`,
    seenAs: 'AppraisalContent',
  },
}

export type DimensionName = `${AnalyticsDimension}`

export const dimensions: Readonly<Record<DimensionName, Dimension>> = { ...places, ...attributes }

/** What is joined for the values of dimensions. */
export const joinedFor = (names: readonly DimensionName[]): Sql =>
  join(
    names.flatMap((name) => dimensions[name].joined ?? []),
    ' ',
  )

/** What is grouped by, each once: all of it, and what is no place. At most some of these; else it is refused. */
export function groupedBy({ by }: Arguments, most: number): { by: DimensionName[]; others: Attribute[] } {
  const names = [...new Set((by as Given<readonly DimensionName[]>).sample)]
  const others = names.filter((name): name is Attribute => name in attributes)
  if (others.length <= most) return { by: names, others }
  throw new Refusal(
    'BAD_USER_INPUT',
    `Group by OFFICE, LEVEL and SCHOOL, and by ${most} other at most; ${others.join(', ')} are ${others.length}: ask for them one by one.`,
  )
}
