import { forbidden, may } from '../access/permission.ts'
import type { Relation } from '../access/policy.ts'
import { conflict, Refusal, Stale } from '../errors.ts'
import { type AppraisalStatus, PlanAction, type PlanStatus, Stage } from '../generated/schema.ts'
import { isInSeason, planningOn, type Seasons } from '../period/season.ts'
import { type Route, workflow } from './workflow.ts'

/** A plan as far as the workflow is concerned. */
export interface Standing {
  readonly status: PlanStatus
  readonly version: number
  readonly route: Route
  readonly wasReset: boolean
}

/** Who wants to take which step, and when. */
export interface Attempt {
  readonly action: PlanAction
  /** As the plan was when it was looked at. */
  readonly version: number
  readonly relations: readonly Relation[]
  readonly day: string
  readonly seasons: Seasons
  /** Whether the assignment is in force. */
  readonly inForce: boolean
  /** How far the plan's appraisal has come; null where there is none. */
  readonly appraisal: AppraisalStatus | null
}

/** Lets a step happen, or says why not. Who may not know of the plan learns nothing. */
export function checkTurn(
  plan: Standing,
  { action, version, relations, day, seasons, inForce, appraisal }: Attempt,
): void {
  const { mutation, from } = workflow[action]
  if (!relations.length) throw noPlan()
  if (!may(mutation, relations)) throw forbidden('This step of the plan is not yours to take.')
  if (version !== plan.version) throw new Stale('The plan', plan.version)
  if (!from[plan.route].includes(plan.status)) throw outOfTurn(`The plan is ${plan.status}`, from[plan.route])
  if (action === PlanAction.REQUEST_RESET && plan.wasReset)
    throw conflict('This plan was reset once already; a period has one reset.')
  const hindrance = appraisal && hindrances[action]?.[appraisal]
  if (hindrance) throw conflict(hindrance)
  checkSeason(action, day, seasons, inForce)
}

const given = 'The result of this plan was given: the plan stays as it is.'
const waiting = 'An appraisal of this plan is recommended: have it returned before the plan is reset.'

/** What an appraisal keeps a plan from. Its owner is not told of one that he was not given. */
const hindrances: Readonly<Partial<Record<PlanAction, Readonly<Partial<Record<AppraisalStatus, string>>>>>> = {
  [PlanAction.REQUEST_RESET]: { FINAL: given, OBJECTED: given, DECIDED: given },
  [PlanAction.GRANT_RESET]: { RECOMMENDED: waiting, FINAL: given, OBJECTED: given, DECIDED: given },
}

/** Lets a step happen on a day, or says why not. */
export function checkSeason(action: PlanAction, day: string, seasons: Seasons, inForce: boolean): void {
  if (!inForce) throw conflict('The assignment is not in force: its plan is closed, and another post plans anew.')
  if (!isInSeason(day, seasons))
    throw conflict(`Plans of this period can be changed ${during(seasons)}: on any other day they can only be read.`)
  if (workflow[action].during === 'PLANNING' && planningOn(day, seasons) === 'CLOSED') {
    const open = [...seasons.windows, ...seasons.extensions].filter(({ stage }) => planning.includes(stage))
    throw conflict(
      `Planning is closed: it is open ${open.map(during).join(', ')}. An operator can extend it for an office.`,
    )
  }
}

const planning: readonly Stage[] = [Stage.PLANNING, Stage.LATE_PLANNING]

const during = ({ from, until }: { readonly from: string; readonly until: string }) =>
  `from ${from} until before ${until}`

export const noPlan = () => new Refusal('NOT_FOUND', 'There is no such plan that you may see.')

const outOfTurn = (what: string, from: readonly PlanStatus[]) =>
  conflict(`${what}: this step is for plans that are ${from.join(' or ') || 'new'}.`)
