import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { createClient, type RubricLevel } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { unmet } from '../server/appraisal/distribution.ts'
import { OrganisationGrade, Predicate } from '../server/generated/schema.ts'
import { appoint, endSupervision, supervise } from './appoint.ts'
import { appoint as appointAdmin, makeDistrict, type Name } from './district.ts'
import { clientOf, post, secret, server, signInOperator } from './support.ts'

let now = new Date('2026-12-10T03:00:00Z')

// appraisal of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => now }))

type District = Awaited<ReturnType<typeof makeDistrict>>

const values = (
  ['SERVICE', 'ACCOUNTABLE', 'COMPETENT', 'HARMONIOUS', 'LOYAL', 'ADAPTIVE', 'COLLABORATIVE'] as const
).map((value) => ({ value, rating: 'MEETS' as const }))

const content = {
  reflection: 'Merefleksikan kesepakatan kelas setiap pekan',
  learning: 'Mengikuti dua sesi komunitas belajar',
  practice: 'Kesepakatan kelas kini dibuat bersama murid',
  result: 'MEETS',
  values,
  behaviour: 'ABOVE',
} as const

/** Somebody's agreed plan, with two behaviours of which one was seen to be effective: a sheet that was shared. */
async function planOf(district: Pick<District, 'assignment'>, name: Name): Promise<string> {
  const { pool } = (await server()).database
  const assignment = district.assignment(name).slice(4)
  const { rows } = await pool.query<{ id: string }>(
    `insert into plan values (gen_random_uuid(), $1, '2026', 'AGREED', 3, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE',
       '{POSITIVE_DISCIPLINE.1,POSITIVE_DISCIPLINE.2}',
       '[]', '[]', '[]', null, '{}', false, false, '2026-02-01', '2026-01-10', '2026-01-20') returning id`,
    [assignment],
  )
  const plan = rows[0]?.id ?? ''
  await observe(plan, 1, {
    'POSITIVE_DISCIPLINE.1': 'DONE_AND_EFFECTIVE',
    'POSITIVE_DISCIPLINE.2': 'DONE_NOT_YET_EFFECTIVE',
  })
  return `pln_${plan}`
}

/** A cycle of a plan, whose sheet its owner has been shown unless told otherwise. */
async function observe(plan: string, number: number, levels: Readonly<Record<string, RubricLevel>>, shared = true) {
  const ratings = Object.entries(levels).map(([behaviour, level]) => ({
    behaviour,
    level,
    note: 'Terlihat',
    examples: [],
  }))
  const sheet = { observedOn: '2026-03-10', ratings, note: null, recommendation: null }
  await (await server()).database.pool.query(
    `insert into observation (id, plan_id, assignment_id, number, status, version, changed_at, preparation, sheet, shared_at, follow_ups)
     select gen_random_uuid(), id, assignment_id, $2, 'COMPLETED', 9, '2026-03-20', '{"behaviours":[],"efforts":[]}', $3, $4, '[]'
     from plan where id = $1`,
    [plan, number, JSON.stringify(sheet), shared ? '2026-03-11' : null],
  )
}

/** A district with the people of a teacher's appraisal, and Sari's, as Budi has recommended it. */
async function makeAppraisal(given = content as Parameters<typeof fill>[2]) {
  const district = await makeDistrict()
  const [sari, budi, ratna] = await Promise.all((['Sari', 'Budi', 'Ratna'] as const).map(district.signIn))
  if (!sari || !budi || !ratna) throw new Error('somebody is missing')
  await (await server()).database.pool.query(`update person set rank = 'III/c' where id = $1`, [
    district.person('Sari').slice(4),
  ])
  const plan = await planOf(district, 'Sari')
  const appraisal = await fill(budi, plan, given)
  return { district, sari, budi, ratna, plan, appraisal }
}

