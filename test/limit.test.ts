import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { signToken } from '../server/access/token.ts'
import { Budgets } from '../server/limit/budgets.ts'
import { type Server, secret, server, startServer } from './support.ts'

const tokenOf = (role: 'OPERATOR' | 'ANALYST', hours = 1) => signToken(secret, { role }, hours)
const operator = { authorization: `Bearer ${await tokenOf('OPERATOR')}` }

interface Told {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; extensions: { code: string } }[]
  readonly extensions?: { cost?: Cost; reader?: { statement: string } }
}

interface Cost {
  readonly requested: number
  readonly nodes: number
  readonly budget: { readonly limit: number; readonly remaining: number; readonly restorePerSecond: number }
}

/** Asks any server anything. */
async function ask(
  url: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: object } = {},
) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as Told
  return { status: response.status, headers: response.headers, ...body, code: body.errors?.[0]?.extensions.code }
}

/** Asks the server of this file as an operator, telling how it read. */
const read = async (query: string, variables: object = {}) =>
  ask((await server()).url, query, {
    variables,
    headers: { ...operator, 'x-explain': '1', accept: 'application/graphql-response+json' },
  })

/** That a document is refused as too large, before anything is read. */
async function expectTooLarge(query: string, message: RegExp, variables: object = {}) {
  const refusal = await read(query, variables)
  expect(refusal).toMatchObject({
    status: 400,
    code: 'QUERY_TOO_LARGE',
    errors: [{ message: expect.stringMatching(message) }],
  })
  expect(refusal.data).toBeUndefined()
}

const repeat = (times: number, part: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => part(n)).join(' ')

test('A2: 2,001 tokens are too many', async () => {
  await expectTooLarge(`{ ${repeat(2_000, () => '__typename')} }`, /more than 2,000 tokens/)
})

test('A3: a document 5,000 fields deep is refused, and the server lives', async () => {
  await expectTooLarge('{a'.repeat(5_000), /more than 2,000 tokens/)
  expect((await read('{ __typename }')).data).toEqual({ __typename: 'Query' })
})

const parents = (levels: number, leaf = 'code') => `${'parent { '.repeat(levels)}${leaf}${' }'.repeat(levels)}`

test('A4: the 13th level is refused, also in fragments and on an interface', async () => {
  const deep = parents(10)
  expect((await read(`{ offices { nodes { ${parents(9)} } } }`)).errors).toBeUndefined()
  for (const query of [
    `{ offices { nodes { ${deep} } } }`,
    `{ offices { nodes { ...Deep } } } fragment Deep on Office { ${deep} }`,
    `{ offices { nodes { ... on Office { ${deep} } } } }`,
    `{ offices { nodes { ... on Node { ... on Office { ${deep} } } } } }`,
  ])
    await expectTooLarge(query, /13 fields deep, of 12 at most/)
})

test('A5: 51 aliases are refused, of `__typename` too, and so are 51 root fields out of fragments', async () => {
  expect((await read(`{ ${repeat(50, (n) => `a${n}: __typename`)} }`)).errors).toBeUndefined()
  await expectTooLarge(`{ ${repeat(51, (n) => `a${n}: __typename`)} }`, /51 root fields and aliases, of 50/)
  await expectTooLarge(`{ ${repeat(51, () => '...F')} } fragment F on Query { periods { code } }`, /51 root fields/)
  await expectTooLarge(`{ periods { ${repeat(50, (n) => `a${n}: code`)} } }`, /51 root fields/)
})

test('A6: many directives are refused, and at most 5 errors told', async () => {
  const unknown = await read(`{ __typename ${repeat(10, (n) => `@a${n}`)} }`)
  expect(unknown).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' })
  expect(unknown.errors?.length).toBeLessThanOrEqual(5)
  const repeated = await read(`{ __typename ${'@skip(if: false) '.repeat(51)} }`)
  expect(repeated).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' })
  expect(repeated.errors?.length).toBeLessThanOrEqual(5)
  await expectTooLarge(`{ periods { ${'code @skip(if: false) '.repeat(21)} } }`, /21 directives, of 20/)
})

test('A7: 3,000 identical fields, and 200 times 100 inline fragments, are too many tokens', async () => {
  await expectTooLarge(`{ ${'__typename '.repeat(3_000)} }`, /tokens/)
  await expectTooLarge(
    `{ ${`${'... { '.repeat(100)}__typename${' }'.repeat(100)} `.repeat(200)} }`.slice(0, 90_000),
    /tokens/,
  )
})

