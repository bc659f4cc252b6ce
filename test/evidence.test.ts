import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { appoint, makeDistrict } from './district.ts'
import { headersOf, pdf, send, sha256 } from './files.ts'
import { server } from './support.ts'

const days = { '2024-S1': '2024-03-04T03:00:00Z', '2026': '2026-03-02T03:00:00Z' }
let today: string = days['2024-S1']

beforeAll(() => server({ clock: () => new Date(today) }))
beforeEach(() => {
  today = days['2024-S1']
})

/** A district, and Sari's plan in it, agreed: two activities, one of them twice, and a duty. */
async function makePlan(period: keyof typeof days = '2024-S1', status = 'AGREED', scope = 'FULL') {
  today = days[period]
  const district = await makeDistrict()
  const [sari, budi] = [await district.signIn('Sari'), await district.signIn('Budi')]
  const activities = await sari.developmentActivities({ period: '2024-S1' })
  const [training, observation] = activities.map(({ id }) => id) as [string, string]
  const lines = [
    { activity: training.slice(4), times: 2 },
    { activity: observation.slice(4), times: 1 },
  ]
  const plan = randomUUID()
  await (await server()).database.pool.query(
    `insert into plan values ($1, $2, $3, $4, 3, 'DIRECT', $5, null, 'POSITIVE_DISCIPLINE', '{POSITIVE_DISCIPLINE.1}',
       $6, '[{"name":"Wali kelas","decree":"800/1"}]', '[]', $7, '{}', false, false, '2024-02-01', null, null)`,
    [
      plan,
      district.assignment('Sari').slice(4),
      period,
      status,
      scope,
      JSON.stringify(lines),
      period === '2026' ? null : 24,
    ],
  )
  return { district, sari, budi, plan: `pln_${plan}`, training, observation }
}

const certificate = {
  kind: 'CERTIFICATE',
  title: 'Sertifikat Topik Disiplin Positif',
  issuer: 'MGMP Matematika Kota Batu',
  signer: 'Wati Lestari',
  signerRole: 'Ketua MGMP',
  date: '2024-03-01',
} as const
// put together, for no address in a file holds a password
const withUser = Object.assign(new URL('https://drive.example.id/x'), { username: 'sari', password: 'rahasia' }).href
const kept = { ...certificate, date: '2026-02-27', statement: 'Sertifikat asli ada di map di ruang guru.' }

/** A piece of evidence for an activity, its file sent before. */
async function attached(made: Awaited<ReturnType<typeof makePlan>>, activity = made.training) {
  const { data } = await send(await headersOf(made.district.person('Sari')), pdf())
  const document = { ...certificate, sha256: data?.sha256 ?? '' }
  const evidence = await made.sari.attachEvidence({ input: { plan: made.plan, subject: { activity }, document } })
  return evidence?.id ?? ''
}

