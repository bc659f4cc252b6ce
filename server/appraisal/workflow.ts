import type { MutationName } from '../access/policy.ts'
import { AppraisalAction, AppraisalStatus, NotificationKind } from '../generated/schema.ts'

/** How a recommendation becomes final: with the organisation's predicate (teachers), or by the appraiser's decision (principals). */
export type Route = 'ORGANISATION' | 'DECISION'

/** Who is told of a step. */
export type Recipient = 'OWNER' | 'APPRAISER' | 'WORK_TEAM' | 'SUPERIOR'

/** When a step may be taken: while appraisal is open, or on any day. */
export type Season = 'APPRAISAL' | 'ANY_DAY'

/** A step of the workflow. Who may take it says the policy, under the name of its mutation. */
export interface Step {
  readonly mutation: MutationName
  /** From where; nowhere: there is no appraisal yet. */
  readonly from: Readonly<Record<Route, readonly AppraisalStatus[]>>
  readonly to: AppraisalStatus
  readonly during: Season
  readonly tells: Readonly<Record<Route, readonly Recipient[]>>
  readonly as?: NotificationKind
}

const { DRAFT, RECOMMENDED, FINAL, OBJECTED, DECIDED } = AppraisalStatus

const always = <Value>(value: readonly Value[]) => ({ ORGANISATION: value, DECISION: value })
const nobody = always<Recipient>([])

/** Every step there is. */
export const workflow: Readonly<Record<AppraisalAction, Step>> = {
  [AppraisalAction.DRAFT]: {
    mutation: 'draftAppraisal',
    from: always([]),
    to: DRAFT,
    during: 'APPRAISAL',
    tells: nobody,
  },
  [AppraisalAction.SAVE]: {
    mutation: 'saveAppraisal',
    from: always([DRAFT]),
    to: DRAFT,
    during: 'APPRAISAL',
    tells: nobody,
  },
  [AppraisalAction.RECOMMEND]: {
    mutation: 'recommendAppraisal',
    from: always([DRAFT]),
    to: RECOMMENDED,
    during: 'APPRAISAL',
    tells: { ORGANISATION: ['SUPERIOR'], DECISION: ['APPRAISER'] },
    as: NotificationKind.APPRAISAL_RECOMMENDED,
  },
  [AppraisalAction.RETURN]: {
    mutation: 'returnAppraisal',
    from: always([RECOMMENDED]),
    to: DRAFT,
    during: 'ANY_DAY',
    tells: always(['APPRAISER', 'WORK_TEAM']),
    as: NotificationKind.APPRAISAL_RETURNED,
  },
  [AppraisalAction.DECIDE]: {
    mutation: 'decideAppraisal',
    from: { ORGANISATION: [], DECISION: [RECOMMENDED] },
    to: FINAL,
    during: 'ANY_DAY',
    tells: always(['OWNER', 'WORK_TEAM']),
    as: NotificationKind.APPRAISAL_FINAL,
  },
  [AppraisalAction.FINALIZE]: {
    mutation: 'setOrganisationPredicate',
    from: { ORGANISATION: [RECOMMENDED], DECISION: [] },
    to: FINAL,
    during: 'ANY_DAY',
    tells: always(['OWNER', 'APPRAISER']),
    as: NotificationKind.APPRAISAL_FINAL,
  },
  [AppraisalAction.OBJECT]: {
    mutation: 'objectToAppraisal',
    from: always([FINAL]),
    to: OBJECTED,
    during: 'ANY_DAY',
    tells: always(['SUPERIOR', 'APPRAISER', 'WORK_TEAM']),
    as: NotificationKind.APPRAISAL_OBJECTED,
  },
  [AppraisalAction.ANSWER]: {
    mutation: 'answerObjection',
    from: always([OBJECTED]),
    to: OBJECTED,
    during: 'ANY_DAY',
    tells: always(['SUPERIOR', 'OWNER']),
    as: NotificationKind.OBJECTION_ANSWERED,
  },
  [AppraisalAction.DECIDE_OBJECTION]: {
    mutation: 'decideObjection',
    from: always([OBJECTED]),
    to: DECIDED,
    during: 'ANY_DAY',
    tells: always(['OWNER', 'APPRAISER', 'WORK_TEAM']),
    as: NotificationKind.OBJECTION_DECIDED,
  },
}

/** Whose turn it is: who must do something before the appraisal goes on. */
export const turns: Readonly<Record<Exclude<Recipient, 'OWNER'>, Readonly<Record<Route, readonly AppraisalStatus[]>>>> =
  {
    APPRAISER: { ORGANISATION: [DRAFT], DECISION: [DRAFT, RECOMMENDED] },
    WORK_TEAM: always([DRAFT]),
    SUPERIOR: { ORGANISATION: [RECOMMENDED, OBJECTED], DECISION: [OBJECTED] },
  }
