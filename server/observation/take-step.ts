import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { ObservationAction, type ObservationStatus } from '../generated/schema.ts'
import type { Seasons } from '../period/season.ts'
import { type Facts, factsOf, seasonsOf } from '../plan/facts.ts'
import { Plan } from '../plan/plan.ts'
import { type Change, differences } from './difference.ts'
import { Observation, ObservationStep } from './observation.ts'
import { sideOf } from './observer.ts'
import { checkPreparation, checkWhole, type Preparation, type Schedule } from './preparation.ts'
import { checkComplete, checkSheet, type Sheet } from './sheet.ts'
import { tell } from './tell.ts'
import { checkTurn, noObservation } from './turn.ts'
import { type Conclusion, checkFollowUp, type Discussion, type FollowUp, type Reflection } from './words.ts'
import { workflow } from './workflow.ts'

/** What a step brings: the parts of the cycle that are written with it. */
export interface Brought {
  readonly preparation?: Preparation
  readonly schedule?: Schedule
  readonly sheet?: Sheet
  readonly discussion?: Discussion
  readonly followUp?: FollowUp
  readonly reflection?: Reflection
  readonly conclusion?: Conclusion
}

/** A step, as somebody asks for it. */
export interface Asked extends Brought {
  readonly action: ObservationAction
  readonly observation: string
  readonly version: number
  readonly note?: string | null
}

/** A step that was taken: in which cycle, and who is observed. */
export interface Taken {
  readonly observation: string
  readonly owner: string
}

/** What a step needs to know. */
export interface Ground {
  readonly em: EntityManager
  readonly viewer: Viewer
  readonly now: Date
  readonly day: string
  readonly plan: Plan
  readonly facts: Facts
  readonly seasons: Seasons
}

/** Looks up what decides about a step with a plan; undefined where there is no such assignment. */
export async function groundOf(em: EntityManager, viewer: Viewer, plan: Plan, now: Date): Promise<Ground | undefined> {
  const day = today(now.getTime())
  const facts = await factsOf(em, viewer, { assignment: plan.assignment.id, period: plan.period.code, day })
  return facts && { em, viewer, now, day, plan, facts, seasons: seasonsOf(plan.period.code, facts) }
}

/** Takes a step of a cycle: checks the turn, writes what it brings, puts it into the history, tells who is concerned. */
export async function takeStep(em: EntityManager, viewer: Viewer, asked: Asked, now: Date): Promise<Taken> {
  // whoever takes a step at the same time waits, and then finds another version; and nobody resets the plan meanwhile
  const cycle = await em.findOne(Observation, asked.observation, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const plan = cycle && (await em.findOne(Plan, cycle.plan.id, { lockMode: LockMode.PESSIMISTIC_READ }))
  const ground = plan && (await groundOf(em, viewer, plan, now))
  if (!cycle || !ground) throw noObservation()
  const { facts } = ground
  const { relations, inForce } = facts
  const standing = { status: cycle.status, version: cycle.version, behaviours: cycle.preparation.behaviours }
  checkTurn(standing, plan, { ...asked, ...ground, relations, inForce, side: sideOf(facts) })
  const changes = prepareAnew(cycle, asked, ground)
  write(cycle, asked, ground)
  advance(cycle, asked, ground, changes)
  return { observation: cycle.id, owner: facts.owner }
}

/** Changes the preparation, and tells what became another. */
function prepareAnew(
  cycle: Observation,
  { action, preparation, schedule }: Asked,
  { plan, seasons }: Ground,
): Change[] {
  const before = cycle.preparation
  const after = preparation ?? { ...before, ...schedule }
  if (preparation || schedule || action === ObservationAction.PROPOSE) checkPreparation(after, plan, seasons)
  if (action === ObservationAction.PROPOSE) checkWhole(after, plan.behaviours)
  if (preparation || schedule) cycle.preparation = after
  return differences(before, after)
}

/** Writes the parts that a step brings. */
function write(cycle: Observation, asked: Asked, ground: Ground): void {
  const { sheet, discussion, followUp, reflection, conclusion } = asked
  const { behaviours } = cycle.preparation
  if (sheet) {
    checkSheet(sheet, behaviours, ground)
    cycle.sheet = sheet
  }
  if (asked.action === ObservationAction.FINISH) checkComplete(cycle.sheet, behaviours)
  if (asked.action === ObservationAction.SHARE) cycle.sharedAt = ground.now
  if (followUp) {
    checkFollowUp(followUp, cycle.followUps.length, ground.day, ground.seasons)
    cycle.followUps = [...cycle.followUps, followUp]
  }
  if (discussion) cycle.discussion = discussion
  if (reflection) cycle.reflection = reflection
  if (conclusion) cycle.conclusion = conclusion
}

/** Puts a step on record: status, version, history, notifications, event. */
export function advance(
  cycle: Observation,
  { action, note }: Pick<Asked, 'action' | 'note'>,
  ground: Ground,
  changes: Change[] = [],
): void {
  const { em, viewer, now } = ground
  const from: ObservationStatus | null = cycle.version === 0 ? null : cycle.status
  cycle.status = workflow[action].to
  cycle.version += 1
  cycle.changedAt = now
  em.create(ObservationStep, {
    observation: cycle,
    version: cycle.version,
    action,
    fromStatus: from,
    toStatus: cycle.status,
    at: now,
    person: viewer.person,
    note: note ?? null,
    changes,
  })
  tell(action, ground)
}
