import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverRole } from '../server/database/role.ts'
import { type Server, startServer } from './support.ts'

let server: Server
let home: string

beforeAll(async () => {
  server = await startServer()
  home = new URL('/', server.url).href
})
afterAll(() => server.stop())

const json = { 'content-type': 'application/json' }
const periods = JSON.stringify({ query: '{ periods { code } }' })

async function ask(path: string, options: RequestInit = {}) {
  const response = await fetch(new URL(path, home), options)
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, error: errorOf(text) }
}

function errorOf(text: string): { message: string; code: string; requestId: string } | undefined {
  try {
    const [error] = JSON.parse(text).errors
    return { message: error.message, ...error.extensions }
  } catch {
    return undefined
  }
}

const post = (body: string | Uint8Array, headers: Record<string, string> = json) =>
  ask('graphql', { method: 'POST', headers, body: body as never })

test('it says that it lives, and that the database answers', async () => {
  expect(await ask('health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' })
  expect(await ask('health/ready')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  expect(await ask('health/ready', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
})

test('it says that it is not ready when the database does not answer', async () => {
  const lonely = await startServer()
  try {
    const { rows } = await lonely.pool.query('select current_database() as name')
    await lonely.database.pool.query(`revoke connect on database ${rows[0].name} from public`)
    await lonely.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${serverRole}' and datname = current_database()`,
    )
    const { status, headers, error } = await ask(new URL('/health/ready', lonely.url).href)
    expect({ status, error }).toMatchObject({ status: 503, error: { code: 'SERVICE_UNAVAILABLE' } })
    expect(headers.get('retry-after')).toBe('1')
    expect(await ask(new URL('/health/live', lonely.url).href)).toMatchObject({ status: 200 })
  } finally {
    await lonely.stop()
  }
})

test('what is not there, and what is not done there, is refused as the graph refuses', async () => {
  const nothing = await ask('graphiql')
  expect(nothing).toMatchObject({ status: 404, error: { code: 'NOT_FOUND', requestId: expect.any(String) } })
  expect(nothing.headers.get('x-request-id')).toBe(nothing.error?.requestId)
  const deleted = await ask('graphql', { method: 'DELETE' })
  expect(deleted).toMatchObject({ status: 405, error: { code: 'BAD_REQUEST' } })
  expect(deleted.headers.get('allow')).toBe('GET, POST')
})

test('A1: a syntax error is refused with 400, or in the answer for a client that does not know better', async () => {
  const accept = 'application/graphql-response+json'
  for (const [headers, status] of [
    [{ ...json, accept }, 400],
    [json, 200],
  ] as const) {
    const { error, ...answer } = await post('{"query":"{"}', headers)
    expect(answer.status).toBe(status)
    expect(error).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED', requestId: answer.headers.get('x-request-id') })
    expect(answer.text).not.toMatch(/stack|node_modules/)
  }
})

test('A12: many requests in one are refused', async () => {
  const { status, error } = await post(`[${Array(10).fill(periods)}]`)
  expect({ status, error }).toMatchObject({
    status: 400,
    error: { message: expect.stringMatching(/batching/), code: 'BAD_REQUEST' },
  })
})

test('A13: a GET is answered only with a header that no link sends, and never changes anything', async () => {
  const address = 'graphql?query={periods{code}}'
  const link = await ask(address)
  expect(link).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST', message: expect.stringMatching(/CSRF/) } })
  const headers = { 'apollo-require-preflight': '1' }
  expect(await ask(address, { headers })).toMatchObject({ status: 200, error: undefined })
  const mutation = await ask('graphql?query=mutation{__typename}', { headers })
  expect(mutation).toMatchObject({ status: 405, error: { code: 'BAD_REQUEST' } })
  expect(mutation.text).not.toContain('"data"')
})

test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
  'A14: a form of another page (%s) is refused',
  async (type) => {
    const { status, error } = await post(periods, { 'content-type': type })
    expect({ status, error }).toMatchObject({
      status: 400,
      error: { code: 'BAD_REQUEST', message: expect.stringMatching(/CSRF/) },
    })
  },
)

test('A15: a GET that says it carries text is refused', async () => {
  const headers = { 'content-type': 'text/plain', 'apollo-require-preflight': '1' }
  expect(await ask('graphql?query={periods{code}}', { headers })).toMatchObject({ status: 415 })
})

test.each(['IBM037', 'utf-7', 'utf-16le', 'x"; charset=utf-8'])(
  'A16: the character set %s is refused',
  async (charset) => {
    const { status, error } = await post(periods, { 'content-type': `application/json; charset=${charset}` })
    expect({ status, error }).toMatchObject({ status: 415, error: { code: 'BAD_REQUEST' } })
  },
)

test('A16: UTF-8 is welcome, however it is written', async () => {
  for (const type of [
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/graphql+json',
  ])
    expect(await post(periods, { 'content-type': type })).toMatchObject({ status: 200, error: undefined })
})

test('A18: a JSON of 45,000 levels does no harm', async () => {
  const deep = `${'['.repeat(45_000)}${']'.repeat(45_000)}`
  const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${deep}}}`
  expect(await post(body)).toMatchObject({ error: { code: 'BAD_USER_INPUT' } })
  expect(await post(deep)).toMatchObject({ status: 400, error: { code: 'BAD_REQUEST' } })
})

test('A18: a key that is not a key does not reach the prototype; of two alike the last counts', async () => {
  const polluting = `{"query":"query ($f: SchoolFilter) { schools(filter: $f) { totalCount } }",
    "variables":{"f":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}`
  expect((await post(polluting)).status).toBe(200)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(await post('{"query":"{","query":"{ periods { code } }"}')).toMatchObject({ status: 200, error: undefined })
})

test('A19: bytes that are not UTF-8 are refused', async () => {
  const body = Buffer.concat([
    Buffer.from('{"query":"{ periods { code } }","operationName":"'),
    Buffer.from([0xc3, 0x28, 0x22, 0x7d]),
  ])
  const { status, error } = await post(body)
  expect({ status, error }).toMatchObject({
    status: 400,
    error: { code: 'BAD_REQUEST', message: expect.stringMatching(/UTF-8/) },
  })
})

test('A23: queries are not registered by hash', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } }
  const { error, text } = await post(JSON.stringify({ query: '{ periods { code } }', extensions }))
  expect(error?.code).toBe('BAD_REQUEST')
  expect(text).not.toContain('"data"')
})

test('an answer tells a browser to render, guess and keep nothing', async () => {
  for (const path of ['graphql', 'nowhere', 'health/live']) {
    const { headers } = await ask(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
  }
})
