import { graphql } from 'graphql'
import { afterEach, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { Trail } from '../server/audit/trail.ts'
import { createContext } from '../server/context.ts'
import { createLog } from '../server/log.ts'
import { Connections } from '../server/reader/connections.ts'
import { Model } from '../server/reader/model.ts'
import { Reader } from '../server/reader/reader.ts'
import { readings } from '../server/readings.ts'
import { createSchema } from '../server/schema.ts'
import { appoint, makeDistrict } from './district.ts'
import { clientOf, post, server, signInOperator, secret as signing, withoutExtensions } from './support.ts'

const inAYear = (years = 1) => new Date(Date.now() + years * 365 * 24 * 60 * 60 * 1000 - 60_000)
const none = 'key_01890000-0000-7000-8000-000000000000'

afterEach(() => vi.restoreAllMocks())

/** A key as an operator makes it, and what a program with it uses. */
async function makeKey(office: string, name = 'Dapodik') {
  const operator = await signInOperator()
  const { apiKey, secret } = await operator.createApiKey({ input: { name, office, scopes: ['SUPERVISION_READ'] } })
  if (!apiKey) throw new Error('an operator sees every key')
  return { operator, apiKey, secret, program: await signInWith(secret) }
}

async function signInWith(secret: string) {
  return createClient({ url: (await server()).url, token: secret })
}

test('a program signs in with the key that an operator made for it', async () => {
  const district = await makeDistrict()
  const { apiKey, secret, program } = await makeKey(district.office)
  expect(apiKey).toMatchObject({
    name: 'Dapodik',
    scopes: ['SUPERVISION_READ'],
    office: { code: district.code },
    documentsOnly: false,
    createdBy: null,
    lastUsedAt: null,
    revokedAt: null,
  })
  expect(secret).toMatch(/^kinerja_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/)
  expect(secret.startsWith(apiKey.hint)).toBe(true)
  expect(await program.viewer()).toMatchObject({ role: 'INTEGRATION', person: null, expiresAt: apiKey.expiresAt })
})

test('the use of a key is noted, afterwards and not each time', async () => {
  const district = await makeDistrict()
  const { operator, program } = await makeKey(district.office)
  await Promise.all([program.viewer(), program.viewer()])
  const lastUsedAt = async () => (await operator.apiKeys({ office: district.office })).nodes[0]?.lastUsedAt
  await vi.waitUntil(lastUsedAt)
  const first = await lastUsedAt()
  await program.viewer()
  expect(await lastUsedAt()).toEqual(first)
})

test('an administrator makes keys for his office and those below it, and for no other', async () => {
  const [district, other] = [await makeDistrict(), await makeDistrict()]
  await appoint('Dewi', district)
  const dewi = await district.signIn('Dewi')
  const input = { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] } as const
  const { apiKey } = await dewi.createApiKey({ input })
  expect(apiKey).toMatchObject({ createdBy: { name: 'Dewi' } })
  await expect(dewi.createApiKey({ input: { ...input, office: other.office } })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await appoint('Dewi', district, { office: other.province.slice(4) })
  expect((await dewi.createApiKey({ input: { ...input, office: other.office } })).apiKey?.office.code).toBe(other.code)
})

test('an administrator of yesterday or tomorrow is none', async () => {
  const district = await makeDistrict()
  await appoint('Dewi', district, { until: '2024-01-01' })
  await appoint('Sari', district, { from: '2099-01-01' })
  const input = { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] } as const
  for (const name of ['Dewi', 'Sari'] as const) {
    const person = await district.signIn(name)
    await expect(person.createApiKey({ input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await person.apiKeys()).totalCount).toBe(0)
  }
})

test('only operators give the scope to import, by rotation neither', async () => {
  const district = await makeDistrict()
  await appoint('Dewi', district)
  const dewi = await district.signIn('Dewi')
  const operator = await signInOperator()
  const input = { name: 'Import', office: district.office, scopes: ['PLAN_READ', 'IMPORT_WRITE'] } as const
  await expect(dewi.createApiKey({ input })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const id = (await operator.createApiKey({ input })).apiKey?.id ?? ''
  await expect(dewi.rotateApiKey({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await dewi.revokeApiKey({ id }))?.revokedAt).not.toBeNull()
})

test('whoever may not know of a key is told what is told of one that is not there', async () => {
  const [district, other] = [await makeDistrict(), await makeDistrict()]
  await appoint('Dewi', other)
  const { apiKey } = await makeKey(district.office)
  for (const person of [await district.signIn('Ratna'), await other.signIn('Dewi')]) {
    expect(await person.node({ id: apiKey.id })).toBeNull()
    expect((await person.apiKeys({ office: district.office })).totalCount).toBe(0)
    const told = await Promise.allSettled(
      [apiKey.id, none].flatMap((id) => [person.rotateApiKey({ id }), person.revokeApiKey({ id })]),
    )
    const [rotating, revoking, ...ofNone] = told.map((each) => each.status === 'rejected' && each.reason.message)
    expect([rotating, revoking]).toEqual(ofNone)
    expect(rotating).toMatch(/NOT_FOUND/)
  }
})

test('C9: strangers, analysts and keys change nothing, whatever their scopes', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const scopes = ['SUPERVISION_READ', 'PLAN_READ', 'APPRAISAL_READ', 'EVIDENCE_READ', 'IMPORT_WRITE'] as const
  const input = { name: 'All', office: district.office, scopes }
  const { apiKey, secret } = await operator.createApiKey({ input })
  const id = apiKey?.id ?? ''
  const expected = [
    [await signInWith(secret), 'FORBIDDEN'],
    [await clientOf({ role: 'ANALYST' }), 'FORBIDDEN'],
    [await clientOf(), 'UNAUTHENTICATED'],
  ] as const
  for (const [client, code] of expected) {
    await expect(client.createApiKey({ input })).rejects.toMatchObject({ code })
    await expect(client.rotateApiKey({ id })).rejects.toMatchObject({ code })
    await expect(client.revokeApiKey({ id })).rejects.toMatchObject({ code })
  }
  expect((await operator.apiKeys({ office: district.office })).nodes).toMatchObject([{ id, revokedAt: null }])
})

test('a key is rotated: the second works beside the first until that is revoked', async () => {
  const district = await makeDistrict()
  const { operator, apiKey, program } = await makeKey(district.office)
  const rotated = await operator.rotateApiKey({ id: apiKey.id })
  const second = await signInWith(rotated.secret)
  expect(rotated.previous).toMatchObject({ id: apiKey.id, revokedAt: null })
  expect(rotated.apiKey).toMatchObject({ name: 'Dapodik', scopes: apiKey.scopes, office: { code: district.code } })
  expect(rotated.apiKey?.id).not.toBe(apiKey.id)
  for (const client of [program, second]) expect(await client.viewer()).toMatchObject({ role: 'INTEGRATION' })

  await expect(operator.rotateApiKey({ id: rotated.apiKey?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await operator.revokeApiKey({ id: apiKey.id })
  await expect(operator.rotateApiKey({ id: apiKey.id })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await operator.rotateApiKey({ id: rotated.apiKey?.id ?? '' })).previous?.id).toBe(rotated.apiKey?.id)
})

test('F7: of several rotations at once one succeeds', async () => {
  const district = await makeDistrict()
  const { operator, apiKey } = await makeKey(district.office)
  const rotations = await Promise.allSettled([1, 2, 3, 4].map(() => operator.rotateApiKey({ id: apiKey.id })))
  expect(rotations.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await operator.apiKeys({ office: district.office })).totalCount).toBe(2)
})

test('a revoked key is refused within a second, and to revoke it again does no harm', async () => {
  const district = await makeDistrict()
  const { operator, apiKey, program } = await makeKey(district.office)
  await program.viewer()
  const revoked = await operator.revokeApiKey({ id: apiKey.id })
  expect(revoked?.revokedAt).not.toBeNull()
  const refusal = () =>
    program.viewer().then(
      () => null,
      (error: unknown) => error,
    )
  expect(await vi.waitUntil(refusal, { timeout: 5_000, interval: 100 })).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await operator.revokeApiKey({ id: apiKey.id })).toEqual({ ...revoked, lastUsedAt: expect.anything() })
})

test.each([
  ['without a name', { name: '  ' }, /name/],
  ['with a name too long', { name: 'x'.repeat(101) }, /100 characters/],
  ['without scopes', { scopes: [] }, /scopes/],
  ['that has ended', { expiresAt: '2020-01-01T00:00:00.000Z' }, /over already/],
  ['for three years', { expiresAt: inAYear(3) }, /two years/],
  ['for a school', { office: 'sch_50000001' }, /expected an office, got a school/],
])('a key %s is refused', async (_, wrong, message) => {
  const operator = await signInOperator()
  const { office } = await makeDistrict()
  const input = { name: 'Dapodik', office, scopes: ['PLAN_READ'] as const, ...wrong }
  await expect(operator.createApiKey({ input })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(message),
  })
})

test('a key lives a year unless told otherwise, and up to two', async () => {
  const { office } = await makeDistrict()
  const { operator, apiKey } = await makeKey(office)
  expect(apiKey.expiresAt.getUTCFullYear()).toBe(new Date().getUTCFullYear() + 1)
  const input = { name: 'Long', office, scopes: ['PLAN_READ'] as const, expiresAt: inAYear(2), documentsOnly: true }
  const long = (await operator.createApiKey({ input })).apiKey
  expect(long).toMatchObject({ expiresAt: input.expiresAt, documentsOnly: true })
})

test('a key for an office that is not there is refused', async () => {
  const operator = await signInOperator()
  const input = { name: 'Dapodik', office: 'off_99', scopes: ['PLAN_READ'] as const }
  await expect(operator.createApiKey({ input })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('keys are listed newest first, page by page, of an office and those below it', async () => {
  const district = await makeDistrict()
  const { operator } = await makeKey(district.office, 'first')
  await makeKey(district.office, 'second')
  const keys = await operator.apiKeys({ office: district.office, first: 1 }).toArray({ limit: 5 })
  expect(keys.map(({ name }) => name)).toEqual(['second', 'first'])
  const above = await operator.apiKeys({ office: district.province.replace('are_', 'off_') }).toArray({ limit: 100 })
  expect(above.map(({ id }) => id)).toEqual(expect.arrayContaining(keys.map(({ id }) => id)))
})

test('C8: the database keeps nothing that anybody could sign in with', async () => {
  const district = await makeDistrict()
  const { apiKey, secret } = await makeKey(district.office)
  const { database } = await server()
  const { rows } = await database.pool.query('select api_key::text as row from api_key where id = $1', [
    apiKey.id.slice(4),
  ])
  const [, , , tail = ''] = secret.split('_')
  expect(tail).toHaveLength(49)
  expect(rows[0].row).not.toContain(tail.slice(0, 43))
  expect(rows[0].row).not.toContain(Buffer.from(secret).toString('hex'))
})

test('what stands in a payload is read as any selection: fragments, variables, aliases, lists below', async () => {
  const district = await makeDistrict()
  const token = await signToken(signing, { role: 'OPERATOR' }, 1)
  const query = `
    mutation ($input: CreateApiKeyInput!, $first: Int!, $ids: Boolean!, $position: [Position!]) {
      made: createApiKey(input: $input) { __typename key: apiKey { ...Key } same: apiKey { title: name } secret }
      again: createApiKey(input: $input) { apiKey { ...Key } apiKey { title: name } }
    }
    fragment Key on ApiKey {
      __typename
      id @include(if: $ids)
      ... on Node { kind: __typename }
      at: office { staff(first: $first, filter: { position: $position }) { nodes { person { name } } totalCount } }
    }`
  const input = { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] }
  const variables = { input, first: 1, ids: false, position: ['OFFICE_HEAD'] }
  const { text } = await post(JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` })
  const key = {
    __typename: 'ApiKey',
    kind: 'ApiKey',
    at: { staff: { nodes: [{ person: { name: 'Ratna' } }], totalCount: 1 } },
  }
  expect(JSON.parse(withoutExtensions(text))).toEqual({
    data: {
      made: {
        __typename: 'CreateApiKeyPayload',
        key,
        same: { title: 'Dapodik' },
        secret: expect.stringMatching(/^kinerja_live_/),
      },
      again: { apiKey: { ...key, title: 'Dapodik' } },
    },
  })
})

test('what is wrong below a payload is told, and what was done stays known', async () => {
  const district = await makeDistrict()
  const token = await signToken(signing, { role: 'OPERATOR' }, 1)
  const query = `mutation ($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { apiKey { office { schools(first: 0) { totalCount } } } secret }
  }`
  const variables = { input: { name: 'Dapodik', office: district.office, scopes: ['PLAN_READ'] } }
  const { text } = await post(JSON.stringify({ query, variables }), { authorization: `Bearer ${token}` })
  expect(JSON.parse(text)).toMatchObject({
    data: { createApiKey: { apiKey: null, secret: expect.stringMatching(/^kinerja_/) } },
    errors: [{ path: ['createApiKey', 'apiKey'], extensions: { code: 'BAD_USER_INPUT' } }],
  })
})

test('mutations in one document run in turn, and each payload tells how it was then', async () => {
  const district = await makeDistrict()
  const { apiKey } = await makeKey(district.office)
  const token = await signToken(signing, { role: 'OPERATOR' }, 1)
  const query = `mutation ($id: ID!) {
    rotated: rotateApiKey(id: $id) { previous { revokedAt } }
    revoked: revokeApiKey(id: $id) { apiKey { revokedAt } }
    again: revokeApiKey(id: $id) { apiKey { revokedAt } }
  }`
  const { text } = await post(JSON.stringify({ query, variables: { id: apiKey.id } }), {
    authorization: `Bearer ${token}`,
  })
  const { data } = JSON.parse(text)
  expect(data.rotated.previous.revokedAt).toBeNull()
  expect(data.revoked.apiKey.revokedAt).toMatch(/^\d{4}-/)
  expect(data.again).toEqual(data.revoked)
})

test('two entities of a payload are read with one statement', async () => {
  const district = await makeDistrict()
  const { operator, apiKey } = await makeKey(district.office)
  const ask = vi.spyOn(Connections.prototype, 'ask')
  const { previous, apiKey: second } = await operator.rotateApiKey({ id: apiKey.id })
  expect([previous?.id, second?.name]).toEqual([apiKey.id, 'Dapodik'])
  expect(ask).toHaveBeenCalledTimes(1)
})

test('a payload holds nothing that its viewer may not see', async () => {
  const district = await makeDistrict()
  const { apiKey, secret } = await makeKey(district.office)
  const { database } = await server()
  const reader = new Reader(new Connections(database.pool), new Model(readings, database.orm.getMetadata()))
  const contextOf = (viewer: { role: 'PERSON' | 'OPERATOR'; person: string | null }) => ({
    ...createContext(
      { reader, trail: new Trail(database.pool, createLog('silent')), em: database.orm.em as never, feed: {} as never },
      {
        viewer: { apiKey: null, office: null, scopes: [], documentsOnly: false, expiresAt: new Date(), ...viewer },
        requestId: '',
        now: new Date(),
        explains: false,
        account: {} as never,
        traits: {},
        live: null,
        signal: new AbortController().signal,
        deeds: () => undefined,
      },
    ),
    write: async () => ({ key: apiKey.id.slice(4), secret }),
  })
  const source = `mutation { rotateApiKey(id: "${apiKey.id}") { apiKey { name } } }`
  const schema = await createSchema()
  const teacher = { role: 'PERSON', person: district.person('Sari').slice(4) } as const
  const seen = await graphql({ schema, source, contextValue: contextOf({ role: 'OPERATOR', person: null }) })
  expect(seen).toEqual({ data: { rotateApiKey: { apiKey: { name: 'Dapodik' } } } })
  const hidden = await graphql({ schema, source, contextValue: contextOf(teacher) })
  expect(hidden).toEqual({ data: { rotateApiKey: { apiKey: null } } })
})

test('a key for trusted documents is answered what the SDK asks, and nothing else', async () => {
  const { office } = await makeDistrict()
  const operator = await signInOperator()
  const { secret } = await operator.createApiKey({
    input: { name: 'Kiosk', office, scopes: ['SUPERVISION_READ'], documentsOnly: true },
  })
  const program = createClient({ url: (await server()).url, token: secret })
  expect((await program.viewer())?.role).toBe('INTEGRATION')
  const own = await post(JSON.stringify({ query: '{ viewer { role } }' }), { authorization: `Bearer ${secret}` })
  expect(own.status).toBe(403)
  expect(own.text).toContain('"FORBIDDEN"')
})

test('C9: a key of one office reads nobody of another', async () => {
  const [here, there] = [await makeDistrict(), await makeDistrict()]
  const { secret } = await makeKey(here.office)
  const program = createClient({ url: (await server()).url, token: secret })
  expect(await program.assignment({ id: here.assignment('Sari') })).toMatchObject({ person: { name: 'Sari' } })
  await expect(program.assignment({ id: there.assignment('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await program.teachers({ filter: { office: there.office } })).totalCount).toBe(0)
})
