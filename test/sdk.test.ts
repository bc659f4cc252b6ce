import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ApiError, type ClientOptions, createClient, NetworkError, operation } from '../sdk/index.ts'
import { quickClock } from './sdk/misbehaving.ts'

interface Asked {
  readonly operationName: string
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly headers: Record<string, unknown>
}

const asked: Asked[] = []
let answer = (_asked: Asked, response: ServerResponse): void => void response.end()

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const question = { ...JSON.parse(body), headers: request.headers }
  asked.push(question)
  answer(question, response)
})
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
const connect = (options: Partial<ClientOptions> = {}) =>
  createClient({ url: url(), clock: quickClock().clock, ...options })

beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')))
afterEach(() => void asked.splice(0))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const answers = (data: unknown) => {
  answer = (_, response) => void response.end(JSON.stringify({ data }))
}
const refuses = (body: unknown, status = 200) => {
  answer = (_, response) =>
    void response
      .writeHead(status, { 'x-request-id': 'req_9' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
}
const failure = async (work: PromiseLike<unknown>): Promise<ApiError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!ApiError.is(error)) throw error ?? new Error('It did not fail.')
  return error
}

const teacher = (number: number) => ({
  id: `asg_${number}`,
  person: { name: `Guru ${number}` },
  school: { name: 'SD 1' },
})

/** Serves so many teachers in pages. */
const serveTeachers = (total: number, cursor = (end: number) => String(end)) => {
  answer = ({ variables }, response) => {
    const from = Number(variables['after'] ?? 0)
    const end = Math.min(from + Number(variables['first'] ?? 50), total)
    const nodes = Array.from({ length: end - from }, (_, i) => teacher(from + i))
    const pageInfo = { hasNextPage: end < total, endCursor: cursor(end) }
    response.end(JSON.stringify({ data: { teachers: { nodes, pageInfo, totalCount: total } } }))
  }
}

test('one thing is asked for as the operation says, and the answer is the thing itself', async () => {
  answers({ person: { id: 'per_1', name: 'Sari' } })
  const client = connect({ token: async () => 'secret', headers: { 'x-app': 'board' } })
  const person = await client.person({ id: 'per_1' }, { headers: { 'x-page': '7' } })
  expect(person?.name).toBe('Sari')
  expect(asked[0]).toMatchObject({
    operationName: 'person',
    query: expect.stringContaining('fragment PersonCard on Person'),
    variables: { id: 'per_1' },
    headers: {
      accept: 'application/graphql-response+json, application/json',
      authorization: 'Bearer secret',
      'x-app': 'board',
      'x-page': '7',
    },
  })
  answers({ viewer: null })
  expect(await connect().viewer()).toBeNull()
  expect(asked[1]?.headers).not.toHaveProperty('authorization')
})

test('a document of your own answers all of its data', async () => {
  answers({ person: { birthDate: '1985-01-31' } })
  const birthday = operation<{ person: { birthDate: string } | null }, { id: string }>(
    'query birthday($id: ID!) { person(id: $id) { birthDate } }',
  )
  const { person } = await connect().run(birthday, { id: 'per_1' })
  expect(person?.birthDate).toBe('1985-01-31')
  expect(asked[0]?.operationName).toBe('birthday')
  expect(() => operation('{ periods { code } }')).toThrow(TypeError)
})

test('a list below a node is the answer, and NOT_FOUND when the node is not there', async () => {
  const pageInfo = { hasNextPage: false, endCursor: null }
  answers({ node: { staff: { nodes: [teacher(1)], pageInfo, totalCount: 1 } } })
  expect((await connect().officeStaff({ office: 'off_1' })).nodes).toEqual([teacher(1)])
  answers({ node: null })
  expect(await connect().office({ id: 'off_1' })).toBeNull()
  expect((await failure(connect().officeStaff({ office: 'off_1' }))).code).toBe('NOT_FOUND')
  answers({ node: {} })
  expect(await connect().office({ id: 'scl_1' })).toBeNull()
})

