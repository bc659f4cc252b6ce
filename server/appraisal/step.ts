import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { announce } from '../event/event.ts'
import { AppraisalAction, AppraisalStatus } from '../generated/schema.ts'
import { notify } from '../notification/notify.ts'
import type { Facts } from '../plan/facts.ts'
import { type Appraisal, AppraisalStep } from './appraisal.ts'
import type { Content } from './content.ts'
import type { Case } from './explanation.ts'
import { lastDayToObject } from './objection.ts'
import { type Appraised, reckon } from './reckon.ts'
import { type Recipient, workflow } from './workflow.ts'

/** What a step needs to know. */
export interface Ground {
  readonly em: EntityManager
  readonly viewer: Viewer
  readonly now: Date
  readonly facts: Facts
}

/** What is said with a step. */
export interface Said {
  readonly action: AppraisalAction
  readonly note?: string | null
  readonly hearing?: string | null
}

/** The content of an appraisal. */
export const contentIn = (appraisal: Appraisal): Content => ({
  observed: appraisal.observed ?? null,
  reflection: appraisal.reflection ?? null,
  learning: appraisal.learning ?? null,
  practice: appraisal.practice ?? null,
  considerations: appraisal.considerations ?? null,
  result: appraisal.result ?? null,
  deviation: appraisal.deviation ?? null,
  values: appraisal.valueRatings,
  behaviour: appraisal.behaviour ?? null,
})

/** The register's facts that the rules ask for, as they are now. */
export const appraisedIn = ({ plan }: Pick<Appraisal, 'plan'>, facts: Facts): Appraised => {
  const { employment, basis, rank, from, until } = facts
  return { period: plan.period.code, scope: plan.scope, employment, basis, rank, from, until }
}

/** Gives an appraisal its content, and what follows from it. What it was reckoned with once it was given stays. */
export function fill(appraisal: Appraisal, content: Content, facts: Facts, objection: Case['objection'] = null): void {
  if (!appraisal.givenAt) appraisal.appraised = appraisedIn(appraisal, facts)
  const { values, ...rest } = content
  const decided = { grade: appraisal.grade ?? null, objection }
  Object.assign(appraisal, rest, { valueRatings: values }, reckon(content, appraisal.appraised, decided))
}

// the steps that say how somebody is rated
const rating: readonly AppraisalAction[] = [
  AppraisalAction.RECOMMEND,
  AppraisalAction.DECIDE,
  AppraisalAction.FINALIZE,
  AppraisalAction.DECIDE_OBJECTION,
]

/** Puts a step on record: status, version, days, history, notifications, event. */
export function advance(appraisal: Appraisal, { action, note, hearing }: Said, ground: Ground): void {
  const { em, viewer, now } = ground
  const from = appraisal.version === 0 ? null : appraisal.status
  const to = workflow[action].to
  appraisal.status = to
  appraisal.version += 1
  appraisal.changedAt = now
  if (to === AppraisalStatus.RECOMMENDED) appraisal.recommendedAt = now
  if (to === AppraisalStatus.DRAFT) appraisal.recommendedAt = null
  if (to === AppraisalStatus.FINAL) {
    appraisal.givenAt = now
    appraisal.objectionUntil = lastDayToObject(today(now.getTime()))
  }
  const isRating = rating.includes(action)
  em.create(AppraisalStep, {
    appraisal,
    version: appraisal.version,
    action,
    fromStatus: from,
    toStatus: to,
    at: now,
    person: viewer.person,
    note: note ?? null,
    hearing: hearing ?? null,
    result: (isRating && appraisal.result) || null,
    behaviour: (isRating && appraisal.behaviour) || null,
    predicate: (isRating && appraisal.predicate) || null,
  })
  tell(appraisal, action, ground)
}

/** Tells who is concerned of a step, but for who took it; and who watches the plan, once its owner may know. */
function tell(appraisal: Appraisal, action: AppraisalAction, { em, viewer, now, facts }: Ground): void {
  const plan = appraisal.plan.id
  const people: Readonly<Record<Recipient, readonly string[]>> = {
    OWNER: [facts.owner],
    APPRAISER: facts.appraisers,
    WORK_TEAM: facts.team,
    SUPERIOR: facts.superiors,
  }
  const { tells, as } = workflow[action]
  const recipients = new Set(tells[appraisal.route].flatMap((recipient) => people[recipient]))
  if (viewer.person) recipients.delete(viewer.person)
  if (!appraisal.givenAt) recipients.delete(facts.owner)
  if (as) notify(em, { kind: as, plan, recipients: [...recipients], at: now })
  if (appraisal.givenAt) announce(em, { topic: 'PLAN', subject: plan, key: plan, version: null })
}
