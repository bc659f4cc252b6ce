import { PlanAction } from '../../generated/schema.ts'
import type { Step } from './act.ts'

const {
  DRAFT,
  SAVE,
  SUBMIT,
  WITHDRAW,
  REVIEW,
  CLARIFY,
  APPROVE,
  ADJUST,
  AGREE,
  SEND_BACK,
  REQUEST_RESET,
  GRANT_RESET,
  REFUSE_RESET,
} = PlanAction

const handedIn: readonly Step<PlanAction>[] = [
  [DRAFT, 0],
  [SUBMIT, 1],
]
const atOnce: readonly Step<PlanAction>[] = [...handedIn, [APPROVE, 3]]
const clarified: readonly Step<PlanAction>[] = [...handedIn, [CLARIFY, 3]]

/** What a plan goes through, step by step. */
export const planCareers = {
  agreedAtOnce: atOnce,
  reviewed: [...handedIn, [REVIEW, 2], [APPROVE, 1]],
  adjusted: [...handedIn, [REVIEW, 2], [ADJUST, 0], [AGREE, 2]],
  sentBack: [...handedIn, [ADJUST, 3], [SEND_BACK, 1], [APPROVE, 3]],
  withdrawn: [...handedIn, [WITHDRAW, 0], [SAVE, 0], [SUBMIT, 1], [APPROVE, 4]],
  reset: [...atOnce, [REQUEST_RESET, 1], [GRANT_RESET, 3], [SAVE, 1], [SUBMIT, 0], [APPROVE, 2]],
  notReset: [...atOnce, [REQUEST_RESET, 2], [REFUSE_RESET, 3]],
  begun: [[DRAFT, 0]],
  saved: [
    [DRAFT, 0],
    [SAVE, 2],
  ],
  waiting: handedIn,
  inReview: [...handedIn, [REVIEW, 2]],
  otherwise: [...handedIn, [ADJUST, 2]],
  resetWanted: [...atOnce, [REQUEST_RESET, 3]],
  waitingForHead: clarified,
  clarified: [...clarified, [APPROVE, 2]],
  clarifiedAndAdjusted: [...clarified, [ADJUST, 2], [AGREE, 1]],
} as const satisfies Readonly<Record<string, readonly Step<PlanAction>[]>>

export type PlanCareer = keyof typeof planCareers
