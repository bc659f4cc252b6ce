import { expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { clientOf, post, secret, server, signInOperator } from './support.ts'

type Name = Parameters<Awaited<ReturnType<typeof makeDistrict>>['person']>[0]
type District = Awaited<ReturnType<typeof makeDistrict>>

/** What is on record about somebody, by whom and of which type; waits until it is written. */
async function accessesOf(district: District, name: Name, count: number) {
  const client = await district.signIn(name)
  return vi.waitFor(async () => {
    const { nodes, totalCount } = await client.dataAccesses()
    expect(totalCount).toBe(count)
    return nodes
  })
}

const ask = async (district: District, name: Name, query: string) => {
  const person = district.person(name).slice(4)
  const token = await signToken(secret, { role: 'PERSON', person }, 1)
  const { text } = await post(JSON.stringify({ query }), { authorization: `Bearer ${token}` })
  return text
}

test('H4: each way of reading somebody else leaves a record, and reading oneself none', async () => {
  const district = await makeDistrict()
  const { person, assignment, school, nip } = district
  const ways = [
    `person(id: "${person('Sari')}") { email }`,
    `person(nip: "${nip('Sari')}") { sex }`,
    `assignment(id: "${assignment('Sari')}") { person { birthDate } }`,
    `node(id: "${person('Sari')}") { ... on Person { birthDate } }`,
    `nodes(ids: ["${assignment('Sari')}", "${school}"]) { ... on Assignment { person { email } } }`,
    `teachers(filter: { school: "${school}", nameContains: "sari" }) { nodes { person { address: email } } }`,
    `teachers(filter: { school: "${school}", nameContains: "sari" }) { edges { node { person { ...Born } } } }`,
    `assignment(id: "${assignment('Budi')}") { subordinates(orderBy: { field: NAME, direction: DESC }, first: 1) { nodes { person { email } } } }`,
    `supervisionTree(root: "${assignment('Sari')}") { nodes { assignment { person { email } } } }`,
  ]
  for (const way of ways) {
    const born = way.includes('Born') ? 'fragment Born on Person { birthDate }' : ''
    for (const schema of ['', '__schema { queryType { name } }'])
      expect(await ask(district, 'Budi', `{ ${way} ${schema} } ${born}`)).not.toContain('errors')
  }
  expect(await ask(district, 'Sari', `{ viewer { person { email } } ${ways[0]} }`)).not.toContain('errors')
  const accesses = await accessesOf(district, 'Sari', 2 * ways.length)
  for (const access of accesses)
    expect(access).toMatchObject({
      action: 'READ',
      type: 'Person',
      role: 'PERSON',
      name: 'Budi',
      position: 'PRINCIPAL',
    })
})

test('H4: a name, a number and a post are what colleagues work with: no record', async () => {
  const district = await makeDistrict()
  const budi = await district.signIn('Budi')
  await budi.assignment({ id: district.assignment('Agus') })
  await budi.person({ id: district.person('Agus') })
  await ask(district, 'Budi', `{ person(id: "${district.person('Agus')}") { email } }`)
  expect(await accessesOf(district, 'Agus', 1)).toMatchObject([{ type: 'Person' }])
})

test('H4: a request leaves one entry, about all it gave, under its own id', async () => {
  const district = await makeDistrict()
  const query = `{ node(id: "${district.school}") { ... on School { staff { nodes { person { sex } again: person { email } } } } } }`
  await ask(district, 'Ratna', query)
  const operator = await signInOperator()
  const { nodes } = await vi.waitFor(async () => {
    const page = await operator.auditEntries({ filter: { person: district.person('Ratna') } })
    expect(page.totalCount).toBe(1)
    return page
  })
  expect(nodes[0]).toMatchObject({ action: 'READ', type: 'Person', subjectCount: 3, person: { name: 'Ratna' } })
  const names = ['Agus', 'Budi', 'Sari'] as const
  expect(nodes[0]?.subjects.map(({ id }) => id)).toEqual(names.map((name) => district.person(name)))
  expect(nodes[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test('H4: an attempt that was refused leaves a record as well', async () => {
  const district = await makeDistrict()
  const agus = await district.signIn('Agus')
  await expect(agus.person({ id: district.person('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const operator = await signInOperator()
  const filter = { person: district.person('Agus'), action: 'REFUSED' }
  await vi.waitFor(async () => {
    const { nodes } = await operator.auditEntries({ filter })
    expect(nodes).toMatchObject([{ type: 'Person', subjectCount: 0 }])
  })
})

test('a text of a user is never taken for a note', async () => {
  const district = await makeDistrict()
  const { database } = await server()
  const other = district.person('Agus').slice(4)
  const name = `Sari"," read":"Person ${other}"," type":"Person`
  await database.pool.query('update person set name = $1, rank = $2 where id = $3', [
    name,
    ' read',
    district.person('Sari').slice(4),
  ])
  const text = await ask(
    district,
    'Budi',
    `{ node(id: "${district.person('Sari')}") { ... on Person { rank name sex } } }`,
  )
  expect(JSON.parse(text).data.node).toEqual({ rank: ' read', name, sex: 'F' })
  await accessesOf(district, 'Sari', 1)
  await accessesOf(district, 'Agus', 0)
})

test('H6: a person gets all that is kept about him, and of others no more than who they are to him', async () => {
  const district = await makeDistrict()
  await post(JSON.stringify({ query: `{ person(id: "${district.person('Sari')}") { sex } }` }), {
    authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}`,
  })
  await ask(district, 'Budi', `{ person(id: "${district.person('Sari')}") { email } }`)
  const accesses = await accessesOf(district, 'Sari', 2)
  expect(accesses).toMatchObject([
    { role: 'PERSON', name: 'Budi', position: 'PRINCIPAL' },
    { role: 'OPERATOR', name: null, position: null },
  ])
  const sari = await district.signIn('Sari')
  const { person, accesses: enclosed } = await sari.dataExport()
  expect(enclosed).toEqual({ nodes: accesses, totalCount: 2 })
  expect(person).toMatchObject({
    id: district.person('Sari'),
    nip: district.nip('Sari'),
    birthDate: '1985-07-14',
    sex: 'F',
    email: expect.stringMatching(/^sari/),
    assignments: [
      {
        position: 'TEACHER',
        supervisors: [
          { name: 'Hadi', from: '2023-07-01', until: '2024-01-02' },
          { name: 'Budi', from: '2024-01-02', until: null },
        ],
      },
    ],
  })
  const text = JSON.stringify([person, accesses])
  for (const name of ['Budi', 'Hadi'] as const) {
    expect(text).not.toContain(district.nip(name))
    expect(text).not.toContain(district.person(name))
    expect(text).not.toContain(`${name.toLowerCase()}.`)
  }
})

test('H6: nobody gets the data of another but an operator, and that goes on record', async () => {
  const district = await makeDistrict()
  const id = district.person('Sari')
  for (const client of [await district.signIn('Budi'), await clientOf({ role: 'ANALYST' })])
    await expect(client.dataExport({ person: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect((await clientOf()).dataExport({ person: id })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  const operator = await signInOperator()
  await expect(operator.dataExport()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  expect((await operator.dataExport({ person: id })).person.id).toBe(id)
  expect(await accessesOf(district, 'Sari', 1)).toMatchObject([{ role: 'OPERATOR' }])
})

test('the record is for operators alone', async () => {
  const district = await makeDistrict()
  for (const client of [await district.signIn('Ratna'), await clientOf({ role: 'ANALYST' })])
    await expect(client.auditEntries()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const operator = await signInOperator()
  await expect(operator.auditEntries({ filter: { apiKey: 'key_1' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('the record is paged without a gap or a double', async () => {
  const district = await makeDistrict()
  for (let time = 0; time < 5; time += 1)
    await ask(district, 'Budi', `{ person(id: "${district.person('Sari')}") { email } }`)
  await accessesOf(district, 'Sari', 5)
  const operator = await signInOperator()
  const numbers = []
  for await (const { number } of operator.auditEntries({ filter: { subject: district.person('Sari') }, first: 2 }))
    numbers.push(Number(number))
  expect(numbers).toHaveLength(5)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a))
})

test('H8: what a program reads with its key is on record under it, whatever it is; so is the key itself', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const input = { name: 'Dapodik', office: district.office, scopes: ['SUPERVISION_READ'] as const }
  const { apiKey, secret: key } = await operator.createApiKey({ input })
  const { url } = await server()
  const program = createClient({ url, token: key })
  await program.assignment({ id: district.assignment('Sari') })
  const [access] = await accessesOf(district, 'Sari', 2)
  expect(access).toMatchObject({ action: 'READ', role: 'INTEGRATION', apiKey: 'Dapodik', name: null })
  const { nodes } = await operator.auditEntries({ filter: { apiKey: apiKey?.id ?? '' } })
  const sari = district.person('Sari')
  expect(nodes.filter(({ subjects }) => subjects.some(({ id }) => id === sari))).toHaveLength(2)
  const created = await operator.auditEntries({ filter: { action: 'createApiKey' }, first: 100 })
  expect(created.nodes).toContainEqual(expect.objectContaining({ type: 'ApiKey', role: 'OPERATOR', subjectCount: 1 }))
})
