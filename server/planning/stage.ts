import { PlanningStage, PlanStatus } from '../generated/schema.ts'
import type { Row } from '../reader/row.ts'
import { commas, literal, type Sql, sql } from '../reader/sql.ts'

/** How far a plan is, by its status. */
export const stages = {
  [PlanningStage.DRAFTED]: [PlanStatus.DRAFT],
  [PlanningStage.SUBMITTED]: [PlanStatus.SUBMITTED, PlanStatus.IN_REVIEW, PlanStatus.CLARIFIED, PlanStatus.ADJUSTED],
  [PlanningStage.AGREED]: [PlanStatus.AGREED, PlanStatus.RESET_REQUESTED],
} as const satisfies Partial<Record<PlanningStage, readonly PlanStatus[]>>

export type Begun = keyof typeof stages

/** The stages of plans that are there, from the least far on. */
export const begun = Object.keys(stages) as Begun[]

/** Whether a plan is at one of some stages. */
export const isAt = (plan: Row, ...wanted: readonly Begun[]): Sql =>
  sql`${plan}.status in (${commas(wanted.flatMap((stage) => stages[stage].map(literal)))})`
