import { announce } from '../event/event.ts'
import type { PlanAction } from '../generated/schema.ts'
import { notify } from '../notification/notify.ts'
import type { Plan } from './plan.ts'
import type { Ground } from './take-step.ts'
import { type Recipient, workflow } from './workflow.ts'

/** Tells who is concerned of a step, but for who took it; and everybody who watches the plan. */
export function tell(plan: Plan, action: PlanAction, { em, viewer, now, facts }: Ground): void {
  const people: Readonly<Record<Recipient, readonly string[]>> = {
    OWNER: [facts.owner],
    APPRAISER: facts.appraisers,
    WORK_TEAM: facts.team,
  }
  const { tells, as } = workflow[action]
  const recipients = new Set(tells[plan.route].flatMap((recipient) => people[recipient]))
  if (viewer.person) recipients.delete(viewer.person)
  if (as) notify(em, { kind: as, plan: plan.id, recipients: [...recipients], at: now })
  announce(em, { topic: 'PLAN', subject: plan.id, key: plan.id, version: plan.version })
}