async function fill(
  client: Awaited<ReturnType<District['signIn']>>,
  plan: string,
  given: NonNullable<Parameters<typeof client.draftAppraisal>[0]['input']['content']>,
): Promise<string> {
  const appraisal = (await client.draftAppraisal({ input: { plan, content: given } }))?.id ?? ''
  await client.recommendAppraisal({ input: { appraisal, version: 1 } })
  return appraisal
}

const office = ({ office }: District, version = 0) => ({ office, period: '2026', grade: 'GOOD' as const, version })

const kinds = async (client: { notifications(): Promise<{ nodes: readonly { kind: string }[] }> }) =>
  (await client.notifications()).nodes.map(({ kind }) => kind)

const refusal = (code: string) => expect.objectContaining({ code })

test('a teacher: recommended by the principal, final with the predicate of the organisation', async () => {
  const { district, sari, budi, ratna, appraisal } = await makeAppraisal()
  expect(await kinds(ratna)).toEqual(['APPRAISAL_RECOMMENDED'])
  expect((await ratna.appraisals({ filter: { waitingForMe: true } })).nodes.map(({ id }) => id)).toEqual([appraisal])
  expect((await sari.appraisals()).totalCount).toBe(0)
  const set = await ratna.setOrganisationPredicate({ input: office(district) })
  expect(set).toMatchObject({
    organisation: { grade: 'GOOD', version: 1 },
    finalized: 1,
    left: 0,
    unmet: ['sebagian besar Baik, paling banyak 70%', 'ada Butuh Perbaikan dan/atau Kurang'],
  })
  const given = await sari.appraisal({ id: appraisal })
  expect(given).toMatchObject({ status: 'FINAL', version: 3, objectionUntil: '2026-12-24', plan: { status: 'AGREED' } })
  expect(given?.content).toMatchObject({
    ...content,
    observed: { notDone: 0, notEffective: 1, effective: 1 },
    values: values.map((each) => ({ ...each, note: null })),
    suggestion: { rating: 'MEETS' },
    predicate: 'GOOD',
    creditPoints: { value: 25, months: 12, calculation: '25 × 100% × 12/12 = 25.00' },
    consequences: [
      { kind: 'ALLOWANCE_ELIGIBLE', holds: true },
      { kind: 'CONTRACT_CONSIDERATION', holds: false },
      { kind: 'FLOWS_TO_E_KINERJA', holds: true },
    ],
  })
  expect(given?.content?.explanation.map(({ topic }) => topic).join()).toBe(
    'RULES,OBSERVATION,SUGGESTION,RESULT,BEHAVIOUR,PREDICATE,ORGANISATION,CREDIT_POINTS,CONSEQUENCE,CONSEQUENCE,CONSEQUENCE',
  )
  expect(given?.history.map(({ action, name, predicate }) => [action, name, predicate])).toEqual([
    ['DRAFT', 'Budi', null],
    ['RECOMMEND', 'Budi', 'GOOD'],
    ['FINALIZE', 'Ratna', 'GOOD'],
  ])
  expect([await kinds(sari), await kinds(budi)]).toEqual([['APPRAISAL_FINAL'], ['APPRAISAL_FINAL']])
})

test('who is recommended later is given the result when the predicate is set again', async () => {
  const { district, budi, ratna } = await makeAppraisal()
  await ratna.setOrganisationPredicate({ input: office(district) })
  const later = await fill(budi, await planOf(district, 'Agus'), content)
  await expect(ratna.setOrganisationPredicate({ input: office(district) })).rejects.toMatchObject({
    code: 'CONFLICT',
    errors: [{ currentVersion: 1 }],
  })
  expect(await ratna.setOrganisationPredicate({ input: office(district, 1) })).toMatchObject({ finalized: 1, left: 0 })
  expect(await ratna.appraisal({ id: later })).toMatchObject({ status: 'FINAL' })
})

