import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { forbidden, may } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { conflict } from '../errors.ts'
import { AppraisalAction, AppraisalStatus, Position } from '../generated/schema.ts'
import { factsOf, seasonsOf } from '../plan/facts.ts'
import { Plan } from '../plan/plan.ts'
import { noPlan } from '../plan/turn.ts'
import { Appraisal } from './appraisal.ts'
import { type Judgement, unjudged } from './content.ts'
import { look } from './look.ts'
import { advance, appraisedIn } from './step.ts'
import type { Taken } from './take-step.ts'
import { checkSeason, partyIn } from './turn.ts'

/** Begins the appraisal of a plan. */
export async function draftAppraisal(
  em: EntityManager,
  viewer: Viewer,
  asked: { readonly plan: string; readonly judgement?: Judgement | undefined },
  now: Date,
): Promise<Taken> {
  const plan = await em.findOne(Plan, asked.plan)
  const day = today(now.getTime())
  const facts = plan && (await factsOf(em, viewer, { assignment: plan.assignment.id, period: plan.period.code, day }))
  if (!plan || !facts?.relations.length) throw noPlan()
  if (!may('draftAppraisal', partyIn(facts.relations)))
    throw forbidden('An appraisal is begun by the direct supervisor or the work team.')
  checkSeason(AppraisalAction.DRAFT, day, seasonsOf(plan.period.code, facts), plan.status)
  const appraisal = em.create(Appraisal, {
    plan,
    assignment: plan.assignment,
    period: plan.period,
    status: AppraisalStatus.DRAFT,
    version: 0,
    route: facts.position === Position.TEACHER ? 'ORGANISATION' : 'DECISION',
    observed: null,
    reflection: null,
    learning: null,
    practice: null,
    considerations: null,
    result: null,
    deviation: null,
    valueRatings: [],
    behaviour: null,
    suggestion: null,
    predicate: null,
    creditPoints: null,
    consequences: [],
    explanation: [],
    appraised: appraisedIn({ plan }, facts),
    grade: null,
    changedAt: now,
    recommendedAt: null,
    givenAt: null,
    objectionUntil: null,
  })
  const ground = { em, viewer, now, facts }
  await look(appraisal, asked.judgement ?? unjudged, ground)
  advance(appraisal, { action: AppraisalAction.DRAFT }, ground)
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw conflict('There is an appraisal of this plan already: go on with that one.')
  })
  return { appraisal: appraisal.id, owner: facts.owner }
}
