import { beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { appoint, endSupervision, supervise } from './appoint.ts'
import { content, fill, kinds, makeAppraisal, office, planOf, refusal } from './appraisal/scene.ts'
import { appoint as appointAdmin, makeDistrict } from './district.ts'
import { post, secret, server, signInOperator } from './support.ts'

// appraisal of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-12-10T03:00:00Z') }))

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
