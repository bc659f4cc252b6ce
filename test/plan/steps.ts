import type { Client, PlanAction, PlanContentInput } from '../../sdk/index.ts'

type Version = Readonly<{ plan: string; version: number }>
type Adjustment = Parameters<Client['adjustPlan']>[0]['input']

/** What a step is given besides the plan and its version. */
export interface Words {
  readonly content: PlanContentInput
  readonly notes: Adjustment['notes']
}

/** How each step is taken with a plan that there is. */
export const steps: Readonly<
  Record<Exclude<PlanAction, 'DRAFT'>, (client: Client, at: Version, words: Words) => Promise<unknown>>
> = {
  SAVE: (client, at, { content }) => client.savePlan({ input: { ...at, content } }),
  SUBMIT: (client, input) => client.submitPlan({ input }),
  WITHDRAW: (client, input) => client.withdrawPlan({ input }),
  REVIEW: (client, input) => client.reviewPlan({ input }),
  CLARIFY: (client, input) => client.clarifyPlan({ input }),
  APPROVE: (client, input) => client.approvePlan({ input }),
  ADJUST: (client, at, { content, notes }) => client.adjustPlan({ input: { ...at, content, notes } }),
  AGREE: (client, input) => client.agreeToPlan({ input }),
  SEND_BACK: (client, at) => client.sendBackPlan({ input: { ...at, reason: 'Belum sesuai' } }),
  REQUEST_RESET: (client, at) => client.requestPlanReset({ input: { ...at, reason: 'Indikator keliru' } }),
  GRANT_RESET: (client, input) => client.grantPlanReset({ input }),
  REFUSE_RESET: (client, at) => client.refusePlanReset({ input: { ...at, reason: 'Cukup' } }),
}

/** The code that a promise is refused with; null where it is not. */
export const codeOf = (promise: Promise<unknown>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  )