test('A8: fragments that fan out into millions of fields are refused', async () => {
  const levels = repeat(22, (n) => `fragment f${n} on Query { ...f${n + 1} ... { ...f${n + 1} } }`)
  await expectTooLarge(`{ ...f0 } ${levels} fragment f22 on Query { __typename }`, /10,000 fields once/)
})

test('A9: cyclic fragments are refused', async () => {
  const cycle = await read('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')
  expect(cycle).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' })
})

const nested = (first: string) =>
  `offices(first: ${first}) { nodes { offices(first: ${first}) { nodes { schools(first: ${first}) { nodes { staff(first: ${first}) { nodes { id } } } } } } } }`

test('A10: `first: $n` on four levels is refused as the literal is', async () => {
  await expectTooLarge(`{ ${nested('100')} }`, /101,010,100 rows, of 10,000 at most/)
  await expectTooLarge(`query ($n: Int) { ${nested('$n')} }`, /101,010,100 rows, of 10,000 at most/, { n: 100 })
  expect((await read(`query ($n: Int) { ${nested('$n')} }`, { n: 2 })).extensions?.cost).toMatchObject({ nodes: 30 })
})

test.each([
  ['-1', 'BAD_USER_INPUT'],
  ['0', 'BAD_USER_INPUT'],
  ['101', 'BAD_USER_INPUT'],
  ['1000000000', 'BAD_USER_INPUT'],
  ['null', 'BAD_USER_INPUT'],
  ['2147483648', 'GRAPHQL_VALIDATION_FAILED'],
  ['1e9', 'GRAPHQL_VALIDATION_FAILED'],
  ['5, last: 5', 'GRAPHQL_VALIDATION_FAILED'],
])('A11: `first: %s` is refused, and nothing is read', async (first, code) => {
  const refusal = await read(`{ schools(first: ${first}) { nodes { id } } }`)
  expect(refusal.code).toBe(code)
  expect(refusal.extensions?.reader?.statement ?? '').toBe('')
})

test('A11: neither `first` nor `last` is a page of 50', async () => {
  expect((await read('{ schools { nodes { id } } }')).extensions?.cost).toMatchObject({ nodes: 50, requested: 51 })
})

test('A20: of thousands of wrong variables at most 5 are told', async () => {
  const ids = Array.from({ length: 10_000 }, () => ({}))
  const list = await read('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
  const one = await read(
    `query (${repeat(400, (n) => `$v${n}: Int`)}) { ${repeat(1, () => 'schools(first: $v0) { totalCount }')} }`,
    {},
  )
  expect(one.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(one.errors?.length).toBeLessThanOrEqual(5)
  expect(list.code).toMatch(/BAD_USER_INPUT|QUERY_TOO_LARGE/)
  expect(list.errors?.length).toBeLessThanOrEqual(5)
  const few = await read('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids.slice(0, 100) })
  expect(few.code).toBe('BAD_USER_INPUT')
  expect(few.errors?.length).toBeLessThanOrEqual(5)
})

test('an answer tells what it cost, whichever way it was read', async () => {
  const cost = {
    requested: 53,
    nodes: 50,
    budget: { limit: 1e9, remaining: expect.any(Number), restorePerSecond: 1e9 },
  }
  const passed = await read('{ schools { nodes { id } totalCount } }')
  expect(passed.extensions).toMatchObject({ cost, reader: { way: 'PASSED_THROUGH' } })
  const finished = await read('{ schools { nodes { id } totalCount } wrong: schools(first: 0) { totalCount } }')
  expect(finished.extensions).toMatchObject({ cost: { requested: 56, nodes: 50 }, reader: { way: 'FINISHED' } })
  expect((await read(`{ ${nested('100')} }`)).extensions).toMatchObject({ cost: { nodes: 101_010_100 } })
})

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

const budget = { capacity: 1_000, perSecond: 10 }
const dear = '{ schools(first: 100) { nodes { id } } }'

test('A24: what is over the rest of the budget is refused with the time to wait, and nothing is read', async () => {
  const poor = await startServer({ budget })
  try {
    const headers = { authorization: `Bearer ${await tokenOf('OPERATOR')}`, 'x-explain': '1' }
    const first = await ask(poor.url, dear, { headers })
    expect(first.extensions?.cost).toMatchObject({ requested: 101, budget: { limit: 1_000, restorePerSecond: 10 } })
    expect(first.headers.get('x-ratelimit-limit')).toBe('1000')
    expect(Number(first.headers.get('x-ratelimit-remaining'))).toBe(first.extensions?.cost?.budget.remaining)
    expect(Number(first.headers.get('x-ratelimit-reset'))).toBeGreaterThan(0)
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask(poor.url, dear, { headers })))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(15)
    for (const refusal of refused) {
      expect(refusal.code).toBe('RATE_LIMITED')
      expect(refusal.data).toBeUndefined()
      expect(refusal.extensions?.reader?.statement ?? '').toBe('')
      expect(refusal.extensions?.cost?.requested).toBe(101)
      expect(refusal.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    }
    // somebody else has a budget of his own
    const other = { authorization: `Bearer ${await tokenOf('ANALYST')}` }
    expect((await ask(poor.url, dear, { headers: other })).status).toBe(200)
  } finally {
    await poor.stop()
  }
})

test('A24: what is dearer than a whole budget is too large, not to be waited for', async () => {
  const poor = await startServer({ budget })
  try {
    const refusal = await ask(poor.url, '{ schools(first: 100) { nodes { id } } }')
    expect(refusal).toMatchObject({ status: 400, code: 'QUERY_TOO_LARGE' })
    expect(refusal.errors?.[0]?.message).toMatch(/101 points, and the whole budget is 100/)
  } finally {
    await poor.stop()
  }
})

test('A24: two servers on one database spend one budget', async () => {
  const one = await startServer({ budget: { capacity: 2_000, perSecond: 1 } })
  const two = await startServer({ budget: { capacity: 2_000, perSecond: 1 }, beside: one })
  try {
    const headers = { authorization: `Bearer ${await tokenOf('OPERATOR')}` }
    const start = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => ask(n % 2 ? one.url : two.url, dear, { headers })),
    )
    const paid = answers.filter(({ status }) => status === 200).length
    expect(paid * 101).toBeLessThanOrEqual(2_000 + (performance.now() - start) / 1_000)
    expect(paid).toBeGreaterThan(10)
  } finally {
    await two.stop()
    await one.stop()
  }
})

