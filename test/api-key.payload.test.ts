import { graphql } from 'graphql'
import { afterEach, expect, test, vi } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { Trail } from '../server/audit/trail.ts'
import { createContext } from '../server/context.ts'
import { createLog } from '../server/log.ts'
import { Connections } from '../server/reader/connections.ts'
import { Model } from '../server/reader/model.ts'
import { Reader } from '../server/reader/reader.ts'
import { readings } from '../server/readings.ts'
import { createSchema } from '../server/schema.ts'
import { makeKey } from './api-key/make-key.ts'
import { makeDistrict } from './district.ts'
import { post, server, secret as signing, withoutExtensions } from './support.ts'

afterEach(() => vi.restoreAllMocks())

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
