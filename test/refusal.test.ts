import { expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { post, secret, signInOperator } from './support.ts'

const headers = { authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}` }

async function ask(query: string, variables?: object) {
  const { status, text } = await post(JSON.stringify({ query, variables }), headers)
  const [error] = JSON.parse(text).errors ?? []
  return { status, code: error?.extensions?.code, message: error?.message, text }
}

test.each([
  ['an id that is none', '{ assignment(id: "foo") { id } }', 'BAD_USER_INPUT', /id is not an id/],
  [
    'an id of another type',
    '{ assignment(id: "off_35.78") { id } }',
    'BAD_USER_INPUT',
    /expected an assignment, got an office/,
  ],
  [
    'a filter of another type',
    '{ schools(filter: { office: "sch_50000001" }) { totalCount } }',
    'BAD_USER_INPUT',
    /expected an office, got a school/,
  ],
  [
    'an unknown id',
    '{ assignment(id: "asg_01890000-0000-7000-8000-000000000000") { id } }',
    'NOT_FOUND',
    /no such thing/,
  ],
  ['first: 0', '{ schools(first: 0) { totalCount } }', 'BAD_USER_INPUT', /1 to 100/],
  ['first: 5000', '{ schools(first: 5000) { totalCount } }', 'BAD_USER_INPUT', /1 to 100/],
  [
    'a nested first: 5000',
    '{ offices { nodes { schools(first: 5000) { totalCount } } } }',
    'BAD_USER_INPUT',
    /1 to 100/,
  ],
  ['first: -1', '{ schools(first: -1) { totalCount } }', 'BAD_USER_INPUT', /1 to 100/],
  ['a cursor that is none', '{ schools(after: "x") { totalCount nodes { id } } }', 'BAD_USER_INPUT', /not a cursor/],
  [
    'a field that is not there',
    '{ scools { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /Cannot query field "scools"/,
  ],
  [
    'a day that is not',
    '{ teachers(filter: { asOf: "2024-02-30" }) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
    /a day that exists/,
  ],
  ['a syntax error', '{ schools', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
  ['101 ids', `{ nodes(ids: [${Array(101).fill('"off_35"')}]) { id } }`, 'BAD_USER_INPUT', /100 at once/],
])('%s is refused with what to do, and no stack', async (_, query, code, message) => {
  const refusal = await ask(query)
  expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) })
  expect(refusal.text).not.toMatch(/stack|node_modules|\.ts/)
})

test('a refused variable is not repeated: it may be somebody’s number', async () => {
  for (const nip of ['19850714201001', '1985071420100120x5', 'Sari', 'Sari; 1985; 0714']) {
    const refusal = await ask('query ($nip: NIP) { person(nip: $nip) { id } }', { nip })
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', message: 'Variable $nip: expected a NIP of 18 digits' })
    expect(refusal.text).not.toContain(nip)
  }
  const day = await ask('query ($filter: AssignmentFilter) { teachers(filter: $filter) { totalCount } }', {
    filter: { asOf: '2024-02-30' },
  })
  expect(day).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'Variable filter.asOf: expected a day that exists, as in 2024-01-31',
  })
})

test('a refused number, enum value or field is told without its value', async () => {
  const number = await ask('query ($first: Int) { schools(first: $first) { totalCount } }', { first: 'a; b: c' })
  expect(number.message).toBe('Variable $first: Int cannot represent non-integer value')
  const filter = 'query ($filter: SchoolFilter) { schools(filter: $filter) { totalCount } }'
  const value = await ask(filter, { filter: { ownership: 'Sari"; does' } })
  expect(value.message).toBe('Variable filter.ownership: The value does not exist in "Ownership" enum.')
})

test('the character that no text may hold is refused', async () => {
  const query = 'query ($part: String) { schools(filter: { nameContains: $part }) { totalCount } }'
  expect(await ask(query, { part: 'a\0b' })).toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('a cursor of another list is refused', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const page = await operator.officeStaff({ office: district.office, first: 1 })
  const after = page.pageInfo.endCursor
  await expect(operator.teachers({ after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  const orderBy = { field: 'NAME', direction: 'DESC' } as const
  await expect(operator.officeStaff({ office: district.office, orderBy, after })).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  })
})

test('a body that is not JSON, too long, or without a query is refused in the same form', async () => {
  for (const [body, status] of [
    ['{ schools }', 400],
    [`{"query":"${'x'.repeat(200_000)}"}`, 413],
    ['{}', 400],
    ['[]', 400],
  ] as const) {
    const answer = await post(body, headers)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('BAD_REQUEST')
  }
})

test('one refused field leaves the others answered', async () => {
  const { text } = await post('{"query":"{ bad: person(id: \\"off_35\\") { id } periods { code } }"}', headers)
  expect(JSON.parse(text).data).toMatchObject({ bad: null, periods: [{ code: '2024-S1' }, {}, {}, {}] })
})
