import { afterEach, expect, test, vi } from 'vitest'
import { operation } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { appoint, endSupervision, supervise } from './appoint.ts'
import { makeDistrict } from './district.ts'
import { programHeaders } from './program.ts'
import { post, secret } from './support.ts'

vi.mock('../server/access/authentication.ts', async (original) =>
  (await import('./program.ts')).withPrograms(await original()),
)

afterEach(() => {
  vi.useRealTimers()
})

interface Row {
  name: string
  nip: string | null
  email: string | null
}

const row = operation<{ person: Row }, { id: string }>('query row($id: ID!) { person(id: $id) { name nip email } }')

const desk = { position: 'OFFICE_ADMIN', at: 'office' } as const

async function ask(query: string, headers: Record<string, string> = {}) {
  const { data, errors } = JSON.parse((await post(JSON.stringify({ query }), headers)).text)
  return { data, codes: (errors ?? []).map(({ extensions }: { extensions: { code: string } }) => extensions.code) }
}

const as = async (person: string) => ({
  authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person: person.slice(4) }, 1)}`,
})

test('a work team sees the names of those given to it, and nobody below them', async () => {
  const district = await makeDistrict()
  const dewi = await district.signIn('Dewi')
  expect((await dewi.run(row, { id: district.person('Budi') })).person).toEqual({
    name: 'Budi',
    nip: null,
    email: null,
  })
  await expect(dewi.person({ id: district.person('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await dewi.tree({ root: district.assignment('Budi') }))?.size).toBe(1)
  const { nodes } = await dewi.supervisionTree({ root: district.assignment('Budi') })
  expect(nodes).toMatchObject([{ childCount: 0, descendantCount: 0 }])
  expect((await dewi.subordinates({ assignment: district.assignment('Budi') })).totalCount).toBe(0)
})

test('an admin sees names and numbers of his office and of its schools, on the days of his own post', async () => {
  const district = await makeDistrict()
  const admin = await (await appoint(district, { ...desk, until: '2025-01-01' })).signIn()
  await expect(admin.run(row, { id: district.person('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const filter = { office: district.office }
  expect((await admin.teachers({ filter })).totalCount).toBe(0)
  expect((await admin.teachers({ filter: { ...filter, asOf: '2024-12-31' } })).totalCount).toBe(2)
  expect((await admin.teachers({ filter: { ...filter, asOf: '2025-01-01' } })).totalCount).toBe(0)
})

test('an admin sees nothing private, but of those whom he rates besides', async () => {
  const district = await makeDistrict()
  const wati = await appoint(district, desk)
  const principal = await appoint(district, { position: 'PRINCIPAL', at: 'school', basis: 'ACTING' }, wati.person)
  const admin = await wati.signIn()
  const [sari, agus] = [district.person('Sari'), district.person('Agus')]
  expect((await admin.run(row, { id: sari })).person).toEqual({ name: 'Sari', nip: district.nip('Sari'), email: null })
  await endSupervision(district.assignment('Sari'), district.assignment('Budi'), '2025-01-01')
  await supervise('APPRAISER', district.assignment('Sari'), principal.assignment, '2025-01-01')
  expect((await admin.run(row, { id: sari })).person.email).toContain('sari')
  expect((await admin.run(row, { id: agus })).person.email).toBeNull()
})

test('a program reads what its scopes and its office allow, and keys that differ in scopes share no statement', async () => {
  const [elsewhere, district] = [await makeDistrict(), await makeDistrict()]
  const query = `{ teachers(filter: { office: "${district.office}" }) { totalCount nodes { person { name nip birthDate } } } }`
  const reads = { office: district.code, scopes: ['SUPERVISION_READ'] } as const
  const seen = async (program: Parameters<typeof programHeaders>[0]) =>
    (await ask(query, programHeaders(program))).data.teachers.nodes.map(({ person }: { person: Row }) => person)
  const both = ['Agus', 'Sari'] as const
  expect(await seen(reads)).toEqual(both.map((name) => ({ name, nip: district.nip(name), birthDate: null })))
  expect(await seen({ ...reads, scopes: ['PLAN_READ'] })).toEqual([])
  expect(await seen({ ...reads, scopes: [] })).toEqual([])
  expect(await seen({ ...reads, office: elsewhere.code })).toEqual([])
  expect(await seen(reads)).toHaveLength(2)
})

test('D2: a foreign id, an unknown one and one of another type are answered alike', async () => {
  const district = await makeDistrict()
  const key = district.person('Agus').slice(4)
  const headers = await as(district.person('Sari'))
  for (const prefix of ['per', 'asg']) {
    const about = (id: string) => ask(`{ node(id: "${id}") { __typename id } nodes(ids: ["${id}"]) { id } }`, headers)
    const unknown = await about(`${prefix}_01890000-0000-7000-8000-000000000000`)
    expect(unknown).toEqual({ data: { node: null, nodes: [null] }, codes: [] })
    expect(await about(`${prefix}_${key}`)).toEqual(unknown)
  }
})

test('D3: no edge leads to a row or a value that the viewer has no right to', async () => {
  const district = await makeDistrict()
  const headers = await as(district.person('Sari'))
  const own = `assignment(id: "${district.assignment('Sari')}")`
  const assignments = `{ totalCount nodes { person { name nip } } edges { cursor node { id } } pageInfo { hasNextPage endCursor } }`
  const { data, codes } = await ask(
    `{
    ${own} {
      person { assignments { supervisor { name assignment { id } } } }
      school { principal { id } staff(first: 1) ${assignments} office { head { id } staff ${assignments} } }
      subordinates ${assignments}
    }
    supervisors ${assignments}
    supervisionChain(assignment: "${district.assignment('Sari')}") { name assignment { person { nip } } }
    supervisionTree(root: "${district.assignment('Sari')}") { totalCount nodes { childCount assignment { person { name } } } }
  }`,
    headers,
  )
  expect(codes).toEqual([])
  const text = JSON.stringify(data)
  for (const name of ['Agus', 'Budi', 'Ratna', 'Dewi', 'Hadi'] as const) {
    expect(text).not.toContain(district.assignment(name))
    expect(text).not.toContain(district.nip(name))
  }
  expect(text).not.toMatch(/Agus|Dewi|Hadi/)
  expect(data.assignment.school).toMatchObject({ principal: null, staff: { totalCount: 1 }, office: { head: null } })
})

test('D4: a cursor of another viewer opens nothing', async () => {
  const district = await makeDistrict()
  const page = (after: string) =>
    `{ teachers(first: 1, orderBy: { field: NAME, direction: ASC }${after}, filter: { school: "${district.school}" }) { totalCount nodes { person { name } } pageInfo { endCursor } } }`
  const budi = await as(district.person('Budi'))
  const { data } = await ask(page(''), budi)
  expect(data.teachers.nodes).toEqual([{ person: { name: 'Agus' } }])
  const after = `, after: "${data.teachers.pageInfo.endCursor}"`
  expect((await ask(page(after), await as(district.person('Sari')))).data.teachers).toMatchObject({
    totalCount: 1,
    nodes: [{ person: { name: 'Sari' } }],
  })
  expect((await ask(page(after), await as(district.person('Hadi')))).data.teachers).toMatchObject({
    totalCount: 0,
    nodes: [],
  })
})

test('D5: a number that may not be read cannot be guessed', async () => {
  const district = await makeDistrict()
  const about = (nip: string) => `{ person(nip: "${nip}") { id } }`
  const dewi = await as(district.person('Dewi'))
  const guessed = await ask(about(district.nip('Budi')), dewi)
  expect(guessed).toEqual(await ask(about('198507142010019999'), dewi))
  expect(guessed.codes).toEqual(['NOT_FOUND'])
  expect((await ask(about(district.nip('Budi')), await as(district.person('Ratna')))).data.person).not.toBeNull()
})

test('D5: a filter or an order counts only what is seen', async () => {
  const district = await makeDistrict()
  const dewi = await district.signIn('Dewi')
  const filter = { district: district.area }
  for (const more of [{ nameContains: 'a' }, { employment: ['PPPK' as const] }, { position: ['TEACHER' as const] }]) {
    expect((await dewi.teachers({ filter: { ...filter, ...more } })).totalCount).toBe(0)
  }
  const { nodes, totalCount } = await dewi.schoolStaff({
    school: district.school,
    first: 1,
    orderBy: { field: 'FROM', direction: 'DESC' },
  })
  expect([totalCount, nodes.map(({ person }) => person.name)]).toEqual([1, ['Budi']])
})

test('D7: the old principal of a teacher who moved keeps the old semester, and the new one has the new', async () => {
  const district = await makeDistrict()
  const elsewhere = await makeDistrict()
  const sari = district.person('Sari')
  await endSupervision(district.assignment('Sari'), district.assignment('Budi'), '2025-01-01')
  const moved = await appoint(elsewhere, { position: 'TEACHER', at: 'school', from: '2025-01-01' }, sari)
  await supervise('APPRAISER', moved.assignment, elsewhere.assignment('Budi'), '2025-01-01')
  const [before, after] = [await district.signIn('Budi'), await elsewhere.signIn('Budi')]
  const teachers = async (client: typeof before, school: string, asOf?: string) =>
    (await client.teachers({ filter: { school, asOf } })).nodes.map(({ person }) => person.name)
  expect(await teachers(before, district.school, '2024-12-31')).toEqual(['Agus', 'Sari'])
  expect(await teachers(before, district.school)).toEqual(['Agus'])
  expect(await teachers(before, elsewhere.school)).toEqual([])
  expect(await teachers(after, elsewhere.school)).toEqual(['Agus', 'Sari', 'Sari'])
  expect(await teachers(after, district.school, '2024-12-31')).toEqual([])
  await expect(before.assignment({ id: moved.assignment })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(before.person({ id: sari })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await after.person({ id: sari }))?.assignments).toMatchObject([{ id: moved.assignment }])
})

test('D7: an acting principal who teaches elsewhere sees as both, and nothing more', async () => {
  const [district, elsewhere] = [await makeDistrict(), await makeDistrict()]
  const agus = district.person('Agus')
  const acting = await appoint(elsewhere, { position: 'PRINCIPAL', at: 'school', basis: 'ACTING' }, agus)
  await endSupervision(elsewhere.assignment('Sari'), elsewhere.assignment('Budi'), '2025-01-01')
  await supervise('APPRAISER', elsewhere.assignment('Sari'), acting.assignment, '2025-01-01')
  const client = await district.signIn('Agus')
  const { nodes } = await client.teachers({})
  expect(nodes.map(({ id }) => id)).toEqual([district.assignment('Agus'), elsewhere.assignment('Sari')])
  await expect(client.person({ id: elsewhere.person('Agus') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(client.person({ id: district.person('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('D7: a work team sees on the days it is given somebody', async () => {
  const district = await makeDistrict()
  const dewi = await district.signIn('Dewi')
  const staff = async (asOf?: string) =>
    (await dewi.schoolStaff({ school: district.school, filter: { asOf } })).nodes.map(({ person }) => person.name)
  expect(await staff('2024-01-01')).toEqual([])
  expect(await staff('2024-01-02')).toEqual(['Budi'])
  expect(await staff()).toEqual(['Budi'])
})

// 2 January 2024 begins in Jakarta at 17:00 UTC; in Makassar and Jayapura it has begun by then
test.each([
  ['23:59 in Jakarta', '2024-01-01T16:59:59.999Z', ['Hadi']],
  ['00:59 in Makassar, still yesterday in Jakarta', '2024-01-01T16:59:00.000Z', ['Hadi']],
  ['00:00 in Jakarta', '2024-01-01T17:00:00.000Z', ['Budi']],
  ['00:00 in London', '2024-01-02T00:00:00.000Z', ['Budi']],
])('D7: rights change hands at midnight in Jakarta: %s', async (_, now, seers) => {
  const district = await makeDistrict()
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  const seen = []
  for (const name of ['Hadi', 'Budi'] as const) {
    const client = await district.signIn(name)
    if ((await client.teachers({ filter: { school: district.school } })).totalCount === 2) seen.push(name)
  }
  expect(seen).toEqual(seers)
})
