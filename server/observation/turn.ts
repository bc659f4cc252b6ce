import { forbidden, may } from '../access/permission.ts'
import type { Relation } from '../access/policy.ts'
import { conflict, Refusal, Stale } from '../errors.ts'
import { ObservationAction, type ObservationStatus, PlanScope, PlanStatus, Stage } from '../generated/schema.ts'
import { isInSeason, isOpen, type Seasons } from '../period/season.ts'
import { ahead, type Season, workflow } from './workflow.ts'

/** A cycle as far as the workflow is concerned. */
export interface Standing {
  readonly status: ObservationStatus
  readonly version: number
  /** The behaviours that are to be observed. */
  readonly behaviours: readonly string[]
}

/** What a cycle belongs to. */
export interface Observed {
  readonly status: PlanStatus
  readonly scope: PlanScope
  readonly behaviours: readonly string[]
}

/** Who wants to take which step, and when. */
export interface Attempt {
  readonly action: ObservationAction
  /** All that the viewer is to the assignment. */
  readonly relations: readonly Relation[]
  /** What he is to the cycle. */
  readonly side: readonly Relation[]
  readonly day: string
  readonly seasons: Seasons
  /** Whether the assignment is in force. */
  readonly inForce: boolean
}

/** Lets a step of a cycle happen, or says why not. Who may not know of it learns nothing. */
export function checkTurn(cycle: Standing, plan: Observed, attempt: Attempt & { readonly version: number }): void {
  const { action, version } = attempt
  if (!attempt.relations.length) throw noObservation()
  checkSide(attempt)
  if (version !== cycle.version) throw new Stale('The observation', cycle.version)
  const { from } = workflow[action]
  if (!from.includes(cycle.status))
    throw conflict(`The observation is ${cycle.status}: this step is for those that are ${from.join(' or ')}.`)
  checkSeason(attempt)
  if (action === ObservationAction.CANCEL) return
  checkPlan(plan)
  if (ahead.includes(cycle.status) && cycle.behaviours.some((code) => !plan.behaviours.includes(code)))
    throw conflict('The plan has changed since this was prepared: cancel it, and begin another.')
}

/** Refuses whose step it is not. */
export function checkSide({ action, side }: Pick<Attempt, 'action' | 'side'>): void {
  if (!may(workflow[action].mutation, side)) throw forbidden('This step of the observation is not yours to take.')
}

/** Lets a step happen on a day, or says why not. */
export function checkSeason({ action, day, seasons, inForce }: Omit<Attempt, 'relations' | 'side'>): void {
  if (!inForce) throw conflict('The assignment is not in force: its plan is closed, and another post plans anew.')
  if (!isOn[workflow[action].during](day, seasons)) throw conflict(closed[workflow[action].during])
}

/** Only what both sides have agreed on is observed, and only where the plan goes that far. */
export function checkPlan({ status, scope }: Observed): void {
  if (scope !== PlanScope.FULL) throw conflict('This plan is for planning alone: nobody observes it.')
  if (status !== PlanStatus.AGREED) throw conflict(`The plan is ${status}: only agreed plans are observed.`)
}

const isOn: Readonly<Record<Season, (day: string, seasons: Seasons) => boolean>> = {
  EXECUTION: (day, seasons) => isOpen(Stage.EXECUTION, day, seasons),
  // sources put reflection next to appraisal (portalsulut: June)
  REFLECTION: (day, seasons) => isOpen(Stage.EXECUTION, day, seasons) || isOpen(Stage.APPRAISAL, day, seasons),
  PERIOD: isInSeason,
}

const closed: Readonly<Record<Season, string>> = {
  EXECUTION:
    'Execution is not open today: ask for the windows of the period; an operator can extend them for an office.',
  REFLECTION: 'Neither execution nor appraisal is open today: ask for the windows of the period.',
  PERIOD: 'The period is not on: its observations can only be read.',
}

export const noObservation = () => new Refusal('NOT_FOUND', 'There is no such observation that you may see.')
