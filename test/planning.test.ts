import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint as appointTo, supervise } from './appoint.ts'
import { appoint, makeDistrict, type Name } from './district.ts'
import { operatorOn, personOn, stopMoments } from './moment.ts'
import { server, signInOperator } from './support.ts'

beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))
afterAll(stopMoments)

type District = Awaited<ReturnType<typeof makeDistrict>>

const indicator = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
const vision = { indicator: 'ind_VISION_AND_MISSION', behaviours: ['beh_VISION_AND_MISSION.1'] }

/** Drafts a plan of somebody on a day; and hands it in, if wanted. */
async function plan(district: District, name: Name, day: string, period: string, submits = true) {
  const sdk = await personOn(day, district.person(name))
  const content = name === 'Budi' ? vision : indicator
  const drafted = await sdk.draftPlan({ input: { assignment: district.assignment(name), period, content } })
  if (!submits) return drafted
  return sdk.submitPlan({ input: { plan: drafted?.id ?? '', version: 1 } })
}

/** How the only school of a district stands, as somebody sees it. */
async function counts(sdk: Awaited<ReturnType<typeof personOn>>, { office, school }: District, period = '2026') {
  const { nodes, totalCount } = await sdk.planningBySchool({ period, office })
  expect(nodes.map((row) => row.school.id)).toEqual(nodes.length ? [school] : [])
  expect(totalCount).toBe(nodes.length)
  const [row] = nodes
  const unplanned = await sdk.unplanned({ period, office })
  expect(unplanned.totalCount).toBe((row?.missing ?? 0) + (row?.drafted ?? 0))
  if (!row) return null
  const { expected, missing, drafted, submitted, agreed, late } = row
  expect(missing + drafted + submitted + agreed).toBe(expected)
  return {
    expected,
    missing,
    drafted,
    submitted,
    agreed,
    late,
    names: unplanned.nodes.map(({ person }) => person.name),
  }
}

test('2024: open on 31 January, late in February and March, closed in April, and open again by an extension', async () => {
  const district = await makeDistrict()
  const elsewhere = await makeDistrict()
  expect(await plan(district, 'Sari', '2024-01-31', '2024-S1')).toMatchObject({ status: 'SUBMITTED', late: false })
  expect(await plan(district, 'Agus', '2024-03-31', '2024-S1')).toMatchObject({ status: 'SUBMITTED', late: true })
  const closed = expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('Planning is closed') })
  await expect(plan(district, 'Budi', '2024-04-10', '2024-S1')).rejects.toEqual(closed)

  const operator = await operatorOn('2024-04-10')
  const extension = await operator.extendWindow({
    input: {
      period: '2024-S1',
      stage: 'PLANNING',
      office: district.office,
      until: '2024-04-20',
      reason: '  Banjir di dua kecamatan  ',
    },
  })
  expect(extension).toMatchObject({
    period: { code: '2024-S1' },
    stage: 'PLANNING',
    office: { code: district.code },
    from: '2024-04-10',
    until: '2024-04-20',
    reason: 'Banjir di dua kecamatan',
    createdAt: new Date('2024-04-10T03:00:00Z'),
  })
  const agus = await personOn('2024-04-10', district.person('Agus'))
  expect(await agus.extensions({ office: district.office })).toEqual([extension])
  expect(await agus.extensions({ office: district.office, period: '2024-S2' })).toEqual([])
  expect(await agus.planningOf({ id: 'prd_2024-S1', office: district.office })).toEqual({ state: 'OPEN', daysLeft: 10 })
  expect(await agus.planningOf({ id: 'prd_2024-S1' })).toEqual({ state: 'CLOSED', daysLeft: 0 })
  expect(await agus.planningOf({ id: 'prd_2024-S1', asOf: '2024-03-31' })).toEqual({ state: 'LATE', daysLeft: 1 })
  expect(await plan(district, 'Budi', '2024-04-10', '2024-S1', false)).toMatchObject({ status: 'DRAFT', late: false })
  await expect(plan(elsewhere, 'Budi', '2024-04-10', '2024-S1')).rejects.toEqual(closed)

  const ratna = await personOn('2024-04-10', district.person('Ratna'))
  expect(await counts(ratna, district, '2024-S1')).toEqual({
    ...{ expected: 3, missing: 0, drafted: 1, submitted: 2, agreed: 0, late: 1 },
    names: ['Budi'],
  })
})

