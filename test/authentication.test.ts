import 'reflect-metadata'
import { request } from 'node:http'
import { pino } from 'pino'
import { v7 as newId } from 'uuid'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { Attempts } from '../server/access/attempts.ts'
import { createAuthentication } from '../server/access/authentication.ts'
import { Memory } from '../server/access/memory.ts'
import { signToken } from '../server/access/token.ts'
import type { Viewer } from '../server/access/viewer.ts'
import { idIn, newSecret } from '../server/api-key/secret.ts'
import { createKeyVerifier } from '../server/api-key/verify.ts'
import { Refusal } from '../server/errors.ts'
import { secret as signing, startServer } from './support.ts'

/** A server of a test's own, since failures count against whoever shares an address; and what makes keys on it. */
async function makeServer() {
  const lines: string[] = []
  const server = await startServer({
    log: pino({ level: 'trace' }, { write: (line) => lines.push(line) }),
    mostFailures: 10,
  })
  onTestFinished(server.stop)
  await server.database.pool.query(`insert into office values ('35', 'Dinas', 'PROVINCE')`)
  const token = await signToken(signing, { role: 'OPERATOR' }, 1)
  const operator = createClient({ url: server.url, token })
  const makeKey = async () => {
    const input = { name: 'Dapodik', office: 'off_35', scopes: ['PLAN_READ'] as const }
    const { apiKey, secret } = await operator.createApiKey({ input })
    return { id: apiKey?.id.slice(4) ?? '', secret }
  }
  return { ...server, operator, token, makeKey, lines }
}

interface Answered {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly code: string | undefined
  readonly message: string | undefined
}

/** Asks who is signed in; `from` is the address that asks. */
function ask(url: string, credential: string, { from = '127.0.0.1', query = '{ viewer { role } }' } = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` }
    const sent = request(url, { method: 'POST', headers, localAddress: from }, async (response) => {
      const body = JSON.parse((await response.toArray()).join(''))
      const [error] = body.errors ?? []
      const retryAfter = response.headers['retry-after']
      resolve({ status: response.statusCode ?? 0, retryAfter, code: error?.extensions.code, message: error?.message })
    })
    sent.on('error', reject).end(JSON.stringify({ query }))
  })
}

/** Another character in the place of one. */
function altered(text: string, place: number): string {
  const at = text.length + place
  return `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`
}

test('C6: a wrong, unknown, revoked or expired key is refused in the same words', async () => {
  const { url, database, operator, makeKey } = await makeServer()
  const [good, revoked, expired] = [await makeKey(), await makeKey(), await makeKey()]
  await operator.revokeApiKey({ id: `key_${revoked.id}` })
  await database.pool.query(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [expired.id])
  const wrong = {
    'wrong last character': altered(good.secret, -1),
    'mistyped in the middle': altered(good.secret, -20),
    'another secret': newSecret(good.id),
    'a key that is not there': newSecret(newId()),
    revoked: revoked.secret,
    expired: expired.secret,
    'no key at all': 'kinerja_',
  }
  const expected = { status: 401, code: 'UNAUTHENTICATED', message: expect.stringMatching(/^The API key is not valid/) }
  const answers: [string, Answered][] = []
  for (const [what, secret] of Object.entries(wrong)) answers.push([what, await ask(url, secret)])
  for (const [what, answer] of answers) expect(answer, what).toMatchObject(expected)
  expect(new Set(answers.map(([, { message }]) => message)).size).toBe(1)
  expect((await ask(url, good.secret)).status).toBe(200)
})

test('C6: a mistyped key is refused before the database is asked', async () => {
  const findOne = vi.fn(async () => null)
  const verify = createKeyVerifier({ fork: () => ({ findOne }) } as never, pino({ level: 'silent' }))
  const secret = newSecret(newId())
  await expect(verify(altered(secret, -1))).rejects.toThrow('is not valid')
  await expect(verify(altered(secret, -40))).rejects.toThrow('is not valid')
  expect(findOne).not.toHaveBeenCalled()
  await expect(verify(secret)).rejects.toThrow('is not valid')
  expect(findOne).toHaveBeenCalledOnce()
})

test('C7: a key in the address is refused with what to do, and its secret is not logged', async () => {
  const { url, makeKey, lines } = await makeServer()
  const { secret } = await makeKey()
  for (const search of [`?access_token=${secret}`, `?query={viewer{role}}&key=${secret.replace('_', '%5F')}`]) {
    const response = await fetch(`${url}${search}`, { headers: { 'content-type': 'application/json' } })
    expect(response.status).toBe(400)
    const [error] = ((await response.json()) as { errors: { message: string }[] }).errors
    expect(error).toMatchObject({ extensions: { code: 'BAD_REQUEST' }, message: expect.stringMatching(/revoke it/) })
  }
  const log = lines.join('')
  expect(log).toContain(secret.slice(0, 36))
  expect(log).not.toContain(secret.slice(36))
})

test('C10: an address that fails ten times in a minute waits, whatever it brings', async () => {
  const { url, database, makeKey, token } = await makeServer()
  const { secret } = await makeKey()
  for (let time = 0; time < 10; time += 1) {
    expect((await ask(url, newSecret(newId()))).status).toBe(401)
    // a success in between forgives nothing
    expect((await ask(url, token)).status).toBe(200)
  }
  const connect = vi.spyOn(database.pool, 'connect')
  for (const credential of [secret, 'nonsense', newSecret(newId())]) {
    const { status, code, retryAfter } = await ask(url, credential)
    expect({ status, code }).toEqual({ status: 429, code: 'RATE_LIMITED' })
    expect(Number(retryAfter)).toBeGreaterThan(0)
    expect(Number(retryAfter)).toBeLessThanOrEqual(60)
  }
  expect(connect).not.toHaveBeenCalled()
  // who is known already, and who asks from elsewhere, is not kept waiting
  expect((await ask(url, token)).status).toBe(200)
  expect((await ask(url, secret, { from: '127.0.0.2' })).status).toBe(200)
})

test('C11: a hundred aliases in one request are one attempt', async () => {
  const { url } = await makeServer()
  const query = `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: __typename`).join(' ')} }`
  for (let time = 0; time < 10; time += 1) {
    expect((await ask(url, newSecret(newId()), { query })).status).toBe(401)
  }
  expect((await ask(url, newSecret(newId()), { query })).status).toBe(429)
})

