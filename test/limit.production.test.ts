import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, operator } from './limit/ask.ts'
import { type Server, server, startServer } from './support.ts'

let production: Server

beforeAll(async () => {
  production = await startServer({ production: true, beside: await server() })
})

afterAll(() => production.stop())

test('A21: the schema is for those who are signed in, in production', async () => {
  for (const query of [
    getIntrospectionQuery(),
    '{ __type(name: "Query") { name } }',
    '{ ...F } fragment F on Query { ... { a: __schema { queryType { name } } } }',
  ]) {
    expect(await ask(production.url, query)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect((await ask(production.url, query, { headers: operator })).errors).toBeUndefined()
    expect((await ask((await server()).url, query)).errors).toBeUndefined()
  }
  expect((await ask(production.url, '{ __typename }')).data).toEqual({ __typename: 'Query' })
})

test('A22: a wrong name is not set right, in production', async () => {
  const wrong = '{ techers { totalCount } }'
  expect((await ask(production.url, wrong)).errors?.[0]?.message).not.toMatch(/Did you mean/)
  expect((await ask((await server()).url, wrong)).errors?.[0]?.message).toMatch(/Did you mean "teachers"/)
})