test('a principal: recommended by the work team, decided by the head of the office, who says why otherwise', async () => {
  const district = await makeDistrict()
  const [budi, dewi, ratna] = await Promise.all((['Budi', 'Dewi', 'Ratna'] as const).map(district.signIn))
  if (!budi || !dewi || !ratna) throw new Error('somebody is missing')
  const appraisal = await fill(dewi, await planOf(district, 'Budi'), content)
  expect(await kinds(ratna)).toEqual(['APPRAISAL_RECOMMENDED'])
  expect(await ratna.setOrganisationPredicate({ input: office(district) })).toMatchObject({ finalized: 0 })
  const decide = (more: object) => ratna.decideAppraisal({ input: { appraisal, version: 2, ...more } })
  await expect(dewi.decideAppraisal({ input: { appraisal, version: 2 } })).rejects.toEqual(refusal('FORBIDDEN'))
  await expect(decide({ result: 'ABOVE' })).rejects.toEqual(refusal('BAD_USER_INPUT'))
  const decided = await decide({ result: 'ABOVE', reason: 'Sekolah terbaik' })
  expect(decided).toMatchObject({
    status: 'FINAL',
    content: { result: 'ABOVE', predicate: 'VERY_GOOD', deviation: 'Sekolah terbaik' },
  })
  const { history } = (await budi.appraisal({ id: appraisal })) ?? {}
  expect(history?.map(({ action, result }) => [action, result])).toEqual([
    ['DRAFT', null],
    ['RECOMMEND', 'MEETS'],
    ['DECIDE', 'ABOVE'],
  ])
  expect([await kinds(budi), await kinds(dewi)]).toEqual([['APPRAISAL_FINAL'], ['APPRAISAL_FINAL']])
})

test('an objection: both sides are heard, the superior decides, and the result keeps its history', async () => {
  const { district, sari, budi, ratna, appraisal } = await makeAppraisal()
  await ratna.setOrganisationPredicate({ input: office(district) })
  await sari.objectToAppraisal({ input: { appraisal, version: 3, reason: 'Observasi kedua tidak dihitung' } })
  expect(await kinds(ratna)).toEqual(['APPRAISAL_OBJECTED', 'APPRAISAL_RECOMMENDED'])
  const decision = { appraisal, version: 4, reason: 'Observasi kedua efektif', result: 'ABOVE' } as const
  await expect(budi.decideObjection({ input: decision })).rejects.toEqual(refusal('FORBIDDEN'))
  await expect(ratna.decideObjection({ input: decision })).rejects.toEqual(refusal('BAD_USER_INPUT'))
  await budi.answerObjection({ input: { appraisal, version: 4, reason: 'Benar, saya keliru' } })
  await expect(budi.answerObjection({ input: { appraisal, version: 5, reason: 'Lagi' } })).rejects.toEqual(
    refusal('CONFLICT'),
  )
  await ratna.decideObjection({ input: { ...decision, version: 5 } })
  const decided = await sari.appraisal({ id: appraisal })
  expect(decided).toMatchObject({
    status: 'DECIDED',
    content: { predicate: 'VERY_GOOD', creditPoints: { value: 37.5 } },
  })
  expect(decided?.history.map(({ action, predicate, note }) => [action, predicate, note])).toEqual([
    ['DRAFT', null, null],
    ['RECOMMEND', 'GOOD', null],
    ['FINALIZE', 'GOOD', null],
    ['OBJECT', null, 'Observasi kedua tidak dihitung'],
    ['ANSWER', null, 'Benar, saya keliru'],
    ['DECIDE_OBJECTION', 'VERY_GOOD', 'Observasi kedua efektif'],
  ])
  const fact = decided?.content?.explanation.find(({ topic }) => topic === 'OBJECTION')
  expect(fact).toMatchObject({ rules: 'PP 30/2019 ps 59', english: expect.stringContaining('was changed') })
  for (const again of [
    sari.objectToAppraisal({ input: { appraisal, version: 6, reason: 'Masih' } }),
    ratna.decideObjection({ input: { ...decision, version: 6 } }),
  ])
    await expect(again).rejects.toEqual(refusal('CONFLICT'))
})

