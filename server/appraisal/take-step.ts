import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { forbidden } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { badInput, conflict } from '../errors.ts'
import { AppraisalAction, type ExpectationRating } from '../generated/schema.ts'
import { factsOf, seasonsOf } from '../plan/facts.ts'
import { Plan } from '../plan/plan.ts'
import { Appraisal, AppraisalStep } from './appraisal.ts'
import { type Content, checkWhole, type Judgement } from './content.ts'
import { look } from './look.ts'
import { advance, contentIn, fill, type Ground, type Said } from './step.ts'
import { checkTurn, noAppraisal, partyIn } from './turn.ts'

/** A step, as somebody asks for it. */
export interface Asked extends Said {
  readonly appraisal: string
  readonly version: number
  /** What the appraiser judges from now on. */
  readonly judgement?: Judgement
  /** Other ratings than before. */
  readonly result?: ExpectationRating | null
  readonly behaviour?: ExpectationRating | null
}

/** A step that was taken: with which appraisal, and whose that is. */
export interface Taken {
  readonly appraisal: string
  readonly owner: string
}

/** Takes a step with an appraisal: checks the turn, changes it, writes history, tells who is concerned. */
export async function takeStep(em: EntityManager, viewer: Viewer, asked: Asked, now: Date): Promise<Taken> {
  // whoever takes a step at the same time waits, and then finds another version
  const appraisal = await em.findOne(Appraisal, asked.appraisal, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!appraisal) throw noAppraisal()
  const plan = await em.findOneOrFail(Plan, appraisal.plan.id)
  const day = today(now.getTime())
  const facts = await factsOf(em, viewer, { assignment: plan.assignment.id, period: plan.period.code, day })
  if (!facts) throw noAppraisal()
  const relations = partyIn(facts.relations)
  const standing = { ...appraisal, objectionUntil: appraisal.objectionUntil ?? null, planStatus: plan.status }
  checkTurn(standing, { ...asked, relations, day, seasons: seasonsOf(plan.period.code, facts) })
  const ground = { em, viewer, now, facts }
  await effects[asked.action]?.(appraisal, asked, ground)
  advance(appraisal, asked, ground)
  return { appraisal: appraisal.id, owner: facts.owner }
}

type Effect = (appraisal: Appraisal, asked: Asked, ground: Ground) => void | Promise<void>

/** What a step does besides what every step does. */
const effects: Readonly<Partial<Record<AppraisalAction, Effect>>> = {
  [AppraisalAction.SAVE]: (appraisal, { judgement = contentIn(appraisal) }, ground) =>
    look(appraisal, judgement, ground),
  [AppraisalAction.RECOMMEND]: async (appraisal, _, ground) => {
    await look(appraisal, contentIn(appraisal), ground)
    checkWhole(contentIn(appraisal), appraisal.suggestion ?? null, appraisal.plan.scope)
  },
  [AppraisalAction.DECIDE]: (appraisal, asked, { facts }) => {
    const content = otherwise(appraisal, asked)
    if (!isSame(appraisal, content) && !asked.note)
      throw badInput('input.reason says nothing: tell why you decide otherwise than was recommended.')
    fill(appraisal, content, facts)
  },
  [AppraisalAction.ANSWER]: async (appraisal, _, { em }) => {
    if (await isAnswered(em, appraisal)) throw conflict('The objection was answered before.')
  },
  [AppraisalAction.DECIDE_OBJECTION]: async (appraisal, asked, { em, viewer, facts }) => {
    if (facts.appraisers.includes(viewer.person ?? ''))
      throw forbidden('Who appraised does not decide on the objection.')
    if (!asked.hearing && !(await isAnswered(em, appraisal)))
      throw badInput('The appraiser has not answered: let him answer, or say in input.hearing how he was heard.')
    const content = otherwise(appraisal, asked)
    const objection = { changed: !isSame(appraisal, content), reason: asked.note ?? '' }
    fill(appraisal, content, facts, objection)
  },
}

/** The content with other ratings, and why the result is another than suggested. */
function otherwise(appraisal: Appraisal, { result, behaviour, note }: Asked): Content {
  const before = contentIn(appraisal)
  const after = { ...before, result: result ?? before.result, behaviour: behaviour ?? before.behaviour }
  return after.result === before.result ? after : { ...after, deviation: note ?? before.deviation }
}

const isSame = ({ result, behaviour }: Appraisal, content: Content) =>
  result === content.result && behaviour === content.behaviour

const isAnswered = async (em: EntityManager, { id }: Appraisal): Promise<boolean> =>
  (await em.count(AppraisalStep, { appraisal: id, action: AppraisalAction.ANSWER })) > 0
