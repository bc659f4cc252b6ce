import { expect, test } from 'vitest'
import { ask, operator } from './limit/ask.ts'
import { server } from './support.ts'

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
