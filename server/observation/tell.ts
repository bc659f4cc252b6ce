import { announce } from '../event/event.ts'
import type { ObservationAction } from '../generated/schema.ts'
import { notify } from '../notification/notify.ts'
import { observerOf } from './observer.ts'
import type { Ground } from './take-step.ts'
import { type Side, workflow } from './workflow.ts'

/** Tells who is concerned of a step, but for who took it; and everybody who watches the plan. */
export function tell(action: ObservationAction, { em, viewer, now, plan, facts }: Ground): void {
  const people: Readonly<Record<Side, readonly string[]>> = {
    OBSERVED: [facts.owner],
    OBSERVER: observerOf(facts).people,
  }
  const { tells = [], as } = workflow[action]
  const recipients = new Set(tells.flatMap((side) => people[side]))
  if (viewer.person) recipients.delete(viewer.person)
  if (as) notify(em, { kind: as, plan: plan.id, recipients: [...recipients], at: now })
  announce(em, { topic: 'PLAN', subject: plan.id, key: plan.id, version: plan.version })
}
