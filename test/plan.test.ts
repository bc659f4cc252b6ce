import { beforeAll, expect, test } from 'vitest'
import { makeDistrict } from './district.ts'
import { server, signInOperator } from './support.ts'

// planning of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

const content = {
  indicator: 'ind_POSITIVE_DISCIPLINE',
  behaviours: ['beh_POSITIVE_DISCIPLINE.1', 'beh_POSITIVE_DISCIPLINE.3'],
  duties: [{ name: 'Wali kelas', decree: '800/12/2026' }],
}

/** A district, and Sari's plan in it. */
async function makePlan(submitted = true) {
  const district = await makeDistrict()
  const [sari, budi] = [await district.signIn('Sari'), await district.signIn('Budi')]
  const drafted = await sari.draftPlan({ input: { assignment: district.assignment('Sari'), period: '2026', content } })
  const plan = drafted?.id ?? ''
  if (submitted) await sari.submitPlan({ input: { plan, version: 1 } })
  return { district, sari, budi, plan }
}

test('from a draft to an agreed plan', async () => {
  const { district, sari, budi, plan } = await makePlan()
  const [waiting] = (await budi.plans({ filter: { waitingForMe: true } })).nodes
  expect(waiting).toMatchObject({ id: plan, status: 'SUBMITTED', version: 2, late: false, flowsToEKinerja: true })
  expect(waiting?.assignment.person.name).toBe('Sari')
  await budi.approvePlan({ input: { plan, version: 2 } })
  const agreed = await sari.plan({ id: plan })
  expect(agreed).toMatchObject({ status: 'AGREED', version: 3, agreedAt: new Date('2026-03-02T03:00:00Z') })
  expect(agreed?.content).toMatchObject({
    indicator: { name: 'Penerapan Disiplin Positif' },
    behaviours: [{ number: 1 }, { number: 3 }],
    duties: [{ name: 'Wali kelas', decree: '800/12/2026' }],
    points: null,
    warnings: [],
  })
  expect(agreed?.content?.values.map(({ value }) => value).join()).toBe(
    'SERVICE,ACCOUNTABLE,COMPETENT,HARMONIOUS,LOYAL,ADAPTIVE,COLLABORATIVE',
  )
  expect(agreed?.history.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'DRAFT Sari',
    'SUBMIT Sari',
    'APPROVE Budi',
  ])
  expect((await budi.plans({ filter: { waitingForMe: true, school: district.school } })).totalCount).toBe(0)
})

test('an adjustment is a readable difference; its owner sends it back, then agrees to another', async () => {
  const { sari, budi, plan } = await makePlan()
  const adjusted = {
    ...content,
    behaviours: ['beh_POSITIVE_DISCIPLINE.2'],
    expectations: [{ value: 'SERVICE', text: 'Sapa setiap murid' }] as const,
  }
  const notes = [
    { item: 'BEHAVIOUR', note: 'Satu saja' },
    { item: 'EXPECTATION', note: 'Mulai dari gerbang' },
  ] as const
  await budi.adjustPlan({ input: { plan, version: 2, content: adjusted, notes: [...notes] } })
  const [told] = (await sari.notifications()).nodes
  expect(told).toMatchObject({ kind: 'PLAN_ADJUSTED', readAt: null, plan: { id: plan, status: 'ADJUSTED' } })
  const changes = (await sari.plan({ id: plan }))?.history.at(-1)?.changes
  expect(
    changes?.map(({ item, before, after, note }) => [item, before?.slice(0, 9), after?.slice(0, 9), note]),
  ).toEqual([
    ['BEHAVIOUR', 'Refleksi ', undefined, 'Satu saja'],
    ['BEHAVIOUR', 'Memfasili', undefined, 'Satu saja'],
    ['BEHAVIOUR', undefined, 'Penguatan', 'Satu saja'],
    ['EXPECTATION', undefined, 'SERVICE: ', 'Mulai dari gerbang'],
  ])
  await sari.sendBackPlan({ input: { plan, version: 3, reason: 'Dua lebih baik' } })
  const back = await budi.plan({ id: plan })
  expect(back).toMatchObject({ status: 'SUBMITTED', content: { behaviours: [{ number: 1 }, { number: 3 }] } })
  expect(back?.history.at(-1)).toMatchObject({ action: 'SEND_BACK', note: 'Dua lebih baik' })
  await budi.adjustPlan({ input: { plan, version: 4, content: adjusted, notes: [...notes] } })
  expect(await sari.agreeToPlan({ input: { plan, version: 5 } })).toMatchObject({ status: 'AGREED', version: 6 })
  expect((await budi.notifications()).nodes.map(({ kind }) => kind)).toEqual([
    'PLAN_AGREED',
    'PLAN_SENT_BACK',
    'PLAN_SUBMITTED',
  ])
})

