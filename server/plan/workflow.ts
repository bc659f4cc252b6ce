import type { MutationName } from '../access/policy.ts'
import { NotificationKind, PlanAction, PlanStatus } from '../generated/schema.ts'

/** Whether a work team clarifies a plan before the supervisor decides (principals), or not. */
export type Route = 'DIRECT' | 'CLARIFIED'

/** Who is told of a step. */
export type Recipient = 'OWNER' | 'APPRAISER' | 'WORK_TEAM'

/** When a step may be taken: while planning is open (late planning counts), or on any day of the period. */
export type Season = 'PLANNING' | 'PERIOD'

/** A step of the workflow. Who may take it says the policy, under the name of its mutation. */
export interface Step {
  readonly mutation: MutationName
  /** From where; nowhere: there is no plan yet. */
  readonly from: Readonly<Record<Route, readonly PlanStatus[]>>
  readonly to: PlanStatus
  readonly during: Season
  readonly tells: Readonly<Record<Route, readonly Recipient[]>>
  readonly as?: NotificationKind
}

const { DRAFT, SUBMITTED, IN_REVIEW, CLARIFIED, ADJUSTED, AGREED, RESET_REQUESTED } = PlanStatus

const always = <Value>(value: readonly Value[]) => ({ DIRECT: value, CLARIFIED: value })
const nobody = always<Recipient>([])

// where the supervisor decides
const ripe = { DIRECT: [SUBMITTED, IN_REVIEW], CLARIFIED: [CLARIFIED] }
// who looks at a plan first
const reviewers = { DIRECT: ['APPRAISER'], CLARIFIED: ['WORK_TEAM'] } as const

/** Every step there is. `README.md` draws it. */
export const workflow: Readonly<Record<PlanAction, Step>> = {
  [PlanAction.DRAFT]: { mutation: 'draftPlan', from: always([]), to: DRAFT, during: 'PLANNING', tells: nobody },
  [PlanAction.SAVE]: { mutation: 'savePlan', from: always([DRAFT]), to: DRAFT, during: 'PLANNING', tells: nobody },
  [PlanAction.SUBMIT]: {
    mutation: 'submitPlan',
    from: always([DRAFT]),
    to: SUBMITTED,
    during: 'PLANNING',
    tells: reviewers,
    as: NotificationKind.PLAN_SUBMITTED,
  },
  [PlanAction.WITHDRAW]: {
    mutation: 'withdrawPlan',
    from: always([SUBMITTED]),
    to: DRAFT,
    during: 'PERIOD',
    tells: reviewers,
    as: NotificationKind.PLAN_WITHDRAWN,
  },
  [PlanAction.REVIEW]: {
    mutation: 'reviewPlan',
    from: always([SUBMITTED]),
    to: IN_REVIEW,
    during: 'PERIOD',
    tells: nobody,
  },
  [PlanAction.CLARIFY]: {
    mutation: 'clarifyPlan',
    from: { DIRECT: [], CLARIFIED: [SUBMITTED, IN_REVIEW] },
    to: CLARIFIED,
    during: 'PERIOD',
    tells: always(['APPRAISER', 'OWNER']),
    as: NotificationKind.PLAN_CLARIFIED,
  },
  [PlanAction.APPROVE]: {
    mutation: 'approvePlan',
    from: ripe,
    to: AGREED,
    during: 'PERIOD',
    tells: always(['OWNER']),
    as: NotificationKind.PLAN_AGREED,
  },
  [PlanAction.ADJUST]: {
    mutation: 'adjustPlan',
    from: ripe,
    to: ADJUSTED,
    during: 'PERIOD',
    tells: always(['OWNER']),
    as: NotificationKind.PLAN_ADJUSTED,
  },
  [PlanAction.AGREE]: {
    mutation: 'agreeToPlan',
    from: always([ADJUSTED]),
    to: AGREED,
    during: 'PERIOD',
    tells: always(['APPRAISER']),
    as: NotificationKind.PLAN_AGREED,
  },
  [PlanAction.SEND_BACK]: {
    mutation: 'sendBackPlan',
    from: always([ADJUSTED]),
    to: SUBMITTED,
    during: 'PERIOD',
    tells: { DIRECT: ['APPRAISER'], CLARIFIED: ['APPRAISER', 'WORK_TEAM'] },
    as: NotificationKind.PLAN_SENT_BACK,
  },
  [PlanAction.REQUEST_RESET]: {
    mutation: 'requestPlanReset',
    from: always([AGREED]),
    to: RESET_REQUESTED,
    during: 'PERIOD',
    tells: nobody,
  },
  [PlanAction.GRANT_RESET]: {
    mutation: 'grantPlanReset',
    from: always([RESET_REQUESTED]),
    to: DRAFT,
    during: 'PERIOD',
    tells: always(['OWNER', 'APPRAISER']),
    as: NotificationKind.PLAN_RESET,
  },
  [PlanAction.REFUSE_RESET]: {
    mutation: 'refusePlanReset',
    from: always([RESET_REQUESTED]),
    to: AGREED,
    during: 'PERIOD',
    tells: always(['OWNER']),
    as: NotificationKind.PLAN_RESET_REFUSED,
  },
}

/** Whose turn it is: who must do something before the plan goes on. Operators are not told, they look. */
export const turns: Readonly<Record<Recipient | 'OPERATOR', Readonly<Record<Route, readonly PlanStatus[]>>>> = {
  OWNER: always([DRAFT, ADJUSTED]),
  APPRAISER: ripe,
  WORK_TEAM: { DIRECT: [], CLARIFIED: [SUBMITTED, IN_REVIEW] },
  OPERATOR: always([RESET_REQUESTED]),
}