test('2024: a file is sent, attached, questioned, replaced and verified; its points are earned', async () => {
  const made = await makePlan()
  const { district, sari, budi, plan, training } = made
  expect(await sari.earnedPoints({ plan })).toEqual({ points: 24, earnedPoints: 0 })
  const bytes = pdf(5_000)
  await send(await headersOf(district.person('Sari')), bytes)
  const document = { ...certificate, sha256: sha256(bytes).toUpperCase() }
  const first = await sari.attachEvidence({ input: { plan, subject: { activity: training }, document } })
  expect(first).toMatchObject({
    ...certificate,
    ...{ status: 'ATTACHED', version: 1, subject: 'ACTIVITY', activity: { id: training, points: 8 } },
    ...{ sha256: sha256(bytes), mediaType: 'application/pdf', bytes: 5_000, link: null, statement: null },
    assignment: { person: { name: 'Sari' } },
  })
  const evidence = first?.id ?? ''
  const [waiting] = (await budi.evidenceList({ filter: { waitingForMe: true, plan } })).nodes
  expect(waiting?.id).toBe(evidence)
  expect((await budi.notifications()).nodes).toMatchObject([{ kind: 'EVIDENCE_ATTACHED', plan: { id: plan } }])
  await budi.questionEvidence({ input: { evidence, version: 1, reason: 'Tanggalnya tidak terbaca' } })
  expect((await sari.evidenceList({ filter: { waitingForMe: true } })).nodes.map(({ id }) => id)).toEqual([evidence])
  const clearer = pdf()
  await send(await headersOf(district.person('Sari')), clearer)
  const second = await sari.replaceEvidence({
    input: { evidence, version: 2, document: { ...document, sha256: sha256(clearer) }, note: 'Dipindai ulang' },
  })
  expect(second).toMatchObject({ status: 'ATTACHED', version: 1, activity: { id: training }, sha256: sha256(clearer) })
  expect(await sari.earnedPoints({ plan })).toMatchObject({ earnedPoints: 0 })
  await budi.verifyEvidence({ input: { evidence: second?.id ?? '', version: 1 } })
  // planned twice, proved by one file
  expect(await sari.earnedPoints({ plan })).toMatchObject({ earnedPoints: 16 })
  const old = await sari.evidence({ id: evidence })
  expect(old).toMatchObject({ status: 'REPLACED', sha256: sha256(bytes) })
  expect(old?.history.map(({ action, to, name, note }) => [action, to, name, note])).toEqual([
    ['ATTACH', 'ATTACHED', 'Sari', null],
    ['QUESTION', 'QUESTIONED', 'Budi', 'Tanggalnya tidak terbaca'],
    ['REPLACE', 'REPLACED', 'Sari', 'Dipindai ulang'],
  ])
  expect(await budi.evidence({ id: second?.id ?? '' })).toMatchObject({
    status: 'VERIFIED',
    replaces: { id: evidence },
  })
  expect((await sari.notifications()).nodes.map(({ kind }) => kind)).toEqual([
    'EVIDENCE_VERIFIED',
    'EVIDENCE_QUESTIONED',
  ])
})

test('points count once for an activity, and no more once the evidence is questioned', async () => {
  const made = await makePlan()
  const [one, two, other] = [await attached(made), await attached(made), await attached(made, made.observation)]
  for (const evidence of [one, two, other]) await made.budi.verifyEvidence({ input: { evidence, version: 1 } })
  expect(await made.sari.earnedPoints({ plan: made.plan })).toMatchObject({ earnedPoints: 24 })
  await made.budi.questionEvidence({ input: { evidence: other, version: 2, reason: 'Laporan siapa ini?' } })
  expect(await made.sari.earnedPoints({ plan: made.plan })).toMatchObject({ earnedPoints: 16 })
})

test('2025 on: a statement or a link, and the supervisor confirms that the document exists; there are no points', async () => {
  const { district, sari, budi, plan } = await makePlan('2026')
  const subject = { duty: 'Wali kelas' }
  const stated = await sari.attachEvidence({ input: { plan, subject, document: kept } })
  expect(stated).toMatchObject({ subject: 'DUTY', duty: 'Wali kelas', statement: kept.statement, sha256: null })
  const { statement: _, ...document } = kept
  const link = 'https://drive.example.id/sertifikat'
  expect(await sari.attachEvidence({ input: { plan, subject, document: { ...document, link } } })).toMatchObject({
    link,
  })
  const evidence = stated?.id ?? ''
  expect(await budi.verifyEvidence({ input: { evidence, version: 1 } })).toMatchObject({ status: 'VERIFIED' })
  expect(await sari.earnedPoints({ plan })).toEqual({ points: null, earnedPoints: null })
  const { data } = await send(await headersOf(district.person('Sari')), pdf())
  const file = { ...document, sha256: data?.sha256 ?? '' }
  await expect(sari.attachEvidence({ input: { plan, subject, document: file } })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('nothing is uploaded'),
  })
})

