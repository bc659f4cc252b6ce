import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { forbidden, may } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import { PlanAction, PlanStatus } from '../generated/schema.ts'
import { Period } from '../period/period.ts'
import { rulesOf } from '../period/period-code.ts'
import { Assignment } from '../person/person.ts'
import { checkChoice } from './choice.ts'
import { type Content, empty } from './content.ts'
import { factsOf, newestCatalogue, offersOf, seasonsOf } from './facts.ts'
import { excluded, scopeOf } from './participation.ts'
import { Plan } from './plan.ts'
import { advance, checkExpectations, fill, type Taken } from './take-step.ts'
import { checkSeason } from './turn.ts'

/** A plan to begin. */
export interface Beginning {
  readonly assignment: string
  readonly period: string
  readonly content?: Content | undefined
}

/** Begins the plan of an assignment for a period. */
export async function draftPlan(em: EntityManager, viewer: Viewer, asked: Beginning, now: Date): Promise<Taken> {
  const { assignment, period, content = empty } = asked
  const day = today(now.getTime())
  const rule = rulesOf(period, 'input.period')
  const facts = await factsOf(em, viewer, { assignment, period, day })
  if (!facts?.relations.length) throw new Refusal('NOT_FOUND', 'There is no such assignment that you may see.')
  if (!may('draftPlan', facts.relations)) throw forbidden('A plan is begun by who holds the assignment.')
  const reason = excluded(period, facts)
  if (reason) throw forbidden(reason)
  checkSeason(PlanAction.DRAFT, day, seasonsOf(period, facts), facts.inForce)
  const catalogueId = await newestCatalogue(em, period)
  const offers = await offersOf(em, catalogueId)
  checkChoice(content, { period, position: facts.position, offers })
  checkExpectations(empty, content)
  const plan = em.create(Plan, {
    assignment: em.getReference(Assignment, assignment),
    period: em.getReference(Period, period),
    status: PlanStatus.DRAFT,
    version: 0,
    route: 'DIRECT',
    scope: scopeOf(facts, rule),
    catalogueId,
    indicator: null,
    behaviours: [],
    activities: [],
    duties: [],
    expectations: [],
    points: null,
    warnings: [],
    late: false,
    wasReset: false,
    changedAt: now,
    submittedAt: null,
    agreedAt: null,
  })
  fill(em, plan, content, offers)
  advance(plan, { action: PlanAction.DRAFT }, { em, viewer, now, facts })
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw new Refusal('CONFLICT', 'There is a plan for this assignment and period already: go on with that one.')
  })
  return { plan: plan.id, owner: facts.owner }
}
