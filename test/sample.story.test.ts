import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Client } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { seal } from '../server/audit/seal.ts'
import { verify } from '../server/audit/verify.ts'
import { type Database, forCommands, openDatabase } from '../server/database/database.ts'
import { storageOf } from '../server/evidence/file/storage-of.ts'
import { AppraisalStatus, EvidenceStatus, ObservationStatus, PlanStatus } from '../server/generated/schema.ts'
import { loadSampleIfEmpty, tellStoryOnce, toldOffice } from '../server/sample/load.ts'
import { Shelf } from '../server/sample/story/shelf.ts'
import { actsOfStory } from '../server/sample/story/tell.ts'
import { clientOf, makeDatabase, plain, secret, server, signInOperator } from './support.ts'

// the story is told once, for all tests of this file
vi.setConfig({ hookTimeout: 180_000, testTimeout: 60_000 })

const until = new Date('2026-04-01T03:00:00Z')
const sources = await server({ clock: () => until })
const { pool } = sources.database

beforeAll(async () => {
  await loadSampleIfEmpty(sources.database)
  await tellStoryOnce(sources.database, storageOf(plain), { until })
  return () => rm(plain.dataDirectory, { recursive: true, force: true })
})

/** The key of the first who holds such a post at the first school of the told office, as the greeting finds them. */
async function holder(position: string): Promise<string> {
  const { rows } = await pool.query<{ person: string }>(
    `select person_id as person from assignment left join school on npsn = school_npsn
     where coalesce(assignment.office_code, school.office_code) = $1 and position = $2 order by npsn, assignment.key limit 1`,
    [toldOffice, position],
  )
  return rows[0]?.person ?? ''
}

const signIn = async (position: string) => clientOf({ role: 'PERSON', person: await holder(position) })

async function all<Row>(list: AsyncIterable<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of list) rows.push(row)
  return rows
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)].toSorted()

const enough = { first: 100 } as const

test('a principal sees plans at all stages in her school, and one teacher has none', async () => {
  const [principal, operator] = await Promise.all([signIn('PRINCIPAL'), signInOperator()])
  const plans = await all(principal.plans({ filter: { period: '2026' }, ...enough }))
  expect(distinct(plans.map(({ status }) => status))).toEqual(Object.values(PlanStatus).toSorted())
  const [school] = distinct(plans.map(({ assignment }) => assignment.school?.id ?? ''))
  const missing = await all(
    operator.unplanned({ period: '2026', office: `off_${toldOffice}`, filter: { school: school ?? '' }, ...enough }),
  )
  expect(missing.length).toBeGreaterThan(0)
  expect(plans.length).toBeGreaterThan(missing.length)
})

test('every status of observations, evidence and appraisals is there', async () => {
  const head = await signIn('OFFICE_HEAD')
  const observations = await all(head.observations({ filter: { period: '2026' }, ...enough }))
  expect(distinct(observations.map(({ status }) => status))).toEqual(Object.values(ObservationStatus).toSorted())
  const principal = await signIn('PRINCIPAL')
  const evidence = await all(principal.evidenceList({ filter: {}, ...enough }))
  expect(distinct(evidence.map(({ status }) => status))).toEqual(Object.values(EvidenceStatus).toSorted())
  const appraisals = await all(principal.appraisals({ filter: {}, ...enough }))
  expect(distinct(appraisals.map(({ status }) => status))).toEqual(Object.values(AppraisalStatus).toSorted())
})

