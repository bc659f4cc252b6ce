import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { createLog } from '../server/log.ts'
import { type Server, secret, startServer } from './support.ts'

const nip = '198507142010012345'
const name = 'Kanarijah'
const key = 'kinerja_live_4fzKanarijahQ2mT7xWc_9dKLmN0pQrStUvWxYz1a2B3c4D5e6F7g8H9i0JkLmNoP'
const canaries = [nip, name, key]

let server: Server
let lines = ''
let token = ''
let heard = ''

beforeAll(async () => {
  server = await startServer({
    log: createLog('trace', {
      write: (line: string) => {
        lines += line
      },
    }),
  })
  token = await signToken(secret, { role: 'OPERATOR' }, 1)
  // a database that says aloud what it was given
  await server.database.pool.query(`
    alter table period rename to kept;
    create function tell() returns boolean language plpgsql volatile as $$ begin
      raise exception 'duplicate key (nip)=(${nip}) of "${name}"' using
        errcode = '23505', detail = 'Key (nip)=(${nip}) of ${key}', hint = '${name}', table = '${name}';
    end $$;
    create view period as select * from kept where tell()`)
})
afterAll(() => server.stop())

const json = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
const body = (query: string, more: object = {}) => ({
  method: 'POST',
  headers: json,
  body: JSON.stringify({ query, ...more }),
})
const bearing = (token: string) => ({
  ...body('{ schools { totalCount } }'),
  headers: { ...json, authorization: token },
})

const ask = async (options: RequestInit, path = '') => {
  const response = await fetch(server.url + path, options)
  heard += JSON.stringify([...response.headers]) + (await response.text())
  return response.status
}

/** What is in none of the lines and none of the answers. */
const nowhere = (secrets: readonly string[]) => {
  for (const secret of secrets) {
    expect(heard).not.toContain(secret)
    expect(lines).not.toContain(secret)
  }
}

test.each(canaries)('H5: %s is repeated by no answer and no line of the log, wherever it stood', async (canary) => {
  const literal = JSON.stringify(canary)
  const word = `w${canary}`
  await ask(bearing(`Bearer ${canary}`))
  await ask(bearing(`Basic ${canary}`))
  await ask({
    ...body('{ schools { totalCount } }'),
    headers: { ...json, 'x-canary': canary, cookie: canary, origin: `https://${canary}` },
  })
  await ask(body(`{ person(nip: ${literal}) { id } }`))
  await ask(body(`{ person(nip: ${literal}, id: ${literal}) { id } }`))
  await ask(body(`{ schools(first: ${literal}) { totalCount } }`))
  await ask(body(`{ schools(after: ${literal}) { totalCount } }`))
  await ask(body(`{ schools(filter: { level: ${literal}, ownership: ${word} }) { totalCount } }`))
  await ask(body(`{ teachers(filter: { asOf: ${literal} }) { totalCount } }`))
  await ask(body(`{ node(id: [${literal}, ${literal}]) { id } }`))
  await ask(body(`{ person(nip: ${literal} { id } }`))
  await ask(body(`{ person ${literal} }`))
  await ask(body(`query { """${canary}""" }`))
  await ask(body('query ($nip: NIP) { person(nip: $nip) { id } }', { variables: { nip: canary } }))
  await ask(body('query ($n: Int) { schools(first: $n) { totalCount } }', { variables: { n: { [canary]: canary } } }))
  await ask(
    body('query ($f: SchoolFilter) { schools(filter: $f) { totalCount } }', {
      variables: { f: { level: canary, code: [canary] } },
    }),
  )
  await ask(body('{ schools { totalCount } }', { operationName: canary }))
  await ask(body('{ schools { totalCount } }', { documentId: canary }))
  await ask(body('{ schools { totalCount } }', { extensions: { persistedQuery: canary } }))
  await ask({ ...body(''), body: `{"query": ${canary}` })
  await ask({ ...body(''), body: `${canary}${'x'.repeat(100_000)}` })
  await ask({ headers: json }, `?query={person(nip:${literal}){id}}&variables=${canary}&token=${canary}`)
  await ask({ headers: json }, `/${encodeURIComponent(canary)}`)
  await ask({ method: 'OPTIONS', headers: { origin: 'https://x.example', 'access-control-request-method': canary } })
  nowhere([canary])
})

test('H5: a name of an operation, a field or a variable that looks like a number is not repeated', async () => {
  await ask(body(`query op_${nip} { periods { code_${nip} } }`))
  await ask(body(`query op_${nip}($v${nip}: Int) { periods { code } }`))
  await ask(body(`query { a: schools(first: $v${nip}) { ...f_${nip} } }`, { operationName: `op_${nip}` }))
  nowhere([nip])
})

test('H5: a token that is right is in no line either', async () => {
  expect(await ask(bearing(`Bearer ${token}`))).toBe(200)
  await ask(bearing(`Bearer ${token.slice(0, -2)}`))
  await ask(body(`{ node(id: "${token}") { id } }`))
  await ask(body(`{ node(id: ${token}) { id } }`))
  nowhere([token, token.slice(0, -2), token.split('.')[1] ?? ''])
})

test('A25: what the database complains of is masked, under an id that finds it in the log', async () => {
  const response = await fetch(server.url, body('{ periods { code } }'))
  const text = await response.text()
  const [error] = JSON.parse(text).errors
  expect(error).toMatchObject({
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL', requestId: response.headers.get('x-request-id') },
  })
  const line = lines.split('\n').find((line) => line.includes(error.extensions.requestId) && line.includes('23505'))
  expect(JSON.parse(line ?? '')).toMatchObject({
    msg: 'failed',
    err: { code: '23505', stack: expect.stringContaining(' at ') },
  })
  heard += text
  nowhere(canaries)
})

test('H5: what is not HTTP is not repeated', async () => {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.end(`${name} ${nip} ${key}\r\n\r\n`)
  for await (const chunk of socket) heard += chunk
  expect(heard).toContain('400 Bad Request')
  nowhere(canaries)
})

test('H5: no metric carries anything but kinds', async () => {
  const metrics = await (await fetch(new URL('/metrics', server.url))).text()
  expect(metrics).toContain('kinerja_requests_total')
  for (const canary of canaries) expect(metrics).not.toContain(canary)
})

test('each answer has a line at debug level: id, status, time and role', async () => {
  const response = await fetch(server.url, bearing(`Bearer ${token}`))
  const id = response.headers.get('x-request-id') ?? ''
  const line = lines.split('\n').find((line) => line.includes(id))
  expect(JSON.parse(line ?? '')).toEqual({
    level: 20,
    time: expect.any(Number),
    pid: expect.any(Number),
    hostname: expect.any(String),
    requestId: id,
    route: '/graphql',
    operation: 'query',
    role: 'OPERATOR',
    status: 200,
    ms: expect.any(Number),
    msg: 'answered',
  })
})
