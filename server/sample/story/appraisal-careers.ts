import { AppraisalAction } from '../../generated/schema.ts'
import type { Step } from './act.ts'

const { DRAFT, SAVE, RECOMMEND, RETURN, DECIDE, FINALIZE, OBJECT, ANSWER, DECIDE_OBJECTION } = AppraisalAction

const recommended: readonly Step<AppraisalAction>[] = [
  [DRAFT, 0],
  [RECOMMEND, 1],
]
const objected: readonly Step<AppraisalAction>[] = [...recommended, [FINALIZE, 0], [OBJECT, 5]]

/**
 * What an appraisal goes through. `FINALIZE` is nobody's own step: it comes with the predicate of the organisation, which makes all
 * recommended appraisals of teachers final.
 */
export const appraisalCareers = {
  begun: [[DRAFT, 0]],
  recommended,
  saved: [
    [DRAFT, 0],
    [SAVE, 1],
    [RECOMMEND, 0],
  ],
  returned: [...recommended, [RETURN, 2], [SAVE, 1], [RECOMMEND, 0], [DECIDE, 3]],
  decided: [...recommended, [DECIDE, 5]],
  objected,
  heard: [...objected, [ANSWER, 3], [DECIDE_OBJECTION, 6]],
} as const satisfies Readonly<Record<string, readonly Step<AppraisalAction>[]>>

export type AppraisalCareer = keyof typeof appraisalCareers