test('what is opened for a province is open for the districts below, not the other way round', async () => {
  const [first, second] = [await makeDistrict(), await makeDistrict()]
  const province = first.province.replace('are_', 'off_')
  expect(second.province).toBe(first.province)
  const operator = await signInOperator()
  const open = (office: string, from: string, until: string) =>
    operator.extendWindow({
      input: { period: '2024-S1', stage: 'LATE_PLANNING', office, from, until, reason: 'Gempa' },
    })
  await open(province, '2024-05-01', '2024-05-11')
  await open(first.office, '2024-05-11', '2024-05-21')
  const left = (office: string) => operator.planningOf({ id: 'prd_2024-S1', office, asOf: '2024-05-01' })
  expect(await left(first.office)).toEqual({ state: 'LATE', daysLeft: 20 })
  expect(await left(second.office)).toEqual({ state: 'LATE', daysLeft: 10 })
  expect(await left(province)).toEqual({ state: 'LATE', daysLeft: 10 })
  expect((await operator.extensions({ office: first.office }))?.map(({ office }) => office.id)).toEqual([
    province,
    first.office,
  ])
})

test('an extension that cannot be is refused, with what to do', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const input = {
    period: '2026',
    stage: 'PLANNING',
    office: district.office,
    until: '2026-04-01',
    reason: 'Banjir',
  } as const
  const refusal = (changes: object) =>
    operator.extendWindow({ input: { ...input, ...changes } }).then(
      () => null,
      ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
    )
  expect(await refusal({ until: '2026-03-02' })).toMatch(/^BAD_USER_INPUT .*after input.from/)
  expect(await refusal({ from: '2026-05-01' })).toMatch(/^BAD_USER_INPUT .*after input.from/)
  expect(await refusal({ period: '2023' })).toMatch(/^BAD_USER_INPUT .*No such input.period/)
  expect(await refusal({ reason: ' ' })).toMatch(/^BAD_USER_INPUT .*1 to 10,000/)
  expect(await refusal({ reason: 'x'.repeat(10_001) })).toMatch(/^BAD_USER_INPUT .*1 to 10,000/)
  expect(await refusal({ office: district.school })).toMatch(/^BAD_USER_INPUT .*expected an office/)
  expect(await refusal({ office: 'off_99.99' })).toMatch(/^NOT_FOUND/)
  expect(await operator.extensions({ office: district.office, period: '2026' })).toEqual([])
  const ratna = await district.signIn('Ratna')
  await expect(ratna.extendWindow({ input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('each sees how those stand whom he watches over, and nobody himself', async () => {
  const district = await makeDistrict()
  await appoint('Hadi', district)
  await plan(district, 'Sari', '2026-03-02', '2026')
  await plan(district, 'Agus', '2026-03-02', '2026', false)
  const all = { expected: 3, missing: 1, drafted: 1, submitted: 1, agreed: 0, late: 0, names: ['Agus', 'Budi'] }
  const seenBy = async (name: Name) => counts(await district.signIn(name), district)
  expect(await seenBy('Ratna')).toEqual(all)
  expect(await seenBy('Hadi')).toEqual(all)
  expect(await counts(await signInOperator(), district)).toEqual(all)
  expect(await seenBy('Dewi')).toMatchObject({ expected: 1, missing: 1, names: ['Budi'] })
  expect(await seenBy('Budi')).toMatchObject({ expected: 2, missing: 0, drafted: 1, names: ['Agus'] })
  expect(await seenBy('Sari')).toBeNull()
  const elsewhere = await makeDistrict()
  expect(await counts(await elsewhere.signIn('Ratna'), district)).toBeNull()
})

test('a plan that is agreed, and one that was granted a reset, are counted where they stand', async () => {
  const district = await makeDistrict()
  const [budi, sari, operator] = [await district.signIn('Budi'), await district.signIn('Sari'), await signInOperator()]
  const id = (await plan(district, 'Sari', '2026-03-02', '2026'))?.id ?? ''
  await budi.approvePlan({ input: { plan: id, version: 2 } })
  expect(await counts(budi, district)).toMatchObject({ submitted: 0, agreed: 1, names: ['Agus'] })
  await sari.requestPlanReset({ input: { plan: id, version: 3, reason: 'Indikator keliru' } })
  expect(await counts(budi, district)).toMatchObject({ agreed: 1, drafted: 0 })
  await operator.grantPlanReset({ input: { plan: id, version: 4 } })
  expect(await counts(budi, district)).toMatchObject({ agreed: 0, drafted: 1, names: ['Agus', 'Sari'] })
})

test('the list goes on by pages, and takes filters', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const asked = { period: '2026', office: district.office }
  const first = await ratna.unplanned({ ...asked, first: 2 })
  expect(first.nodes.map(({ person }) => person.name)).toEqual(['Agus', 'Budi'])
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
  const second = await ratna.unplanned({ ...asked, first: 2, after: first.pageInfo.endCursor })
  expect(second.nodes.map(({ person }) => person.name)).toEqual(['Sari'])
  const named = async (filter: object) =>
    (await ratna.unplanned({ ...asked, filter })).nodes.map((one) => one.person.name)
  expect(await named({ position: ['TEACHER'] })).toEqual(['Agus', 'Sari'])
  expect(await named({ employment: ['PPPK'] })).toEqual(['Agus'])
  expect(await named({ nameContains: 'udi' })).toEqual(['Budi'])
  expect(await named({ school: district.school, level: ['SD'] })).toHaveLength(3)
  expect(await named({ level: ['SMA'] })).toEqual([])
  await expect(ratna.planningBySchool({ ...asked, period: '2023' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  await expect(ratna.unplanned({ ...asked, period: '2023' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  await expect(ratna.unplanned({ ...asked, first: 101 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('a private school plans here from 2026 on; before, only who is no civil servant', async () => {
  const district = await makeDistrict()
  const { pool } = (await server()).database
  await pool.query(`update school set ownership = 'PRIVATE' where npsn = $1`, [district.school.slice(4)])
  await pool.query(`update person set employment = 'NON_ASN' where id = $1`, [district.person('Agus').slice(4)])
  await expect(plan(district, 'Sari', '2024-01-31', '2024-S1')).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('e-Kinerja BKN'),
  })
  expect(await plan(district, 'Agus', '2024-01-31', '2024-S1')).toMatchObject({ flowsToEKinerja: false })
  const ratna = await personOn('2024-01-31', district.person('Ratna'))
  expect(await counts(ratna, district, '2024-S1')).toMatchObject({ expected: 1, submitted: 1, names: [] })
  expect(await plan(district, 'Sari', '2026-03-02', '2026')).toMatchObject({ flowsToEKinerja: true })
  expect(await counts(await district.signIn('Ratna'), district)).toMatchObject({ expected: 3, submitted: 1 })
})

test('staff of the office do not plan, and are not expected to', async () => {
  const district = await makeDistrict()
  for (const name of ['Ratna', 'Dewi'] as const)
    await expect(plan(district, name, '2026-03-02', '2026')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const unplanned = await (await signInOperator()).unplanned({ period: '2026', office: district.office })
  expect(unplanned.nodes.map(({ person }) => person.name)).toEqual(['Agus', 'Budi', 'Sari'])
})

test('who moves in the middle of a period plans anew; the old plan is closed, and can be read', async () => {
  const district = await makeDistrict()
  const old = (await plan(district, 'Sari', '2026-02-10', '2026', false))?.id ?? ''
  const { pool } = (await server()).database
  await pool.query(`update assignment set validity = daterange(lower(validity), '2026-03-01') where id = $1`, [
    district.assignment('Sari').slice(4),
  ])
  const post = await appointTo(
    district,
    { position: 'TEACHER', at: 'school', from: '2026-03-01' },
    district.person('Sari'),
  )
  await supervise('APPRAISER', post.assignment, district.assignment('Budi'), '2026-03-01')
  const [sari, ratna] = [await district.signIn('Sari'), await district.signIn('Ratna')]
  expect(await sari.plan({ id: old })).toMatchObject({ status: 'DRAFT', closedAfter: '2026-02-28' })
  await expect(sari.savePlan({ input: { plan: old, version: 1, content: indicator } })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('not in force'),
  })
  expect((await ratna.unplanned({ period: '2026', office: district.office })).nodes.map(({ id }) => id)).toContain(
    post.assignment,
  )
  const anew = await sari.draftPlan({ input: { assignment: post.assignment, period: '2026', content: indicator } })
  expect(anew).toMatchObject({ status: 'DRAFT', closedAfter: null })
  expect(await counts(ratna, district)).toMatchObject({ expected: 3, drafted: 1, missing: 2 })
})

test('an acting principal (Plt) who teaches has two plans; that of the definitive post flows to e-Kinerja', async () => {
  const district = await makeDistrict()
  const acting = await appointTo(
    district,
    { position: 'PRINCIPAL', at: 'school', basis: 'ACTING', from: '2026-01-05' },
    district.person('Sari'),
  )
  const taught = await plan(district, 'Sari', '2026-03-02', '2026')
  const sari = await district.signIn('Sari')
  const led = await sari.draftPlan({ input: { assignment: acting.assignment, period: '2026', content: vision } })
  const { nodes } = await sari.plans({ filter: { period: '2026' } })
  expect(Object.fromEntries(nodes.map((one) => [one.id, one.flowsToEKinerja]))).toEqual({
    [taught?.id ?? '']: true,
    [led?.id ?? '']: false,
  })
  expect(await counts(await signInOperator(), district)).toMatchObject({ expected: 4, drafted: 1, submitted: 1 })
})

test('who comes in the last two months of a period plans only', async () => {
  const district = await makeDistrict()
  const scopeFrom = async (from: string) => {
    const post = await appointTo(district, { position: 'TEACHER', at: 'school', from })
    const sdk = await personOn('2026-11-10', post.person)
    return (await sdk.draftPlan({ input: { assignment: post.assignment, period: '2026' } }))?.scope
  }
  expect(await scopeFrom('2026-11-01')).toBe('PLANNING_ONLY')
  expect(await scopeFrom('2026-10-31')).toBe('FULL')
})
