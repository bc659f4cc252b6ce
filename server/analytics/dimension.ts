import { Refusal } from '../errors.ts'
import { type AnalyticsDimension, ObservationStage, ObservationStatus, PlanningStage } from '../generated/schema.ts'
import { begun, isAt } from '../planning/stage.ts'
import type { Given } from '../reader/given.ts'
import { Row } from '../reader/row.ts'
import type { Arguments } from '../reader/shape.ts'
import { commas, join, literal, type Sql, sql } from '../reader/sql.ts'
import { appraised, type Columns, given, held, plan, post, run } from './post.ts'

/** What assignments are told apart by. */
interface Dimension {
  /** The column of a cell that it becomes, and its type. */
  readonly column: string
  readonly type: 'text' | 'date' | 'int4'
  /** What is read of an assignment for it, besides its kind. */
  readonly read: Columns
  /** The value, by what was read. */
  readonly value: Sql
  /** What it is read from, besides the assignment and its plan. */
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
const isHandedIn = isAt(post, PlanningStage.SUBMITTED, PlanningStage.AGREED)
const isAgreed = isAt(post, PlanningStage.AGREED)

const stage = sql`case ${join(
  begun.map((one) => sql`when ${isAt(post, one)} then ${literal(one)}`),
  ' ',
)} else ${literal(PlanningStage.MISSING)} end`

const label = sql`(select label from report_card_score score
  where score.school_npsn = ${post}.npsn and score.indicator_code = ${post}.chosen
    and score.year = (select max(year) from report_card_score newest where newest.school_npsn = ${post}.npsn))`

const observed = new Row('observed')
const furthest = sql`left join (
  select plan_id, max(case ${join(
    observationStages.flatMap(([, statuses], far) =>
      statuses.length ? [sql`when status in (${commas(statuses.map(literal))}) then ${literal(far)}`] : [],
    ),
    ' ',
  )} end) as far
  from observation where under_office = ${run}.code group by plan_id) ${observed} on ${observed}.plan_id = ${plan}.id`

const status: Columns = { status: sql`${plan}.status` }
const npsn: Columns = { npsn: sql`${held}.school_npsn` }
const chosen: Columns = { chosen: sql`${plan}.indicator_code` }

/** Where an assignment is: each place in the one before. */
const places = {
  OFFICE: { column: 'office_code', type: 'text', read: {}, value: sql`${run}.code` },
  LEVEL: { column: 'level', type: 'text', read: { level: sql`${held}.school_level` }, value: sql`${post}.level` },
  SCHOOL: { column: 'npsn', type: 'text', read: npsn, value: sql`${post}.npsn` },
} as const satisfies Partial<Record<AnalyticsDimension, Dimension>>

export type Attribute = Exclude<`${AnalyticsDimension}`, keyof typeof places>

/** What an assignment is like. */
export const attributes: Readonly<Record<Attribute, Dimension>> = {
  EMPLOYMENT: { column: 'employment', type: 'text', read: {}, value: sql`${post}.employment` },
  STATUS: { column: 'status', type: 'text', read: status, value: stage },
  INDICATOR: {
    column: 'indicator_code',
    type: 'text',
    read: { ...status, ...chosen },
    value: sql`case when ${isHandedIn} then ${post}.chosen end`,
    seenAs: 'PlanContent',
  },
  LABEL: {
    column: 'label',
    type: 'text',
    read: { ...status, ...chosen, ...npsn },
    value: sql`case when ${isHandedIn} then ${label} end`,
    seenAs: 'PlanContent',
  },
  DAY: {
    column: 'day',
    type: 'date',
    read: { ...status, submitted_on: sql`(${plan}.submitted_at at time zone 'Asia/Jakarta')::date` },
    value: sql`case when ${isHandedIn} then ${post}.submitted_on end`,
  },
  POINTS: {
    column: 'points',
    type: 'int4',
    read: { ...status, step: sql`${plan}.points / 8 * 8` },
    value: sql`case when ${isHandedIn} then ${post}.step end`,
    seenAs: 'PlanContent',
  },
  OBSERVATION: {
    column: 'observation',
    type: 'text',
    read: { ...status, far: sql`${observed}.far` },
    value: sql`case when ${isAgreed} then (array[${commas(observationStages.map(([one]) => literal(one)))}])[1 + coalesce(${post}.far, 0)] end`,
    joined: furthest,
    seenAs: 'Observation',
  },
  PREDICATE: {
    column: 'predicate',
    type: 'text',
    read: { ...status, given: sql`${given}.predicate` },
    value: sql`case when ${isAgreed} then ${post}.given end`,
    joined: appraised,
    seenAs: 'AppraisalContent',
  },
}

export type DimensionName = `${AnalyticsDimension}`

export const dimensions: Readonly<Record<DimensionName, Dimension>> = { ...places, ...attributes }

/** What is read, and joined for that, for the values of dimensions. */
export const readFor = (names: readonly DimensionName[]): { readonly read: Columns; readonly joined: Sql } => ({
  read: Object.assign({}, ...names.map((name) => dimensions[name].read)) as Columns,
  joined: join(
    names.flatMap((name) => dimensions[name].joined ?? []),
    ' ',
  ),
})

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