test("a principal's plan is clarified by the work team before the head decides", async () => {
  const district = await makeDistrict()
  const [budi, dewi, ratna] = await Promise.all((['Budi', 'Dewi', 'Ratna'] as const).map(district.signIn))
  if (!budi || !dewi || !ratna) throw new Error('somebody is missing')
  const plan = await budi.draftPlan({
    input: {
      assignment: district.assignment('Budi'),
      period: '2026',
      content: { indicator: 'ind_VISION_AND_MISSION', behaviours: ['beh_VISION_AND_MISSION.1'] },
    },
  })
  const id = plan?.id ?? ''
  await budi.submitPlan({ input: { plan: id, version: 1 } })
  await expect(ratna.approvePlan({ input: { plan: id, version: 2 } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(dewi.approvePlan({ input: { plan: id, version: 2 } })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await dewi.plans({ filter: { waitingForMe: true } })).nodes.map((one) => one.id)).toEqual([id])
  await dewi.reviewPlan({ input: { plan: id, version: 2 } })
  await expect(budi.withdrawPlan({ input: { plan: id, version: 3 } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await dewi.clarifyPlan({ input: { plan: id, version: 3, note: 'Dialog kinerja 2 Maret' } })
  expect((await ratna.plans({ filter: { waitingForMe: true } })).nodes.map((one) => one.id)).toEqual([id])
  expect(await ratna.approvePlan({ input: { plan: id, version: 4 } })).toMatchObject({ status: 'AGREED' })
})

test('one reset in a period, which an operator grants', async () => {
  const { sari, budi, plan } = await makePlan()
  const operator = await signInOperator()
  await budi.approvePlan({ input: { plan, version: 2 } })
  await sari.requestPlanReset({ input: { plan, version: 3, reason: 'Indikator keliru' } })
  expect((await operator.plans({ filter: { waitingForMe: true } })).nodes.map(({ id }) => id)).toContain(plan)
  await operator.refusePlanReset({ input: { plan, version: 4, reason: 'Jelaskan lagi' } })
  await sari.requestPlanReset({ input: { plan, version: 5, reason: 'Mapel berganti' } })
  await operator.grantPlanReset({ input: { plan, version: 6 } })
  expect(await sari.plan({ id: plan })).toMatchObject({ status: 'DRAFT', wasReset: true, agreedAt: null })
  await sari.submitPlan({ input: { plan, version: 7 } })
  await budi.approvePlan({ input: { plan, version: 8 } })
  await expect(sari.requestPlanReset({ input: { plan, version: 9, reason: 'Lagi' } })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

test('who sees the state alone sees no content; strangers see nothing', async () => {
  const { district, plan } = await makePlan()
  const { appoint } = await import('./district.ts')
  await appoint('Hadi', district)
  const hadi = await district.signIn('Hadi')
  expect(await hadi.plan({ id: plan })).toMatchObject({ status: 'SUBMITTED', content: null, history: [] })
  const agus = await district.signIn('Agus')
  await expect(agus.plan({ id: plan })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(agus.approvePlan({ input: { plan, version: 2 } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a step on another version is refused, and tells the current one', async () => {
  const { budi, plan } = await makePlan()
  await expect(budi.approvePlan({ input: { plan, version: 1 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    errors: [{ currentVersion: 2 }],
  })
})

test('whoever reads a plan or takes a step leaves an entry about its owner', async () => {
  const { district, budi, plan } = await makePlan()
  await budi.plan({ id: plan })
  await budi.plans({ filter: { waitingForMe: true } })
  await budi.approvePlan({ input: { plan, version: 2 } })
  const operator = await signInOperator()
  const filter = { person: district.person('Budi'), subject: district.person('Sari') }
  const entries = async () =>
    (await operator.auditEntries({ filter })).nodes.map(({ action, type }) => `${action} ${type}`)
  // asked for himself, listed, and given back by the step
  await expect
    .poll(async () => (await entries()).sort())
    .toEqual(['READ Plan', 'READ Plan', 'READ Plan', 'approvePlan Plan'])
})

test('an export holds the plans and the notifications of a person, and nothing of others', async () => {
  const { district, sari, budi, plan } = await makePlan()
  await budi.approvePlan({ input: { plan, version: 2, note: 'Selamat bekerja' } })
  const { plans, notifications } = await sari.dataExport()
  expect(plans).toMatchObject({
    totalCount: 1,
    nodes: [{ id: plan, status: 'AGREED', content: { duties: content.duties } }],
  })
  expect(plans.nodes[0]?.history.map(({ action, note }) => [action, note])).toEqual([
    ['DRAFT', null],
    ['SUBMIT', null],
    ['APPROVE', 'Selamat bekerja'],
  ])
  expect(notifications?.nodes.map(({ kind }) => kind)).toEqual(['PLAN_AGREED'])
  const his = await budi.dataExport()
  expect(his.plans.totalCount).toBe(0)
  expect(his.notifications?.nodes.map(({ kind }) => kind)).toEqual(['PLAN_SUBMITTED'])
  const operators = await (await signInOperator()).dataExport({ person: district.person('Sari') })
  expect(operators).toMatchObject({ plans: { totalCount: 1 }, notifications: null })
})