test('the halves of 2024 have ended with results, and some planned late or not at all', async () => {
  const head = await signIn('OFFICE_HEAD')
  const office = `off_${toldOffice}`
  for (const period of ['2024-S1', '2024-S2']) {
    const distribution = await head.previewDistribution({ office, period, grade: 'GOOD' })
    expect(distribution.total).toBeGreaterThan(15)
    expect(distribution.shares.filter(({ count }) => count > 0).length).toBeGreaterThan(2)
    const [late, missing, drafts] = await Promise.all([
      all(head.plans({ filter: { period, late: true }, ...enough })),
      all(head.unplanned({ period, office, ...enough })),
      all(head.appraisals({ filter: { period, status: ['DRAFT', 'RECOMMENDED'] }, ...enough })),
    ])
    expect(late.length > 0).toBe(period === '2024-S1')
    expect(missing.length).toBeGreaterThan(0)
    expect(drafts).toEqual([])
  }
})

test('an acting principal has two plans, of which the definitive one flows to e-Kinerja', async () => {
  const [own, plans] = await plansOf(`basis = 'ACTING'`, '2024-S1')
  expect(plans.map(({ assignment, flowsToEKinerja }) => [assignment.position, flowsToEKinerja]).toSorted()).toEqual([
    ['PRINCIPAL', false],
    ['TEACHER', true],
  ])
  const posts = plans.map(({ assignment }) => assignment.id)
  const results = await all(own.appraisals({ filter: { period: '2024-S1' }, ...enough }))
  const ownResults = results.filter(({ assignment }) => posts.includes(assignment.id))
  expect(ownResults.map(({ status }) => status)).toEqual(['FINAL', 'FINAL'])
})

test('who moved in the middle of a semester has a plan for each school', async () => {
  const [, plans] = await plansOf(`position = 'TEACHER' and not upper_inf(validity)`, '2024-S1')
  expect(plans.map(({ status, late }) => [status, late]).toSorted()).toEqual([
    ['AGREED', false],
    ['AGREED', true],
  ])
  expect(distinct(plans.map(({ assignment }) => assignment.school?.id)).length).toBe(2)
})

/** A teacher of the told office with such a post, signed in; and her plans of a period. */
async function plansOf(post: string, period: string) {
  const { rows } = await pool.query<{ person: string }>(
    `select person_id as person from assignment join school on npsn = school_npsn where school.office_code = $1 and ${post}`,
    [toldOffice],
  )
  const own = await clientOf({ role: 'PERSON', person: rows[0]?.person ?? '' })
  const plans = await all(own.plans({ filter: { period }, ...enough }))
  return [own, plans.filter(({ assignment }) => assignment.person.id === `per_${rows[0]?.person}`)] as const
}

test('an objection was decided, with both sides heard, and another is open', async () => {
  const head = await signIn('OFFICE_HEAD')
  const of = (status: 'DECIDED' | 'OBJECTED') => all(head.appraisals({ filter: { status: [status] }, ...enough }))
  const [[decided], [open]] = await Promise.all([of('DECIDED'), of('OBJECTED')])
  const appraisal = await head.appraisal({ id: decided?.id ?? '' })
  expect(appraisal?.history.map(({ action }) => action)).toEqual([
    'DRAFT',
    'RECOMMEND',
    'FINALIZE',
    'OBJECT',
    'ANSWER',
    'DECIDE_OBJECTION',
  ])
  expect(
    appraisal?.history
      .map(({ predicate }) => predicate)
      .filter(Boolean)
      .at(-1),
  ).toBe('VERY_GOOD')
  expect(appraisal?.content?.explanation.length).toBeGreaterThan(5)
  expect(open?.period.code).toBe('2025')
})

test('people are told, and what they did is on record and sealed', async () => {
  const teacher = await signIn('TEACHER')
  const told = await all(teacher.notifications(enough))
  expect(distinct(told.map(({ kind }) => kind))).toEqual(
    expect.arrayContaining(['PLAN_ADJUSTED', 'OBSERVATION_SHARED', 'EVIDENCE_VERIFIED', 'APPRAISAL_FINAL']),
  )
  await vi.waitFor(async () => {
    await seal(pool)
    const { rows } = await pool.query(
      'select from audit_entry where xid >= (select max(to_xid) from audit_seal) limit 1',
    )
    expect(rows).toEqual([])
  })
  const client = await pool.connect()
  onTestFinished(() => client.release())
  const days = await all(verify(client, {}))
  expect(days.length).toBeGreaterThan(0)
  expect(days.map(({ problem }) => problem).filter(Boolean)).toEqual([])
})