test('a list is its first page when awaited and all of it when walked, in pages of one size', async () => {
  serveTeachers(25)
  const teachers = connect().teachers({ filter: { employment: ['PPPK'] }, first: 10 })
  expect(asked).toHaveLength(0)
  const { nodes, totalCount } = await teachers
  expect([nodes.length, totalCount, asked.length]).toEqual([10, 25, 1])
  const names: string[] = []
  for await (const { person } of teachers) names.push(person.name)
  expect(names).toEqual(Array.from({ length: 25 }, (_, i) => `Guru ${i}`))
  const filter = { employment: ['PPPK'] }
  expect(asked.map(({ variables }) => variables)).toEqual([
    { filter, first: 10 },
    { filter, first: 10, after: '10' },
    { filter, first: 10, after: '20' },
  ])
})

test('reaching the limit ends the requests', async () => {
  serveTeachers(1_000)
  expect(await connect().teachers({ first: 10 }).toArray({ limit: 20 })).toHaveLength(20)
  expect(asked).toHaveLength(2)
  expect(await connect().teachers().toArray({ limit: 0 })).toEqual([])
  expect(asked).toHaveLength(2)
})

test('a list whose cursor does not move on is given up', async () => {
  serveTeachers(1_000, () => '10')
  const error = await failure(connect().teachers({ first: 10 }).toArray({ limit: 1_000 }))
  expect([error.code, error.operation, asked.length]).toEqual(['BAD_RESPONSE', 'teachers', 2])
})

test('a call ends when its signal is aborted, before, during and between requests', async () => {
  const waiting = new AbortController()
  answer = () => waiting.abort()
  const error = await failure(connect().viewer({ signal: waiting.signal }))
  expect([error.code, error.name]).toEqual(['ABORTED', 'AbortError'])
  expect((await failure(connect().viewer({ signal: waiting.signal }))).code).toBe('ABORTED')
  expect(asked).toHaveLength(1)

  serveTeachers(1_000)
  const controller = new AbortController()
  const walk = async () => {
    for await (const _ of connect().teachers({ first: 10 }, { signal: controller.signal })) controller.abort()
  }
  expect((await failure(walk())).code).toBe('ABORTED')
  expect(asked).toHaveLength(2)
})

test('a call ends when its time is up, whether the headers, the body or the token are late', async () => {
  answer = () => {}
  expect((await failure(connect({ timeoutMs: 30 }).viewer())).name).toBe('TimeoutError')
  answer = (_, response) => void response.writeHead(200).write('{"data":')
  expect((await failure(connect().viewer({ timeoutMs: 30 }))).code).toBe('TIMEOUT')
  const token = () => new Promise<string>(() => {})
  expect((await failure(connect({ token, timeoutMs: 30 }).viewer())).code).toBe('TIMEOUT')
  answers({ viewer: null })
  expect(await connect({ timeoutMs: Number.POSITIVE_INFINITY }).viewer()).toBeNull()
})

test('no answer is a NetworkError that tells why', async () => {
  const error = await failure(createClient({ url: 'http://127.0.0.1:1/graphql', clock: quickClock().clock }).viewer())
  expect(error).toBeInstanceOf(NetworkError)
  answer = (_, response) =>
    void response.writeHead(200, { 'content-length': '99' }).write('{', () => response.destroy())
  expect((await failure(connect().viewer())).code).toBe('NETWORK')
  const refusing = async () => Promise.reject(Object.assign(new TypeError('x'), { cause: { code: 'ECONNREFUSED' } }))
  expect((await failure(connect({ fetch: refusing }).viewer())).message).toContain('(ECONNREFUSED)')
})

