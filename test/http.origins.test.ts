import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Server, startServer } from './support.ts'

let development: Server
let production: Server

beforeAll(async () => {
  development = await startServer()
  production = await startServer({ production: true, origins: ['https://dashboard.example.id'] })
})
afterAll(() => Promise.all([development.stop(), production.stop()]))

const preflight = (url: string, origin: string, method = 'POST') =>
  fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  })

const ask = (url: string, origin: string) =>
  fetch(url, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{"query":"{ periods { code } }"}',
  })

test('a page of a listed origin may ask, and read the answer', async () => {
  const origin = 'https://dashboard.example.id'
  const before = await preflight(production.url, origin)
  expect(before.status).toBe(204)
  expect(Object.fromEntries(before.headers)).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': expect.stringContaining('authorization'),
    vary: 'Origin',
  })
  const { headers } = await ask(production.url, origin)
  expect(headers.get('access-control-allow-origin')).toBe(origin)
  expect(headers.get('access-control-expose-headers')).toContain('x-request-id')
  expect(headers.has('access-control-allow-credentials')).toBe(false)
})

test.each([
  'https://dashboard.example.id.evil.example',
  'http://dashboard.example.id',
  'https://evil.example',
  'http://localhost:3000',
  'null',
])('a page of %s may not', async (origin) => {
  for (const { headers } of [await preflight(production.url, origin), await ask(production.url, origin)]) {
    expect(headers.has('access-control-allow-origin')).toBe(false)
    expect(headers.get('vary')).toBe('Origin')
  }
})

test('while developing, pages of one’s own machine may, and no others', async () => {
  for (const [origin, allowed] of [
    ['http://localhost:5173', true],
    ['http://127.0.0.1:8080', true],
    ['http://localhost.evil.example', false],
    ['https://dashboard.example.id', false],
  ] as const) {
    const { headers } = await ask(development.url, origin)
    expect(headers.get('access-control-allow-origin')).toBe(allowed ? origin : null)
  }
})

test('nothing may be asked before that is not done', async () => {
  expect((await preflight(production.url, 'https://dashboard.example.id', 'DELETE')).status).toBe(405)
})

test('in production a browser is told to come by TLS only', async () => {
  const { headers } = await ask(production.url, 'https://dashboard.example.id')
  expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
})
