import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { badInput } from '../errors.ts'
import { PlanAction, PlanStatus } from '../generated/schema.ts'
import { Indicator } from '../indicator/indicator.ts'
import { rulesOf } from '../period/period-code.ts'
import { planningOn } from '../period/season.ts'
import { checkChoice, checkWhole, type Offer } from './choice.ts'
import type { Content } from './content.ts'
import { type Change, differences } from './difference.ts'
import { type Facts, factsOf, offersOf, seasonsOf } from './facts.ts'
import { Plan, PlanStep } from './plan.ts'
import { sumOf } from './points.ts'
import { tell } from './tell.ts'
import { checkTurn, noPlan } from './turn.ts'
import { workflow } from './workflow.ts'

/** A step, as somebody asks for it. */
export interface Asked {
  readonly action: PlanAction
  readonly plan: string
  readonly version: number
  readonly note?: string | null
  /** What the plan is to hold from now on. */
  readonly content?: Content
  /** Why, by item. */
  readonly notes?: Parameters<typeof differences>[3]
}

/** A step that was taken: with which plan, and whose that is. */
export interface Taken {
  readonly plan: string
  readonly owner: string
}

/** What a step needs to know. */
export interface Ground {
  readonly em: EntityManager
  readonly viewer: Viewer
  readonly now: Date
  readonly facts: Facts
}

/** Takes a step with a plan: checks the turn, changes the plan, writes history, tells who is concerned. */
export async function takeStep(em: EntityManager, viewer: Viewer, asked: Asked, now: Date): Promise<Taken> {
  // whoever takes a step at the same time waits, and then finds another version
  const plan = await em.findOne(Plan, asked.plan, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const day = today(now.getTime())
  const facts = plan && (await factsOf(em, viewer, { assignment: plan.assignment.id, period: plan.period.code, day }))
  if (!plan || !facts) throw noPlan()
  const seasons = seasonsOf(plan.period.code, facts)
  const { relations, inForce, appraisal } = facts
  checkTurn(plan, { ...asked, relations, inForce, appraisal, day, seasons })
  const ground = { em, viewer, now, facts }
  const changed = await change(plan, asked, ground)
  if (asked.action === PlanAction.SUBMIT) {
    checkWhole(contentIn(plan))
    plan.late ||= plan.submittedAt === null && planningOn(day, seasons) === 'LATE'
    plan.submittedAt = now
    plan.route = facts.position === 'PRINCIPAL' && facts.team.length ? 'CLARIFIED' : 'DIRECT'
  }
  advance(plan, asked, ground, changed)
  return { plan: plan.id, owner: facts.owner }
}

/** What a step changes in the content, and what it was before. */
interface Changed {
  readonly changes: Change[]
  readonly before: Content | null
}

const unchanged: Changed = { changes: [], before: null }

async function change(plan: Plan, asked: Asked, { em, facts }: Ground): Promise<Changed> {
  const after = asked.action === PlanAction.SEND_BACK ? await handedIn(em, plan) : asked.content
  if (asked.action === PlanAction.GRANT_RESET) plan.wasReset = true
  if (!after) return unchanged
  const offers = await offersOf(em, plan.catalogueId ?? null)
  checkChoice(after, { period: plan.period.code, position: facts.position, offers })
  const before = contentIn(plan)
  const changes = differences(before, after, offers, asked.notes)
  if (asked.action === PlanAction.ADJUST) checkAdjustment(after, changes)
  if (asked.action === PlanAction.SAVE) checkExpectations(before, after)
  fill(em, plan, after, offers)
  return { changes, before: asked.action === PlanAction.ADJUST ? before : null }
}

function checkAdjustment(after: Content, changes: readonly Change[]): void {
  checkWhole(after)
  if (!changes.length) throw badInput('Nothing is different from what was handed in: approve it, or change something.')
  const silent = changes.find(({ note }) => note === null)
  if (silent) throw badInput(`input.notes says nothing on ${silent.item}: tell the owner why it changes.`)
}

/** Expectations stand as the supervisor wrote them. */
export function checkExpectations(before: Content, after: Content): void {
  const changed = after.expectations.some(
    ({ value, text }) => !before.expectations.some((known) => known.value === value && known.text === text),
  )
  if (changed) throw badInput('input.content.expectations are for the supervisor to write.')
}

async function handedIn(em: EntityManager, { id }: Plan): Promise<Content | undefined> {
  const step = await em.findOne(PlanStep, { plan: id, action: PlanAction.ADJUST }, { orderBy: { version: 'desc' } })
  return step?.before ?? undefined
}

/** The content of a plan. */
const contentIn = ({ indicator, behaviours, activities, duties, expectations }: Plan): Content => ({
  indicator: indicator?.code ?? null,
  behaviours,
  activities,
  duties,
  expectations,
})

/** Gives a plan its content, and what follows from it. */
export function fill(em: EntityManager, plan: Plan, content: Content, offers: ReadonlyMap<string, Offer>): void {
  const { indicator, behaviours, activities, duties, expectations } = content
  plan.indicator = indicator === null ? null : em.getReference(Indicator, indicator)
  Object.assign(plan, { behaviours: [...behaviours], activities, duties, expectations })
  Object.assign(plan, sumOf(content, offers, rulesOf(plan.period.code)))
}

/** Puts a step on record: status, version, history, notifications, event. */
export function advance(plan: Plan, asked: Pick<Asked, 'action' | 'note'>, ground: Ground, changed = unchanged): void {
  const { em, viewer, now } = ground
  const { action, note } = asked
  const from = plan.version === 0 ? null : plan.status
  plan.status = workflow[action].to
  plan.version += 1
  plan.changedAt = now
  if (plan.status === PlanStatus.AGREED) plan.agreedAt ??= now
  if (plan.status === PlanStatus.DRAFT) plan.agreedAt = null
  em.create(PlanStep, {
    plan,
    version: plan.version,
    action,
    fromStatus: from,
    toStatus: plan.status,
    at: now,
    person: viewer.person,
    note: note ?? null,
    ...changed,
  })
  tell(plan, action, ground)
}
