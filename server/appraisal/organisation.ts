import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { forbidden, may } from '../access/permission.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import { conflict, Stale } from '../errors.ts'
import { AppraisalAction, AppraisalStatus, type OrganisationGrade } from '../generated/schema.ts'
import { Office } from '../organisation/organisation.ts'
import { Period } from '../period/period.ts'
import { rulesOf } from '../period/period-code.ts'
import { relationsTo } from '../person/office-admin.ts'
import { factsOf } from '../plan/facts.ts'
import { Appraisal, OrganisationPredicate } from './appraisal.ts'
import { type Counts, unmet } from './distribution.ts'
import { advance, contentIn, fill } from './step.ts'
import { workflow } from './workflow.ts'

/** An organisation's predicate, as somebody sets it. */
export interface Setting {
  /** The office's code. */
  readonly office: string
  readonly period: string
  readonly grade: OrganisationGrade
  readonly version: number
}

/** What was set, and what came of it. */
interface Set {
  readonly organisation: string
  readonly owners: readonly string[]
  readonly left: number
  /** In Indonesian. */
  readonly unmet: readonly string[]
}

/** How many appraisals become final at once. */
const most = 200

/** Sets an organisation's predicate, and gives the recommended appraisals of its teachers to their owners, the longest waiting first. */
export async function setOrganisationPredicate(
  em: EntityManager,
  viewer: Viewer,
  setting: Setting,
  now: Date,
): Promise<Set> {
  const { office, grade } = setting
  const { code: period } = rulesOf(setting.period, 'input.period')
  const day = today(now.getTime())
  if (!may('setOrganisationPredicate', await relationsTo(office, viewer, em, day)))
    throw forbidden("An organisation's predicate is set by the head of the office.")
  const predicate = await set(em, setting, now)
  const ofOffice = { period, assignment: { $or: [{ office }, { school: { office } }] } }
  const waiting = { ...ofOffice, status: AppraisalStatus.RECOMMENDED, route: 'ORGANISATION' as const }
  const oldest = await em.find(Appraisal, waiting, {
    fields: ['id'],
    orderBy: { recommendedAt: 1, id: 1 },
    limit: most,
  })
  const left = (await em.count(Appraisal, waiting)) - oldest.length
  const counts = await countsOf(em, ofOffice)
  const owners: string[] = []
  for (const { id } of oldest) {
    const owner = await finalize(em, viewer, { id, period, grade, day, now })
    if (owner) owners.push(owner)
  }
  return {
    organisation: predicate.id,
    owners,
    left,
    unmet: unmet(grade, counts).map(({ indonesian }) => indonesian),
  }
}

async function set(em: EntityManager, { office, period, grade, version }: Setting, now: Date) {
  const found = await em.findOne(OrganisationPredicate, { office, period }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const current = found?.version ?? 0
  if (version !== current) throw new Stale("The organisation's predicate", current)
  const predicate =
    found ??
    em.create(OrganisationPredicate, {
      office: em.getReference(Office, office),
      period: em.getReference(Period, period),
      grade,
      version: 0,
      setAt: now,
    })
  Object.assign(predicate, { grade, version: current + 1, setAt: now })
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw conflict("Somebody has set the organisation's predicate meanwhile: read it again.")
  })
  return predicate
}

interface Finalizing {
  readonly id: string
  readonly period: string
  readonly grade: OrganisationGrade
  readonly day: string
  readonly now: Date
}

/** Gives one appraisal to its owner, unless it went back to draft meanwhile. Tells whose it is. */
async function finalize(em: EntityManager, viewer: Viewer, { id, period, grade, day, now }: Finalizing) {
  const appraisal = await em.findOneOrFail(Appraisal, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  const { from } = workflow[AppraisalAction.FINALIZE]
  const facts = await factsOf(em, viewer, { assignment: appraisal.assignment.id, period, day })
  // nobody makes his own appraisal final
  if (!facts || !from[appraisal.route].includes(appraisal.status) || facts.relations.includes('SELF')) return undefined
  await em.populate(appraisal, ['plan'])
  appraisal.grade = grade
  fill(appraisal, contentIn(appraisal), facts)
  advance(appraisal, { action: AppraisalAction.FINALIZE }, { em, viewer, now, facts })
  return facts.owner
}

/** How many of an office's appraisals have each predicate, drafts apart. */
async function countsOf(em: EntityManager, ofOffice: object): Promise<Counts> {
  const rated = await em.find(
    Appraisal,
    { ...ofOffice, status: { $ne: AppraisalStatus.DRAFT }, predicate: { $ne: null } },
    { fields: ['predicate'] },
  )
  const grouped = Object.groupBy(rated, ({ predicate }) => String(predicate))
  return Object.fromEntries(Object.entries(grouped).map(([predicate, found]) => [predicate, found?.length ?? 0]))
}