test('what is no GraphQL is BAD_RESPONSE with its status, never a SyntaxError', async () => {
  for (const [body, status] of [
    ['<html><h1>502 Bad Gateway</h1></html>', 502],
    ['{"data":{"viewer":', 200],
    ['', 504],
    ['[]', 200],
    ['{"data":null}', 200],
    ['{"message":"no"}', 401],
  ] as const) {
    refuses(body, status)
    const error = await failure(connect().viewer())
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status, operation: 'viewer', requestId: 'req_9' })
    expect(inspect(error)).not.toContain('Gateway')
  }
})

test('errors carry the code, the request and what was answered beside them', async () => {
  const extensions = { code: 'NOT_FOUND', requestId: 'req_1' }
  refuses({ data: { person: null }, errors: [{ message: 'There is no such person.', path: ['person'], extensions }] })
  const error = await failure(connect().person({ id: 'per_1' }))
  expect(error.message).toBe('person: NOT_FOUND: There is no such person.')
  expect(error.data).toEqual({ person: null })
  expect(error).toMatchObject({ name: 'NotFoundError', operation: 'person', requestId: 'req_9', status: 200 })
  expect(error.errors).toEqual([
    { code: 'NOT_FOUND', message: 'There is no such person.', path: ['person'], currentVersion: null },
  ])
  expect([ApiError.is(error), ApiError.is(error, 'NOT_FOUND'), ApiError.is(error, 'FORBIDDEN')]).toEqual([
    true,
    true,
    false,
  ])
  refuses({ errors: [{ message: 'Soon.', extensions: { code: 'RATE_LIMITED' } }] }, 429)
  expect(await failure(connect().viewer())).toMatchObject({ code: 'RATE_LIMITED', status: 429 })
})

test('an error of another copy of the package is known by its brand', () => {
  const brand = Symbol.for('kinerja-graph.ApiError')
  expect(ApiError.is({ [brand]: true, code: 'FORBIDDEN' }, 'FORBIDDEN')).toBe(true)
  expect(ApiError.is(new Error('x'))).toBe(false)
})

test('nothing that was sent can be read from an error', async () => {
  const canary = '198501312010012001'
  const spaced = '19850131 201001 2 001'
  const client = connect({ token: 'canary-token' })
  const all = async (work: PromiseLike<unknown>) => {
    const error = await failure(work)
    return [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: null, showHidden: true })].join(
      '\n',
    )
  }
  const leaks = /19850131|canary|Sari/
  for (const message of [`Variable "$nip" got "${canary}"`, `No ${spaced}`, 'Token canary-token is old', 'No Sari']) {
    const extensions = { code: 'BAD_USER_INPUT', value: canary }
    refuses({ data: { person: { nip: canary } }, errors: [{ message, extensions }] })
    expect(await all(client.personByNip({ nip: canary }, { headers: { 'x-app': 'Sari' } }))).not.toMatch(leaks)
  }
  refuses(`<html>${canary} canary-token</html>`, 502)
  expect(await all(client.personByNip({ nip: canary }))).not.toMatch(leaks)
  refuses(`{"data":{"person":{"nip":"${canary}`)
  expect(await all(client.personByNip({ nip: canary }))).not.toMatch(leaks)
  expect(await all(connect({ token: 'canary\ntoken' }).personByNip({ nip: canary }))).not.toMatch(leaks)
})

test('the secret of an API key can be read from the answer alone, never from an error', async () => {
  const secret = `kinerja_live_0${'A'.repeat(21)}_${'b'.repeat(49)}`
  const errors = [{ message: `No ${secret}`, path: ['createApiKey', 'apiKey'], extensions: { code: 'INTERNAL' } }]
  refuses({ data: { createApiKey: { apiKey: null, secret } }, errors })
  const input = { name: 'Dapodik', office: 'off_35', scopes: ['PLAN_READ'] as const }
  const error = await failure(connect().createApiKey({ input }))
  const told = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: null, showHidden: true })]
  expect(told.join()).not.toContain('bbb')
  expect(error.data).toEqual({ createApiKey: { apiKey: null, secret } })
})