test('a lesson plan proves an observation of the plan, and a certificate its follow-up; another plan proves nothing with it', async () => {
  const { district, sari, budi, plan } = await makePlan('2026')
  const cycle = await sari.prepareObservation({ input: { plan } })
  const observation = cycle?.id ?? ''
  const lesson = { ...kept, kind: 'LESSON_PLAN', title: 'RPP Kelas 4A' } as const
  expect(await sari.attachEvidence({ input: { plan, subject: { observation }, document: lesson } })).toMatchObject({
    subject: 'OBSERVATION',
    observation: { id: observation, number: 1, status: 'PREPARING' },
  })
  await sari.attachEvidence({ input: { plan, subject: { followUp: observation }, document: kept } })
  expect((await budi.observation({ id: observation }))?.evidence).toMatchObject([
    { subject: 'OBSERVATION', kind: 'LESSON_PLAN', title: 'RPP Kelas 4A' },
    { subject: 'FOLLOW_UP', kind: 'CERTIFICATE' },
  ])
  const other = await makePlan('2026')
  await expect(
    other.sari.attachEvidence({ input: { plan: other.plan, subject: { observation }, document: lesson } }),
  ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('not of this plan') })
  expect((await (await district.signIn('Agus')).observations()).totalCount).toBe(0)
})

test('what a period does not take, and what is not in the plan, is refused with what to do', async () => {
  const { sari, plan, training } = await makePlan()
  const subject = { activity: training }
  const document = { ...certificate, sha256: 'a'.repeat(64) }
  const tried = (input: object) => sari.attachEvidence({ input: { plan, subject, document, ...input } })
  for (const [input, told] of [
    [{ document: { ...certificate, link: 'https://drive.example.id/x' } }, 'POST /evidence'],
    [{ document: certificate }, 'exactly one of sha256, link, statement'],
    [{ document: { ...document, statement: 'Ada' } }, 'exactly one of sha256, link, statement'],
    [{ document: { ...document, sha256: 'abc' } }, '64 hexadecimal digits'],
    [{ document: { ...document, date: '2023-12-31' } }, 'not within 2024-S1'],
    [{ document: { ...document, date: '2024-07-01' } }, 'not within 2024-S1'],
    [{ document: { ...document, signer: null } }, 'without signer'],
    [{ document: { ...document, title: ' ' } }, '1 to 200'],
    [{ document: { ...certificate, link: 'http://drive.example.id/x' } }, 'https'],
    [{ document: { ...certificate, link: withUser } }, 'https'],
    [{ document: { ...certificate, link: 'javascript:alert(1)' } }, 'https'],
    [{ subject: {} }, 'exactly one of activity'],
    [{ subject: { activity: training, duty: 'Wali kelas' } }, 'exactly one of activity'],
    [{ subject: { duty: 'Pembina OSIS' } }, 'not in this plan'],
    [{ subject: { activity: 'act_01890000-0000-7000-8000-000000000000' } }, 'not in this plan'],
    [{ subject: { observation: 'pln_01890000-0000-7000-8000-000000000000' } }, 'input.subject.observation'],
    [{ subject: { followUp: 'obs_01890000-0000-7000-8000-000000000000' } }, 'not of this plan'],
  ] as const)
    await expect(tried(input), told).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(told),
    })
  await expect(tried({})).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('no such file') })
})

