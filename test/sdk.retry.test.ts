import { expect, test } from 'vitest'
import {
  answers,
  breaksOff,
  failure,
  hangsUp,
  misbehaving,
  neverAnswers,
  quickClock,
  refuses,
  says,
  stalls,
} from './sdk/misbehaving.ts'

const page = '<html><h1>502 Bad Gateway</h1></html>'
const well = answers({ viewer: null })

test.for([
  ['a reset connection', hangsUp],
  ['a body that breaks off', breaksOff],
  ['an HTML page of a proxy', says(page, 502)],
  ['an empty 504', says('', 504)],
  ['a 429 without GraphQL', says('slow down', 429)],
  ['a 408', says('', 408)],
  ['RATE_LIMITED in HTTP 429', refuses('RATE_LIMITED', 429)],
  ['RATE_LIMITED in HTTP 200', refuses('RATE_LIMITED')],
  ['SERVICE_UNAVAILABLE in HTTP 503', refuses('SERVICE_UNAVAILABLE', 503)],
] as const)('%s passes: the call is sent again', async ([, act]) => {
  const { connect, asked } = await misbehaving(act, act, well)
  const { clock, slept } = quickClock()
  const { meta } = await connect({ clock }).viewer().withMeta()
  expect([asked.length, meta.attempts, slept]).toEqual([3, 3, [125, 250]])
})

test.for([
  ['truncated JSON', says('{"data":{"viewer":'), 'BAD_RESPONSE'],
  ['an HTML page in HTTP 200', says(page), 'BAD_RESPONSE'],
  ['a 404', says('', 404), 'BAD_RESPONSE'],
  ['NOT_FOUND', refuses('NOT_FOUND'), 'NOT_FOUND'],
  ['INTERNAL in HTTP 500', refuses('INTERNAL', 500), 'INTERNAL'],
  ["the server's own TIMEOUT", refuses('TIMEOUT', 504), 'TIMEOUT'],
  ['a code that nobody knows', refuses('TEAPOT', 418), 'TEAPOT'],
] as const)('%s does not pass: the call fails at once', async ([, act, code]) => {
  const { connect, asked } = await misbehaving(act)
  const error = await failure(connect(quickClock()).viewer())
  expect([error.code, asked.length]).toEqual([code, 1])
})

test('a call is given up after so many attempts as it may have', async () => {
  const { connect, asked } = await misbehaving(refuses('SERVICE_UNAVAILABLE', 503))
  const { clock, slept } = quickClock()
  expect((await failure(connect({ clock }).viewer())).code).toBe('SERVICE_UNAVAILABLE')
  expect(asked).toHaveLength(3)
  await failure(connect({ clock, retries: 0 }).viewer())
  expect(asked).toHaveLength(4)
  slept.splice(0)
  await failure(connect({ clock }).viewer({ retries: 7, deadlineMs: 1e6 }))
  // twice as long each time, and never more than 8 s; half of it by this chance
  expect(slept).toEqual([125, 250, 500, 1_000, 2_000, 4_000, 4_000])
})

test('the server says how long to wait, in seconds or by a date', async () => {
  const { clock, slept } = quickClock()
  const seconds = await misbehaving(refuses('RATE_LIMITED', 429, { 'retry-after': '7' }), well)
  await seconds.connect({ clock }).viewer()
  const date = new Date(clock.now() + 9_000).toUTCString()
  const dated = await misbehaving(refuses('SERVICE_UNAVAILABLE', 503, { 'retry-after': date }), well)
  await dated.connect({ clock }).viewer()
  const past = new Date(clock.now() - 9_000).toUTCString()
  const late = await misbehaving(says(page, 503, { 'retry-after': past }), well)
  await late.connect({ clock }).viewer()
  const nonsense = await misbehaving(says(page, 503, { 'retry-after': 'soon' }), well)
  await nonsense.connect({ clock }).viewer()
  expect(slept).toEqual([7_000, 9_000, 0, 125])
})

test('whoever would have to wait beyond his deadline is told at once how long', async () => {
  const { connect, asked } = await misbehaving(refuses('RATE_LIMITED', 429, { 'retry-after': '3600' }))
  const { clock, slept } = quickClock()
  const error = await failure(connect({ clock }).viewer())
  expect(error).toMatchObject({ name: 'RateLimitedError', code: 'RATE_LIMITED', retryAfterMs: 3_600_000 })
  expect([asked.length, slept]).toEqual([1, []])
  // whoever has the time waits
  await failure(connect({ clock, retries: 1 }).viewer({ deadlineMs: 4_000_000 }))
  expect([asked.length, slept]).toEqual([3, [3_600_000]])
})

test('an attempt that takes too long is followed by another, until the deadline', async () => {
  const { connect, asked } = await misbehaving(neverAnswers, stalls, well)
  await connect({ timeoutMs: 500, clock: { ...quickClock().clock, now: () => Date.now() } }).viewer()
  expect(asked).toHaveLength(3)

  const silent = await misbehaving(neverAnswers)
  const { clock, pass } = quickClock()
  const slow = {
    ...clock,
    now: () => {
      pass(100)
      return clock.now()
    },
  }
  const error = await failure(silent.connect({ timeoutMs: 50, deadlineMs: 700, retries: 1_000, clock: slow }).viewer())
  expect(error).toMatchObject({ name: 'TimeoutError', status: null })
  expect(silent.asked.length).toBeLessThan(5)
})

test('an abort ends a pause before another attempt at once', async () => {
  const { connect, asked } = await misbehaving(refuses('SERVICE_UNAVAILABLE', 503, { 'retry-after': '50' }))
  const leaving = new AbortController()
  const onRetry = () => void setTimeout(() => leaving.abort(), 10)
  const error = await failure(connect({ onRetry }).viewer({ signal: leaving.signal }))
  expect([error.name, error.code, asked.length]).toEqual(['AbortError', 'ABORTED', 1])
})

test('a mutation is sent again under the key of its call, and another call under another', async () => {
  const { connect, asked } = await misbehaving(hangsUp, says(page, 502), answers({ revokeApiKey: { apiKey: null } }))
  const client = connect(quickClock())
  await client.revokeApiKey({ id: 'key_1' })
  await client.revokeApiKey({ id: 'key_1' })
  await client.revokeApiKey({ id: 'key_1' }, { idempotencyKey: 'mine' })
  await client.viewer()
  const keys = asked.map(({ headers }) => headers['idempotency-key'])
  expect(keys[0]).toMatch(/^\d+(-\d+){3}$/)
  expect(keys).toEqual([keys[0], keys[0], keys[0], keys[3], 'mine', undefined])
  expect(keys[3]).not.toBe(keys[0])
})

test('a token is asked for before each attempt', async () => {
  const { connect, asked } = await misbehaving(hangsUp, well)
  let tokens = 0
  await connect({ ...quickClock(), token: () => `token ${++tokens}` }).viewer()
  expect(asked.map(({ headers }) => headers['authorization'])).toEqual(['Bearer token 1', 'Bearer token 2'])
})