test('an objection is taken on the 14th day after the result, and not on the 15th', async () => {
  const made = [await makeAppraisal(), await makeAppraisal()]
  for (const { district, ratna } of made) await ratna.setOrganisationPredicate({ input: office(district) })
  const before = now
  const object = (index: number) =>
    made[index]?.sari.objectToAppraisal({
      input: { appraisal: made[index].appraisal, version: 3, reason: 'Tidak setuju' },
    })
  try {
    now = new Date('2026-12-24T16:59:59Z')
    expect(await object(0)).toMatchObject({ status: 'OBJECTED' })
    now = new Date('2026-12-24T17:00:00Z')
    await expect(object(1)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('2026-12-24') })
  } finally {
    now = before
  }
})

test('what the register says later changes no result that was given', async () => {
  const { district, sari, ratna, appraisal } = await makeAppraisal()
  await ratna.setOrganisationPredicate({ input: office(district) })
  await (await server()).database.pool.query(`update person set rank = 'IV/a', employment = 'PPPK' where id = $1`, [
    district.person('Sari').slice(4),
  ])
  await sari.objectToAppraisal({ input: { appraisal, version: 3, reason: 'Golongan' } })
  const input = { appraisal, version: 4, reason: 'Tetap', hearing: 'Lisan, 15 Desember' }
  expect((await ratna.decideObjection({ input }))?.content).toMatchObject({ creditPoints: { value: 25 } })
})

test('a draft goes back and forth; nothing is recommended that is not whole, or otherwise than suggested without a reason', async () => {
  const { budi, ratna, appraisal } = await makeAppraisal()
  await expect(budi.saveAppraisal({ input: { appraisal, version: 2, content } })).rejects.toEqual(refusal('CONFLICT'))
  await ratna.returnAppraisal({ input: { appraisal, version: 2, reason: 'Sebutkan bukti' } })
  expect(await kinds(budi)).toEqual(['APPRAISAL_RETURNED'])
  const { practice: _, ...rest } = content
  await budi.saveAppraisal({ input: { appraisal, version: 3, content: rest } })
  const recommend = (version: number) => budi.recommendAppraisal({ input: { appraisal, version } })
  await expect(recommend(4)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('practice'),
  })
  await budi.saveAppraisal({ input: { appraisal, version: 4, content: { ...content, result: 'ABOVE' } } })
  await expect(recommend(5)).rejects.toMatchObject({ message: expect.stringContaining('MEETS') })
  const otherwise = { ...content, result: 'ABOVE', deviation: 'Menjadi narasumber' } as const
  const saved = await budi.saveAppraisal({ input: { appraisal, version: 5, content: otherwise } })
  expect(saved?.content?.explanation.find(({ topic }) => topic === 'RESULT')?.indonesian).toContain(
    'Menjadi narasumber',
  )
  expect(await recommend(6)).toMatchObject({ status: 'RECOMMENDED', version: 7 })
  await expect(recommend(6)).rejects.toMatchObject({ code: 'CONFLICT', errors: [{ currentVersion: 7 }] })
})

test('what was observed is looked up with each draft: the last cycle counts, and nothing that was not shared', async () => {
  const { budi, ratna, plan, appraisal } = await makeAppraisal()
  await ratna.returnAppraisal({ input: { appraisal, version: 2, reason: 'Ada siklus kedua' } })
  await observe(plan.slice(4), 2, { 'POSITIVE_DISCIPLINE.2': 'DONE_AND_EFFECTIVE' })
  await observe(plan.slice(4), 3, { 'POSITIVE_DISCIPLINE.1': 'NOT_DONE' }, false)
  await expect(budi.recommendAppraisal({ input: { appraisal, version: 3 } })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('ABOVE'),
  })
  const saved = await budi.saveAppraisal({ input: { appraisal, version: 3, content: { ...content, result: 'ABOVE' } } })
  expect(saved?.content).toMatchObject({
    observed: { notDone: 0, notEffective: 0, effective: 2 },
    suggestion: { rating: 'ABOVE' },
  })
  expect(await budi.recommendAppraisal({ input: { appraisal, version: 4 } })).toMatchObject({ status: 'RECOMMENDED' })
})