test('a file that somebody else has sent is no file of mine, though I know its sum', async () => {
  const { district, sari, plan, training } = await makePlan()
  const bytes = pdf()
  const theirs = await send(await headersOf(district.person('Agus')), bytes)
  const document = { ...certificate, sha256: sha256(bytes) }
  const attaching = () => sari.attachEvidence({ input: { plan, subject: { activity: training }, document } })
  await expect(attaching()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const mine = await send(await headersOf(district.person('Sari')), bytes)
  // nor does the answer tell that it has been here
  expect([mine.status, mine.data]).toEqual([theirs.status, theirs.data])
  expect(await attaching()).toMatchObject({ sha256: sha256(bytes) })
})

test('evidence is for agreed plans of people in office, in the period, and not for planning alone', async () => {
  for (const [status, scope, told] of [
    ['SUBMITTED', 'FULL', 'SUBMITTED'],
    ['AGREED', 'PLANNING_ONLY', 'planning alone'],
  ] as const) {
    const { sari, plan } = await makePlan('2026', status, scope)
    await expect(
      sari.attachEvidence({ input: { plan, subject: { duty: 'Wali kelas' }, document: kept } }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(told) })
  }
  const made = await makePlan()
  const evidence = await attached(made)
  today = '2024-07-01T03:00:00Z'
  await expect(made.budi.verifyEvidence({ input: { evidence, version: 1 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('period is not on'),
  })
})

test('who may do what: the owner, his direct supervisor, and nobody who does not see it', async () => {
  const made = await makePlan()
  const { district, sari, budi, plan } = made
  const evidence = await attached(made)
  await expect(sari.verifyEvidence({ input: { evidence, version: 1 } })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(budi.withdrawEvidence({ input: { evidence, version: 1 } })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const ratna = await district.signIn('Ratna')
  expect(await ratna.evidence({ id: evidence })).toMatchObject({ status: 'ATTACHED' })
  await expect(ratna.verifyEvidence({ input: { evidence, version: 1 } })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await appoint('Hadi', district)
  for (const name of ['Agus', 'Hadi'] as const) {
    const other = await district.signIn(name)
    await expect(other.evidence({ id: evidence })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(other.verifyEvidence({ input: { evidence, version: 1 } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await other.evidenceList()).totalCount).toBe(0)
  }
  await expect(budi.verifyEvidence({ input: { evidence, version: 2 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    errors: [{ currentVersion: 1 }],
  })
  await sari.withdrawEvidence({ input: { evidence, version: 1 } })
  await expect(budi.verifyEvidence({ input: { evidence, version: 2 } })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await budi.evidenceList({ filter: { plan } })).nodes).toMatchObject([{ id: evidence, status: 'WITHDRAWN' }])
})

test('what is verified stays: it is neither replaced nor withdrawn before it is questioned', async () => {
  const made = await makePlan()
  const evidence = await attached(made)
  await made.budi.verifyEvidence({ input: { evidence, version: 1 } })
  const document = { ...certificate, sha256: 'a'.repeat(64) }
  await expect(made.sari.withdrawEvidence({ input: { evidence, version: 2 } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(made.sari.replaceEvidence({ input: { evidence, version: 2, document } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await made.budi.questionEvidence({ input: { evidence, version: 2, reason: 'Bukan milik Anda?' } })
  expect(await made.sari.withdrawEvidence({ input: { evidence, version: 3 } })).toMatchObject({ status: 'WITHDRAWN' })
})

test('of two who verify and withdraw at once, one does, and the other hears how it is', async () => {
  const made = await makePlan()
  const evidence = await attached(made)
  const outcomes = await Promise.allSettled([
    made.budi.verifyEvidence({ input: { evidence, version: 1 } }),
    made.sari.withdrawEvidence({ input: { evidence, version: 1 } }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await made.sari.evidence({ id: evidence }))?.history).toHaveLength(2)
})

test('a plan has at most a hundred pieces, however many come at once', async () => {
  const { sari, plan } = await makePlan('2026')
  const id = plan.slice(4)
  await (await server()).database.pool.query(
    `insert into evidence select gen_random_uuid(), $1, 'WITHDRAWN', 1, 'DUTY', null, 'Wali kelas', null, 'REPORT', 'x', 'x', null, null,
       '2026-02-01', null, null, 'x', null, now() from generate_series(1, 98)`,
    [id],
  )
  const input = { plan, subject: { duty: 'Wali kelas' }, document: kept }
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => sari.attachEvidence({ input })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' })
})
