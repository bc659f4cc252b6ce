import { expect, test } from 'vitest'
import { operation } from '../sdk/index.ts'
import { makeDistrict } from './district.ts'
import { clientOf, signInOperator } from './support.ts'

test('a person reads himself, and every post he has held', async () => {
  const district = await makeDistrict()
  const hadi = await district.signIn('Hadi')
  const person = await hadi.person({ id: district.person('Hadi') })
  expect(person).toMatchObject({ name: 'Hadi', nip: district.nip('Hadi') })
  expect(person?.assignments).toMatchObject([{ position: 'PRINCIPAL', from: '2023-07-01', until: '2024-01-02' }])
})

test('a NIP finds a person, spaces or not', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const nip = district.nip('Sari')
  const spaced = `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`
  expect((await operator.personByNip({ nip: spaced }))?.id).toBe(district.person('Sari'))
})

test('a person is asked for by exactly one of id and NIP', async () => {
  const operator = await signInOperator()
  const both = operation<{ person: null }, Record<string, never>>('query person { person { id } }')
  await expect(operator.run(both)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('teachers are found by what people ask for', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const found = async (filter: object) => {
    const { nodes } = await operator.teachers({ filter: { office: district.office, ...filter } })
    return nodes.map(({ person }) => person.name)
  }
  expect(await found({})).toEqual(['Agus', 'Sari'])
  expect(await found({ employment: ['PPPK'] })).toEqual(['Agus'])
  expect(await found({ nameContains: 'sAr' })).toEqual(['Sari'])
  expect(
    await found({ school: district.school, district: district.area, level: ['SD'], basis: 'DEFINITIVE' }),
  ).toHaveLength(2)
  expect(await found({ level: ['SMA'] })).toEqual([])
  expect(await found({ position: ['PRINCIPAL'] })).toEqual([])
  expect(await found({ asOf: '2023-06-30' })).toEqual([])
})

test('supervisors are those who have somebody below on the day, in either capacity', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const on = async (asOf?: string) => {
    const { nodes } = await operator.supervisors({ filter: { office: district.office, asOf } })
    return nodes.map(({ person }) => person.name)
  }
  expect(await on()).toEqual(['Budi', 'Dewi', 'Ratna'])
  expect(await on('2023-10-15')).toEqual(['Hadi', 'Ratna'])
})

test('a list is paged without a gap or a double, in both directions', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  for (const direction of ['ASC', 'DESC'] as const) {
    const orderBy = { field: 'NAME', direction } as const
    const names = []
    for await (const { person } of operator.officeStaff({ office: district.office, orderBy, first: 1 }))
      names.push(person.name)
    expect(names).toEqual(direction === 'ASC' ? ['Dewi', 'Ratna'] : ['Ratna', 'Dewi'])
  }
})

test('nodes come back in the order asked, and null for what is not there to see', async () => {
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  const nodes = operation<{ nodes: ({ id: string; __typename: string } | null)[] }, { ids: string[] }>(
    'query nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
  )
  const ids = [district.school, district.person('Agus'), district.person('Sari'), district.assignment('Sari')]
  const answer = await sari.run(nodes, { ids })
  expect(answer.nodes.map((node) => node?.__typename)).toEqual(['School', undefined, 'Person', 'Assignment'])
})

test('an analyst sees schools, and nobody in them', async () => {
  const district = await makeDistrict()
  const analyst = await clientOf({ role: 'ANALYST' })
  expect(await analyst.school({ id: district.school })).toMatchObject({ id: district.school, principal: null })
  expect((await analyst.teachers({ filter: { school: district.school } })).totalCount).toBe(0)
})
