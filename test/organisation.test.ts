import { expect, test } from 'vitest'
import { makeDistrict } from './district.ts'
import { clientOf, signInOperator } from './support.ts'

test('whoever is signed in reads an office, its area code and the office above', async () => {
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  const { nodes, totalCount } = await sari.offices({ filter: { code: district.code } })
  expect(totalCount).toBe(1)
  expect(nodes[0]).toMatchObject({
    id: district.office,
    level: 'DISTRICT',
    parent: { code: district.code.slice(0, 2) },
  })
})

test('an office under another is found by the office above, and so are its schools', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const above = `off_${district.code.slice(0, 2)}`
  const offices = await operator.offices({ filter: { office: above } }).toArray({ limit: 1_000 })
  expect(offices.map(({ id }) => id)).toEqual(expect.arrayContaining([above, district.office]))
  const schools = await operator.schools({ filter: { office: above } }).toArray({ limit: 1_000 })
  expect(schools.map(({ id }) => id)).toContain(district.school)
})

test('schools are found by district, level, ownership, NPSN and part of the name', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const found = async (filter: object) =>
    (await operator.schools({ filter: { district: district.area, ...filter } })).totalCount
  const npsn = district.school.slice(4)
  expect(await found({})).toBe(1)
  expect(await found({ level: ['SD', 'SMP'], ownership: 'STATE', npsn, nameContains: 'sd neg' })).toBe(1)
  expect(await found({ level: ['SMA'] })).toBe(0)
  expect(await found({ ownership: 'PRIVATE' })).toBe(0)
  expect(await found({ nameContains: '%' })).toBe(0)
})

test('a province holds the schools of its districts', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const schools = await operator.schools({ filter: { district: district.province } }).toArray({ limit: 1_000 })
  expect(schools.map(({ id }) => id)).toContain(district.school)
})

test('a school had another principal on an earlier day', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  expect((await ratna.school({ id: district.school }))?.principal?.person.name).toBe('Budi')
  expect((await ratna.school({ id: district.school, asOf: '2023-10-15' }))?.principal?.person.name).toBe('Hadi')
})

test('a stranger and an expired token are told to sign in', async () => {
  const stranger = await clientOf()
  await expect(stranger.offices()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  const late = await clientOf({ role: 'OPERATOR' }, -1)
  await expect(late.offices()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
})
