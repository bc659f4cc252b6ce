import { expect, test } from 'vitest'
import { everybody, makeDistrict, sight } from './district.ts'
import { clientOf, post, signInOperator } from './support.ts'

/** Who finds whom by his number: a work team sees names only. */
const finds = { ...sight, Dewi: ['Dewi'] }

test.each(everybody)('D3: %s sees himself and those below, by every door', async (viewer) => {
  const district = await makeDistrict()
  const client = await district.signIn(viewer)
  for (const name of everybody) {
    const seen = sight[viewer].includes(name)
    const found = finds[viewer].includes(name)
    const doors = [
      client.person({ id: district.person(name) }),
      client.personByNip({ nip: district.nip(name) }),
      client.assignment({ id: district.assignment(name) }),
      client.node({ id: district.person(name) }),
      client.node({ id: district.assignment(name) }),
      client.supervisionChain({ assignment: district.assignment(name) }),
    ]
    const answers = await Promise.allSettled(doors)
    const open = answers.map((answer) => answer.status === 'fulfilled' && answer.value !== null)
    expect(open, `${viewer} → ${name}`).toEqual(doors.map((_, door) => (door === 1 ? found : seen)))
  }
})

test.each(everybody)('D5: %s counts nobody that he does not see', async (viewer) => {
  const district = await makeDistrict()
  const client = await district.signIn(viewer)
  const { totalCount } = await client.teachers({ filter: { office: district.office } })
  expect(totalCount).toBe(sight[viewer].filter((name) => name === 'Sari' || name === 'Agus').length)
})

test('D7: a former principal sees his teachers on the days that were his, and not today', async () => {
  const district = await makeDistrict()
  const hadi = await district.signIn('Hadi')
  const filter = { school: district.school }
  expect((await hadi.teachers({ filter })).totalCount).toBe(0)
  expect((await hadi.teachers({ filter: { ...filter, asOf: '2024-01-01' } })).totalCount).toBe(2)
  expect((await hadi.teachers({ filter: { ...filter, asOf: '2024-01-02' } })).totalCount).toBe(0)
})

test('an operator sees everybody', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  expect((await operator.person({ id: district.person('Sari') }))?.name).toBe('Sari')
})

test('a stranger reads the catalogue, the periods and the schema, and nothing else', async () => {
  const stranger = await clientOf()
  expect(await stranger.indicators()).toHaveLength(16)
  expect(await stranger.periods()).toHaveLength(4)
  expect(await stranger.viewer()).toBeNull()
  for (const query of [
    '{ schools { totalCount } }',
    '{ teachers { totalCount } }',
    '{ node(id: "sch_50000001") { id } }',
  ]) {
    expect((await post(JSON.stringify({ query }))).text).toContain('UNAUTHENTICATED')
  }
  expect((await post(JSON.stringify({ query: '{ __schema { queryType { name } } }' }))).text).toContain('Query')
})

test('the viewer is the person of the token', async () => {
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  expect(await sari.viewer()).toMatchObject({ role: 'PERSON', person: { id: district.person('Sari') } })
})

test.each([
  ['another secret', 'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiT1BFUkFUT1IifQ.AAAA'],
  ['no signature', `${btoa('{"alg":"none"}')}.${btoa('{"role":"OPERATOR","exp":99999999999}')}.`],
  ['no token', 'nonsense'],
])('a token with %s is refused', async (_, token) => {
  const { status, text } = await post('{"query":"{ viewer { role } }"}', { authorization: `Bearer ${token}` })
  expect(status).toBe(401)
  expect(JSON.parse(text).errors[0].extensions.code).toBe('UNAUTHENTICATED')
})