test('one appraisal for a plan, and only for one that is agreed', async () => {
  const { district, budi, plan } = await makeAppraisal()
  await expect(budi.draftAppraisal({ input: { plan } })).rejects.toEqual(refusal('CONFLICT'))
  const other = await planOf(district, 'Agus')
  const { pool } = (await server()).database
  await pool.query(`update plan set status = 'RESET_REQUESTED' where id = $1`, [other.slice(4)])
  await expect(budi.draftAppraisal({ input: { plan: other } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('RESET_REQUESTED'),
  })
})

test('a plan is not reset under its appraisal; its owner is told so once he was given it', async () => {
  const { district, sari, ratna, plan, appraisal } = await makeAppraisal()
  const operator = await signInOperator()
  const asked = await sari.requestPlanReset({ input: { plan, version: 3, reason: 'Pindah kelas' } })
  expect(asked).toMatchObject({ status: 'RESET_REQUESTED', version: 4 })
  await expect(operator.grantPlanReset({ input: { plan, version: 4 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('returned'),
  })
  await operator.refusePlanReset({ input: { plan, version: 4, reason: 'Sudah dinilai' } })
  await ratna.setOrganisationPredicate({ input: office(district) })
  expect(await sari.appraisal({ id: appraisal })).toMatchObject({ status: 'FINAL' })
  await expect(sari.requestPlanReset({ input: { plan, version: 5, reason: 'Lagi' } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('was given'),
  })
})

test('its owner neither sees nor finds an appraisal before it is given, by no way', async () => {
  const { district, sari, plan, appraisal } = await makeAppraisal()
  await expect(sari.appraisal({ id: appraisal })).rejects.toEqual(refusal('NOT_FOUND'))
  await expect(sari.objectToAppraisal({ input: { appraisal, version: 2, reason: 'Tidak setuju' } })).rejects.toEqual(
    refusal('NOT_FOUND'),
  )
  const token = await signToken(secret, { role: 'PERSON', person: district.person('Sari').slice(4) }, 1)
  const query = `{ plan(id: "${plan}") { appraisal { id } } node(id: "${appraisal}") { id } notifications { totalCount }
    appraisals(filter: { status: [RECOMMENDED] }) { totalCount }
    previewDistribution(office: "${district.office}", period: "2026", grade: GOOD) { total } }`
  const { text } = await post(JSON.stringify({ query }), { authorization: `Bearer ${token}` })
  expect(JSON.parse(text).data).toEqual({
    plan: { appraisal: null },
    node: null,
    notifications: { totalCount: 0 },
    appraisals: { totalCount: 0 },
    previewDistribution: { total: 0 },
  })
})

test('D8: nobody appraises himself, nor sees his own before it is given, whatever he is besides', async () => {
  const district = await makeDistrict()
  // Budi teaches besides, and supervises that post as principal; he is admin of the office, too
  const teaching = await appoint(district, { position: 'TEACHER', at: 'school' }, district.person('Budi'))
  await supervise('APPRAISER', teaching.assignment, district.assignment('Budi'))
  await supervise('WORK_TEAM', teaching.assignment, district.assignment('Dewi'))
  await appointAdmin('Budi', district)
  const [budi, dewi] = [await district.signIn('Budi'), await district.signIn('Dewi')]
  const plan = await planOf({ assignment: () => teaching.assignment }, 'Budi')
  await expect(budi.draftAppraisal({ input: { plan } })).rejects.toEqual(refusal('FORBIDDEN'))
  const appraisal = await fill(dewi, plan, content)
  await expect(budi.appraisal({ id: appraisal })).rejects.toEqual(refusal('NOT_FOUND'))
  await expect(budi.returnAppraisal({ input: { appraisal, version: 2, reason: 'Lebih' } })).rejects.toEqual(
    refusal('NOT_FOUND'),
  )
  const ratna = await district.signIn('Ratna')
  await ratna.returnAppraisal({ input: { appraisal, version: 2, reason: 'Sebutkan bukti' } })
  expect([await kinds(budi), await kinds(dewi)]).toEqual([[], ['APPRAISAL_RETURNED']])
})

test('D8: who appraised does not decide on the objection, though he stands above himself by another post', async () => {
  const { district, sari, budi, ratna, appraisal } = await makeAppraisal()
  await ratna.setOrganisationPredicate({ input: office(district) })
  await sari.objectToAppraisal({ input: { appraisal, version: 3, reason: 'Tidak setuju' } })
  const desk = { position: 'OFFICE_HEAD', at: 'office', basis: 'ACTING' } as const
  const acting = await appoint(district, desk, district.person('Budi'))
  await endSupervision(district.assignment('Budi'), district.assignment('Ratna'), '2026-12-10')
  await supervise('APPRAISER', district.assignment('Budi'), acting.assignment, '2026-12-10')
  const input = { appraisal, version: 4, reason: 'Tetap', hearing: 'Saya sendiri' }
  await expect(budi.decideObjection({ input })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Who appraised'),
  })
})

test('admins see the state alone; programs see what was given, with APPRAISAL_READ', async () => {
  const { district, ratna, appraisal } = await makeAppraisal()
  await appointAdmin('Hadi', district)
  const hadi = await district.signIn('Hadi')
  expect(await hadi.appraisal({ id: appraisal })).toMatchObject({ status: 'RECOMMENDED', content: null, history: [] })
  const operator = await signInOperator()
  const { url } = await server()
  const program = async (scope: 'APPRAISAL_READ' | 'PLAN_READ') => {
    const input = { name: 'SIMPEG', office: district.office, scopes: [scope] }
    return createClient({ url, token: (await operator.createApiKey({ input })).secret })
  }
  const [reading, planning] = [await program('APPRAISAL_READ'), await program('PLAN_READ')]
  expect((await reading.appraisals()).totalCount).toBe(0)
  await ratna.setOrganisationPredicate({ input: office(district) })
  expect(await reading.appraisal({ id: appraisal })).toMatchObject({
    status: 'FINAL',
    plan: null,
    content: { predicate: 'GOOD' },
    assignment: { person: { name: 'Sari' } },
  })
  await expect(planning.appraisal({ id: appraisal })).rejects.toEqual(refusal('NOT_FOUND'))
  expect(await hadi.previewDistribution({ office: district.office, period: '2026', grade: 'GOOD' })).toMatchObject({
    total: 0,
  })
})

test('H4: whose appraisal is read, given or changed is on record', async () => {
  const { district, sari, budi, ratna, appraisal } = await makeAppraisal()
  await ratna.setOrganisationPredicate({ input: office(district) })
  await budi.appraisal({ id: appraisal })
  await sari.appraisal({ id: appraisal })
  await vi.waitFor(async () => {
    const found = (await sari.dataAccesses()).nodes.map(({ action, type, name }) => `${action} ${type} ${name}`)
    expect(found).toEqual(
      expect.arrayContaining([
        'draftAppraisal Appraisal Budi',
        'recommendAppraisal Appraisal Budi',
        'setOrganisationPredicate OrganisationPredicate Ratna',
        'READ Appraisal Budi',
      ]),
    )
    expect(found.filter((line) => line.includes('Sari'))).toEqual([])
  })
})

test('on an earlier day nobody sees an appraisal that has changed since', async () => {
  const { budi, appraisal } = await makeAppraisal()
  await expect(budi.appraisal({ id: appraisal, asOf: '2026-12-09' })).rejects.toEqual(refusal('NOT_FOUND'))
  expect(await budi.appraisal({ id: appraisal, asOf: '2026-12-10' })).toMatchObject({ status: 'RECOMMENDED' })
})

test('only the head of the office sets its predicate; everybody who is signed in may see it', async () => {
  const { district, budi, ratna } = await makeAppraisal()
  const elsewhere = await makeDistrict()
  for (const client of [budi, await elsewhere.signIn('Ratna'), await signInOperator()])
    await expect(client.setOrganisationPredicate({ input: office(district) })).rejects.toEqual(refusal('FORBIDDEN'))
  await ratna.setOrganisationPredicate({ input: office(district) })
  const query = `{ node(id: "${district.office}") { ... on Office { organisationPredicate(period: "2026") { grade } } } }`
  const token = await signToken(secret, { role: 'ANALYST' }, 1)
  const { text } = await post(JSON.stringify({ query }), { authorization: `Bearer ${token}` })
  expect(JSON.parse(text).data).toEqual({ node: { organisationPredicate: { grade: 'GOOD' } } })
})

test('of several who set a predicate at once, one does', async () => {
  const { district, ratna } = await makeAppraisal()
  const all = await Promise.allSettled(
    Array.from({ length: 8 }, () => ratna.setOrganisationPredicate({ input: office(district) })),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of all) if (outcome.status === 'rejected') expect(outcome.reason).toEqual(refusal('CONFLICT'))
})

test('what if: the preview counts and checks as the rule does, whatever the predicates', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const plans = await makePlans(district, 10)
  const grades = fc.constantFrom(...Object.values(OrganisationGrade))
  const predicates = fc.array(fc.constantFrom(...Object.values(Predicate)), { maxLength: plans.length })
  await fc.assert(
    fc.asyncProperty(grades, predicates, async (grade, drawn) => {
      await distribute(plans, drawn)
      const found = await ratna.previewDistribution({ office: district.office, period: '2026', grade })
      const counts = Object.fromEntries(
        Object.values(Predicate).map((each) => [each, drawn.filter((one) => one === each).length]),
      )
      expect(found.total).toBe(drawn.length)
      expect(Object.fromEntries(found.shares.map(({ predicate, count }) => [predicate, count]))).toEqual(counts)
      const missed = unmet(grade, counts).map(({ english }) => english)
      expect(found.clauses.filter(({ holds }) => !holds).map(({ english }) => english)).toEqual(missed)
      expect(found.fits).toBe(missed.length === 0)
    }),
    { numRuns: 60 },
  )
})

/** So many teachers more, below the same principal, each with an agreed plan. */
async function makePlans(district: District, count: number): Promise<string[]> {
  const plans: string[] = []
  for (let made = 0; made < count; made += 1) {
    const { assignment } = await appoint(district, { position: 'TEACHER', at: 'school' })
    await supervise('APPRAISER', assignment, district.assignment('Budi'), '2024-01-02')
    plans.push(await planOf({ assignment: () => assignment }, 'Sari'))
  }
  return plans
}

/** Recommends a predicate for each of the first plans, and for the others nothing. */
async function distribute(plans: readonly string[], predicates: readonly string[]): Promise<void> {
  const { pool } = (await server()).database
  const keys = plans.map((id) => id.slice(4))
  await pool.query('delete from appraisal where plan_id = any($1)', [keys])
  await pool.query(
    `insert into appraisal select gen_random_uuid(), id, assignment_id, period_code, 'RECOMMENDED', 2, 'ORGANISATION', null, null, null,
       null, null, 'MEETS', null, '[]', 'MEETS', null, predicate, null, '[]', '[]', '{}', null, '2026-03-01', '2026-03-01', null, null
     from unnest($1::uuid[], $2::text[]) as drawn (key, predicate) join plan on id = key where predicate is not null`,
    [keys, plans.map((_, index) => predicates[index] ?? null)],
  )
}

test('strangers preview nothing', async () => {
  const client = await clientOf(undefined)
  await expect(client.previewDistribution({ office: 'off_35.78', period: '2026', grade: 'GOOD' })).rejects.toEqual(
    refusal('UNAUTHENTICATED'),
  )
})
