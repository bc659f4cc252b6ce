import { beforeAll, expect, test } from 'vitest'
import { content, fill, kinds, makeAppraisal, observe, office, planOf, refusal, values } from './appraisal/scene.ts'
import { makeDistrict } from './district.ts'
import { server, signInOperator } from './support.ts'

let now = new Date('2026-12-10T03:00:00Z')

// appraisal of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => now }))

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
