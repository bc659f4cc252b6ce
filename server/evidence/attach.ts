import { LockMode } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as newId } from 'uuid'
import type { Viewer } from '../access/viewer.ts'
import { DevelopmentActivity } from '../development/development.ts'
import { conflict, Refusal } from '../errors.ts'
import { EvidenceAction, EvidenceStatus } from '../generated/schema.ts'
import { Observation } from '../observation/observation.ts'
import { rulesOf } from '../period/period-code.ts'
import { Plan } from '../plan/plan.ts'
import { noPlan } from '../plan/turn.ts'
import { checkDocument, type Document } from './document.ts'
import { Evidence } from './evidence.ts'
import { EvidenceFile } from './file/evidence-file.ts'
import { checkSubject, type Subject } from './subject.ts'
import { type Asked, advance, checked, type Ground, reach, type Taken } from './take-step.ts'

/** So many pieces has a plan at most, with those replaced and withdrawn. */
const most = 100

/** Evidence to attach. */
export interface Attaching {
  readonly plan: string
  readonly subject: Subject
  readonly document: Document
}

/** Attaches a document to what it proves. */
export async function attach(em: EntityManager, viewer: Viewer, asked: Attaching, now: Date): Promise<Taken> {
  // one at a time, so that each counts those before
  const plan = await em.findOne(Plan, asked.plan, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (!plan) throw noPlan()
  const action = EvidenceAction.ATTACH
  const facts = await checked(em, viewer, { plan, action, version: 0, standing: null }, now)
  const cycles = await em.find(Observation, { plan }, { fields: ['id'] })
  checkSubject(asked.subject, { ...plan, observations: cycles.map(({ id }) => id) })
  const evidence = await create({ em, viewer, now, facts }, plan, asked)
  return { evidence: evidence.id, owner: facts.owner }
}

/** Puts another document in the place of one; it proves the same. */
export async function replace(
  em: EntityManager,
  viewer: Viewer,
  { document, ...asked }: Omit<Asked, 'action'> & { document: Document },
  now: Date,
): Promise<Taken> {
  const step = { ...asked, action: EvidenceAction.REPLACE }
  const { evidence: before, plan, ground } = await reach(em, viewer, step, now)
  const { subject, duty } = before
  const proved = { subject, duty, activity: before.activity?.id ?? null, observation: before.observation?.id ?? null }
  advance(before, step, ground)
  const evidence = await create(ground, plan, { subject: proved, document }, before, asked.note)
  return { evidence: evidence.id, owner: ground.facts.owner }
}

async function create(
  ground: Ground,
  plan: Plan,
  { subject: proved, document }: Omit<Attaching, 'plan'>,
  replaces: Evidence | null = null,
  note: string | null = null,
): Promise<Evidence> {
  const { em, viewer, now } = ground
  checkDocument(document, rulesOf(plan.period.code))
  if ((await em.count(Evidence, { plan: plan.id })) >= most)
    throw conflict(`A plan has at most ${most} pieces of evidence, with those replaced and withdrawn.`)
  const { sha256, ...rest } = document
  const { subject, duty } = proved
  const evidence = em.create(Evidence, {
    ...rest,
    id: newId(),
    plan,
    status: EvidenceStatus.ATTACHED,
    version: 0,
    subject,
    duty,
    activity: proved.activity === null ? null : em.getReference(DevelopmentActivity, proved.activity),
    observation: proved.observation,
    file: sha256 === null ? null : await fileOf(em, viewer, sha256),
    replaces,
    changedAt: now,
  })
  advance(evidence, { action: EvidenceAction.ATTACH, note }, ground)
  return evidence
}

/** A file that the viewer has sent: of others he does not learn whether they are here. */
async function fileOf(em: EntityManager, { person }: Viewer, sha256: string): Promise<EvidenceFile> {
  const file = await em.findOne(
    EvidenceFile,
    { person, sha256, storedAt: { $ne: null } },
    { lockMode: LockMode.PESSIMISTIC_READ },
  )
  if (!file) throw new Refusal('NOT_FOUND', 'You have sent no such file: send it to POST /evidence first.')
  return file
}
