import type { PlanRecordAnswer } from '../../sdk/index.ts'
import { dayOf } from './day.ts'

/** A plan, and all that belongs to it. */
export type PlanRecord = NonNullable<PlanRecordAnswer>

interface Kept<Status> {
  readonly status: Status
  readonly changedAt: Date
  readonly history: readonly { readonly to: Status; readonly at: Date }[]
}

/**
 * The state in which something was at the end of a day; null before it began. Who sees the state alone is not told of its history, and
 * so of the days from its last change on alone.
 */
export function statusOn<Status>({ status, changedAt, history }: Kept<Status>, day: string): Status | null {
  if (history.length === 0) return dayOf(changedAt) <= day ? status : null
  return history.findLast(({ at }) => dayOf(at) <= day)?.to ?? null
}

/** Each day on which the state of a plan, or of what belongs to it, became another. */
export function stepDays(plans: readonly PlanRecord[]): ReadonlySet<string> {
  const kept = plans.flatMap((plan) => [
    plan,
    ...plan.observations,
    ...plan.evidence,
    ...(plan.appraisal ? [plan.appraisal] : []),
  ])
  return new Set(
    kept.flatMap(({ history, changedAt }) =>
      history.length === 0
        ? [dayOf(changedAt)]
        : history.filter(({ to }, index) => to !== history[index - 1]?.to).map(({ at }) => dayOf(at)),
    ),
  )
}