test('failures are forgotten after a minute, and each address has its own', () => {
  const attempts = new Attempts()
  for (let second = 0; second < 10; second += 1) attempts.note('203.0.113.7', second * 1000)
  expect(() => attempts.check('203.0.113.7', 9_000)).toThrow('wait 51 seconds')
  expect(() => attempts.check('203.0.113.7', 59_999)).toThrow('wait 1 seconds')
  expect(() => attempts.check('203.0.113.7', 60_000)).not.toThrow()
  expect(() => attempts.check('203.0.113.8', 9_000)).not.toThrow()
})

const viewer: Viewer = {
  role: 'INTEGRATION',
  person: null,
  apiKey: newId(),
  office: '35',
  scopes: [],
  documentsOnly: false,
  expiresAt: new Date(Date.now() + 3_600_000),
}

test('a credential that many requests bring at once is verified once, and again when it is forgotten', async () => {
  const verify = vi.fn(async () => viewer)
  const memory = new Memory(verify, 500)
  const now = vi.spyOn(Date, 'now').mockReturnValue(1_000)
  onTestFinished(() => now.mockRestore())
  expect(await Promise.all([memory.verify('a'), memory.verify('a'), memory.verify('a')])).toEqual(Array(3).fill(viewer))
  expect(verify).toHaveBeenCalledTimes(1)
  now.mockReturnValue(1_499)
  expect(memory.recall('a')).toBe(viewer)
  now.mockReturnValue(1_500)
  expect(memory.recall('a')).toBeUndefined()
})

test('nobody is remembered beyond his time, and no refusal at all', async () => {
  const memory = new Memory(async () => ({ ...viewer, expiresAt: new Date(Date.now() - 1) }), 60_000)
  await memory.verify('a')
  expect(memory.recall('a')).toBeUndefined()
  const refusing = new Memory(() => Promise.reject(new Error('no')), 60_000)
  await expect(refusing.verify('a')).rejects.toThrow('no')
  expect(refusing.recall('a')).toBeUndefined()
  await expect(refusing.verify('a')).rejects.toThrow('no')
})

test('that the database or the issuer of tokens is away is no failed attempt', async () => {
  const away = new Error('connect ECONNREFUSED 10.0.0.1')
  const mute = new Refusal('SERVICE_UNAVAILABLE', 'The place where you sign in does not answer: try again later.')
  const authenticate = createAuthentication({
    token: () => Promise.reject(mute),
    key: () => Promise.reject(away),
    log: pino({ level: 'silent' }),
    addressOf: () => '',
    mostFailures: 1,
  })
  const asked = (credential: string) =>
    authenticate({ headers: { authorization: `Bearer ${credential}` }, url: '/graphql' } as never)
  for (let time = 0; time < 2; time += 1) {
    await expect(asked(newSecret(newId()))).rejects.toBe(away)
    await expect(asked('a.token.of-theirs')).rejects.toBe(mute)
  }
})

test('a secret names its key, and no two are the same', () => {
  for (const id of [newId(), '00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff']) {
    const secret = newSecret(id)
    expect(secret).toMatch(/^kinerja_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/)
    expect(idIn(secret)).toBe(id)
    expect(newSecret(id)).not.toBe(secret)
  }
  for (const text of ['', 'kinerja_live_', `${newSecret(newId())}0`, newSecret(newId()).replace('live', 'test')])
    expect(idIn(text)).toBeNull()
})
