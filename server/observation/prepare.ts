import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from '../access/viewer.ts'
import { conflict } from '../errors.ts'
import { ObservationAction, ObservationStatus } from '../generated/schema.ts'
import { Plan } from '../plan/plan.ts'
import { noPlan } from '../plan/turn.ts'
import { Observation } from './observation.ts'
import { sideOf } from './observer.ts'
import { checkPreparation, type Preparation, unprepared } from './preparation.ts'
import { advance, groundOf, type Taken } from './take-step.ts'
import { checkPlan, checkSeason, checkSide } from './turn.ts'
import { over } from './workflow.ts'

/** A cycle to begin. */
export interface Beginning {
  readonly plan: string
  readonly preparation?: Preparation
}

const action = ObservationAction.PREPARE

/** Begins a cycle of a plan. */
export async function prepareObservation(
  em: EntityManager,
  viewer: Viewer,
  { plan: key, preparation = unprepared }: Beginning,
  now: Date,
): Promise<Taken> {
  // whoever begins another one at the same time waits, and then finds this one
  const plan = await em.findOne(Plan, key, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const ground = plan && (await groundOf(em, viewer, plan, now))
  if (!plan || !ground?.facts.relations.length) throw noPlan()
  const { day, seasons, facts } = ground
  checkSide({ action, side: sideOf(facts) })
  checkPlan(plan)
  checkSeason({ action, day, seasons, inForce: facts.inForce })
  const known = await em.find(Observation, { plan: key })
  if (known.some(({ status }) => !over.includes(status)))
    throw conflict('A cycle of this plan is not over yet: go on with that one, or cancel it.')
  checkPreparation(preparation, plan, seasons)
  const cycle = em.create(Observation, {
    plan,
    assignment: plan.assignment,
    number: known.length + 1,
    status: ObservationStatus.PREPARING,
    version: 0,
    changedAt: now,
    preparation,
    sheet: null,
    sharedAt: null,
    discussion: null,
    followUps: [],
    reflection: null,
    conclusion: null,
  })
  advance(cycle, { action }, ground)
  return { observation: cycle.id, owner: facts.owner }
}
