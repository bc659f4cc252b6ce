import { forbidden, may } from '../access/permission.ts'
import { type Relation, sight } from '../access/policy.ts'
import { conflict, Refusal, Stale } from '../errors.ts'
import { EvidenceAction, type EvidenceStatus, PlanScope, PlanStatus } from '../generated/schema.ts'
import { isInSeason, type Seasons } from '../period/season.ts'
import { workflow } from './workflow.ts'

/** A piece of evidence as far as the workflow is concerned. */
export interface Standing {
  readonly status: EvidenceStatus
  readonly version: number
}

/** Who wants to take which step, and when. */
export interface Attempt {
  readonly action: EvidenceAction
  /** As the piece was when it was looked at. */
  readonly version: number
  /** To the owner's assignment. */
  readonly relations: readonly Relation[]
  readonly plan: { readonly status: PlanStatus; readonly scope: PlanScope }
  readonly day: string
  readonly seasons: Seasons
  /** Whether the assignment is in force. */
  readonly inForce: boolean
}

// who is directly above is above
const seenBy: readonly Relation[] = [...sight.Evidence.ALL, 'APPRAISER']

/** Lets a step happen, or says why not; `standing` is null for what is attached. Who may not know of it learns nothing. */
export function checkTurn(standing: Standing | null, attempt: Attempt): void {
  const { action, version, relations, plan, day, seasons, inForce } = attempt
  const { mutation, from } = workflow[action]
  if (!relations.some((relation) => seenBy.includes(relation))) throw noEvidence()
  if (!may(mutation, relations)) throw forbidden('This step of the evidence is not yours to take.')
  if (isOfSupervisor(action) && relations.includes('SELF'))
    throw forbidden('Nobody verifies or questions his own evidence.')
  if (standing && version !== standing.version) throw new Stale('The evidence', standing.version)
  if (standing && !from.includes(standing.status))
    throw conflict(`The evidence is ${standing.status}: this step is for evidence that is ${from.join(' or ')}.`)
  if (plan.scope === PlanScope.PLANNING_ONLY)
    throw conflict('This plan is for planning alone: its evidence is not asked for.')
  if (plan.status !== PlanStatus.AGREED)
    throw conflict(`The plan is ${plan.status}: evidence is for plans that are AGREED.`)
  if (!inForce) throw conflict('The assignment is not in force: its plan is closed, and its evidence with it.')
  if (!isInSeason(day, seasons)) throw conflict('The period is not on: its evidence can only be read.')
}

const isOfSupervisor = (action: EvidenceAction) =>
  action === EvidenceAction.VERIFY || action === EvidenceAction.QUESTION

/** The refusal of whoever may not know of a piece of evidence. */
export const noEvidence = () => new Refusal('NOT_FOUND', 'There is no such evidence that you may see.')
