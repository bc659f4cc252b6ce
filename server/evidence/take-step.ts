import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { announce } from '../event/event.ts'
import { EvidenceAction } from '../generated/schema.ts'
import { notify } from '../notification/notify.ts'
import { type Facts, factsOf, seasonsOf } from '../plan/facts.ts'
import { Plan } from '../plan/plan.ts'
import { Evidence, EvidenceStep } from './evidence.ts'
import { checkTurn, noEvidence, type Standing } from './turn.ts'
import { workflow } from './workflow.ts'

/** A step, as somebody asks for it. */
export interface Asked {
  readonly action: EvidenceAction
  readonly evidence: string
  readonly version: number
  readonly note: string | null
}

/** A step that was taken: with which evidence, and whose that is. */
export interface Taken {
  readonly evidence: string
  readonly owner: string
}

/** What a step needs to know. */
export interface Ground {
  readonly em: EntityManager
  readonly viewer: Viewer
  readonly now: Date
  readonly facts: Facts
}

/** Takes a step with a piece of evidence: checks the turn, writes history, tells who is concerned. */
export async function takeStep(em: EntityManager, viewer: Viewer, asked: Asked, now: Date): Promise<Taken> {
  const { evidence, ground } = await reach(em, viewer, asked, now)
  advance(evidence, asked, ground)
  return { evidence: evidence.id, owner: ground.facts.owner }
}

/** The evidence that a step is asked for, if it may be taken. Whoever takes one at the same time waits, and finds another version. */
export async function reach(
  em: EntityManager,
  viewer: Viewer,
  { action, evidence: id, version }: Omit<Asked, 'note'>,
  now: Date,
): Promise<{ evidence: Evidence; plan: Plan; ground: Ground }> {
  const evidence = await em.findOne(Evidence, id, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const plan = evidence && (await em.findOne(Plan, evidence.plan.id, { lockMode: LockMode.PESSIMISTIC_READ }))
  if (!plan) throw noEvidence()
  const facts = await checked(em, viewer, { plan, action, version, standing: evidence }, now)
  return { evidence, plan, ground: { em, viewer, now, facts } }
}

/** The facts about a plan's assignment, if a step may be taken; `standing` is null for what is attached. */
export async function checked(
  em: EntityManager,
  viewer: Viewer,
  asked: { plan: Plan; action: EvidenceAction; version: number; standing: Standing | null },
  now: Date,
): Promise<Facts> {
  const { plan, action, version, standing } = asked
  const day = today(now.getTime())
  const facts = await factsOf(em, viewer, { assignment: plan.assignment.id, period: plan.period.code, day })
  if (!facts) throw noEvidence()
  const { relations, inForce } = facts
  checkTurn(standing, { action, version, relations, plan, day, inForce, seasons: seasonsOf(plan.period.code, facts) })
  return facts
}

/** Puts a step on record: status, version, history, notifications, event. */
export function advance(evidence: Evidence, { action, note }: Pick<Asked, 'action' | 'note'>, ground: Ground): void {
  const { em, viewer, now, facts } = ground
  const { to, tells } = workflow[action]
  const from = action === EvidenceAction.ATTACH ? null : evidence.status
  evidence.status = to
  evidence.version += 1
  evidence.changedAt = now
  const { version } = evidence
  const person = viewer.person
  em.create(EvidenceStep, { evidence, version, action, fromStatus: from, toStatus: to, at: now, person, note })
  const plan = evidence.plan.id
  if (tells) {
    const people = { OWNER: [facts.owner], APPRAISER: facts.appraisers }[tells.whom]
    notify(em, { kind: tells.as, plan, recipients: people.filter((one) => one !== person), at: now })
  }
  announce(em, { topic: 'PLAN', subject: plan, key: plan, version: evidence.plan.version })
}