test('a certificate can be had as it was sent, by who may see it', async () => {
  const teacher = await signIn('TEACHER')
  const pieces = await all(teacher.evidenceList({ filter: { period: '2024-S1', status: ['VERIFIED'] }, ...enough }))
  const [piece] = pieces
  const token = await signToken(secret, { role: 'PERSON', person: await holder('TEACHER') }, 1)
  const response = await fetch(new URL(`/evidence/${piece?.id}`, sources.url), {
    headers: { authorization: `Bearer ${token}` },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.4/)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(piece?.sha256)
  expect(await earned(teacher, '2024-S1')).toBeGreaterThan(0)
})

async function earned(client: Client, period: string): Promise<number> {
  const [plan] = await all(client.plans({ filter: { period }, ...enough }))
  return (await client.earnedPoints({ plan: plan?.id ?? '' }))?.earnedPoints ?? 0
}

test('the same seed gives the same story, another seed another one; nothing is told twice', async () => {
  const story = (seed: number, end = until) => actsOfStory(pool, { office: toldOffice, seed, until: end }, new Shelf())
  const lines = async (...about: Parameters<typeof story>) =>
    (await story(...about)).map(({ at, action, viewer }) => `${at.toISOString()} ${action} ${viewer.person}`)
  const once = await lines(1)
  expect(await lines(1)).toEqual(once)
  expect(await lines(2)).not.toEqual(once)
  const early = await lines(1, new Date('2024-05-01'))
  expect(early).toEqual(once.slice(0, early.length))
  const { rows: before } = await pool.query('select count(*) from plan_step')
  await tellStoryOnce(sources.database, storageOf(plain), { until })
  expect((await pool.query('select count(*) from plan_step')).rows).toEqual(before)
})

/** A database beside, in the hands of its owner. */
async function makeOther(): Promise<Database> {
  const { url, drop } = await makeDatabase()
  const database = await openDatabase(url, forCommands)
  onTestFinished(() => database.close().then(drop))
  return database
}

test('people of somebody else are left alone', async () => {
  const other = await makeOther()
  await other.pool.query(`insert into office values ('35', 'Dinas Pendidikan', 'PROVINCE', null)`)
  await loadSampleIfEmpty(other)
  await tellStoryOnce(other, storageOf(plain), { until })
  expect((await other.pool.query('select from office')).rowCount).toBe(1)
  expect((await other.pool.query('select from plan')).rowCount).toBe(0)
})

test('what was broken off is begun anew: the people, and then their story', async () => {
  const other = await makeOther()
  await loadSampleIfEmpty(other)
  const { rows: people } = await other.pool.query('select count(*) from person')
  // as a kill in the last file leaves it
  await other.pool.query('update import_report set finished_at = null')
  await other.pool.query('truncate report_card_score')
  await loadSampleIfEmpty(other)
  expect((await other.pool.query('select count(*) from person')).rows).toEqual(people)
  expect((await other.pool.query('select from report_card_score')).rowCount).toBeGreaterThan(1_000)
  // as a kill in the middle of the story: the database fails at a plan of February
  await other.pool.query(`alter table plan add constraint killed check (changed_at < '2024-02-06')`)
  const january = new Date('2024-02-20')
  await expect(tellStoryOnce(other, storageOf(plain), { until: january })).rejects.toThrow('killed')
  expect((await other.pool.query('select from plan')).rowCount).toBe(0)
  await other.pool.query('alter table plan drop constraint killed')
  await tellStoryOnce(other, storageOf(plain), { until: january })
  expect((await other.pool.query('select from plan')).rowCount).toBeGreaterThan(50)
})
