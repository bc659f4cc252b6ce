import { forbidden, may } from '../access/permission.ts'
import type { Relation } from '../access/policy.ts'
import { conflict, Refusal, Stale } from '../errors.ts'
import { AppraisalAction, type AppraisalStatus, PlanStatus, Stage } from '../generated/schema.ts'
import { isOpen, type Seasons } from '../period/season.ts'
import { type Route, workflow } from './workflow.ts'

/** An appraisal as far as the workflow is concerned. */
export interface Standing {
  readonly status: AppraisalStatus
  readonly version: number
  readonly route: Route
  /** The last day to object; null until its owner is given it. */
  readonly objectionUntil: string | null
  readonly planStatus: PlanStatus
}

/** Who wants to take which step, and when. */
export interface Attempt {
  readonly action: AppraisalAction
  /** As the appraisal was when it was looked at. */
  readonly version: number
  readonly relations: readonly Relation[]
  readonly day: string
  readonly seasons: Seasons
}

/** Lets a step happen, or says why not. Who may not know of the appraisal learns nothing: nor does its owner before it is given. */
export function checkTurn(appraisal: Standing, { action, version, relations, day, seasons }: Attempt): void {
  const { mutation, from } = workflow[action]
  const { status, route, objectionUntil, planStatus } = appraisal
  if (!relations.length || (relations.includes('SELF') && objectionUntil === null)) throw noAppraisal()
  if (!may(mutation, relations)) throw forbidden('This step of the appraisal is not yours to take.')
  if (version !== appraisal.version) throw new Stale('The appraisal', appraisal.version)
  if (!from[route].includes(status)) throw outOfTurn(status, from[route])
  if (action === AppraisalAction.OBJECT && objectionUntil !== null && day > objectionUntil)
    throw conflict(`Objections were taken until ${objectionUntil}, 14 days after the result was given.`)
  checkSeason(action, day, seasons, planStatus)
}

/** Lets a step happen on a day, and with a plan as it stands, or says why not. */
export function checkSeason(action: AppraisalAction, day: string, seasons: Seasons, plan: PlanStatus): void {
  if (workflow[action].during === 'ANY_DAY') return
  if (plan !== PlanStatus.AGREED) throw conflict(`The plan is ${plan}: appraisals are of agreed plans.`)
  if (!isOpen(Stage.APPRAISAL, day, seasons))
    throw conflict('Appraisal is closed: an operator can extend it for an office, with a reason.')
}

/** What somebody is to an appraisal: to his own nothing else, whatever he is besides. */
export const partyIn = (relations: readonly Relation[]): readonly Relation[] =>
  relations.includes('SELF') ? ['SELF'] : relations

export const noAppraisal = () => new Refusal('NOT_FOUND', 'There is no such appraisal that you may see.')

const outOfTurn = (status: AppraisalStatus, from: readonly AppraisalStatus[]) =>
  conflict(
    from.length
      ? `The appraisal is ${status}: this step is for those that are ${from.join(' or ')}.`
      : 'This step is not for the appraisal of a teacher: the predicate of the organisation makes it final.',
  )