test('strangers share the budget of their network, which a header cannot change unless a proxy is trusted', async () => {
  const limited = { capacity: 1_000, perSecond: 10 }
  const one = await startServer({ budget: limited })
  const behind = await startServer({ budget: limited, trustedProxies: 1, beside: one })
  const from = (url: string, address: string) =>
    ask(url, '{ schools(first: 40) { totalCount nodes { id } } }', { headers: { 'x-forwarded-for': address } })
  try {
    const statuses = []
    for (let n = 0; n < 10; n++) statuses.push((await from(one.url, `10.0.0.${n}`)).status)
    expect(statuses).toContain(429)
    const trusted = []
    for (let n = 0; n < 10; n++) trusted.push((await from(behind.url, `10.0.0.${n}`)).status)
    expect(trusted).not.toContain(429)
  } finally {
    await behind.stop()
    await one.stop()
  }
})

test('a person has one budget with whichever token, and the table names nobody', async () => {
  const poor = await startServer({ budget })
  try {
    const person = '01890000-0000-7000-8000-000000000001'
    const used = []
    for (const hours of [1, 2]) {
      const headers = { authorization: `Bearer ${await signToken(secret, { role: 'PERSON', person }, hours)}` }
      used.push((await ask(poor.url, dear, { headers })).extensions?.cost?.budget.remaining ?? 0)
    }
    expect(used[1]).toBeLessThanOrEqual(1_000 - 101)
    const { rows } = await poor.database.pool.query('select holder::text as holder from budget')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(person).toString('hex'))
  } finally {
    await poor.stop()
  }
})

test('a request fails as without a budget when the database does not answer', async () => {
  const broken = await startServer()
  try {
    await broken.database.pool.query('drop table budget')
    expect(await ask(broken.url, '{ periods { code } }')).toMatchObject({ code: 'INTERNAL' })
  } finally {
    await broken.stop()
  }
})

test('the SDK tells that the budget is used up', async () => {
  const poor = await startServer({ budget: { capacity: 1_000, perSecond: 1 } })
  try {
    const client = createClient({ url: poor.url, token: await tokenOf('OPERATOR') })
    const spend = async () => {
      for (let n = 0; n < 20; n++) await client.schools({ first: 100 })
    }
    await expect(spend()).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  } finally {
    await poor.stop()
  }
})

test('budgets that are full again are swept away', async () => {
  const own = await startServer()
  const budgets = new Budgets(own.database.pool, secret)
  try {
    await budgets.of('quick', { capacity: 100, perSecond: 1e6 }).spend(10)
    await budgets.of('slow', { capacity: 100, perSecond: 0.001 }).spend(10)
    await budgets.sweep()
    const { rows } = await own.database.pool.query('select from budget')
    expect(rows).toHaveLength(1)
  } finally {
    budgets.stop()
    await own.stop()
  }
})
