import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { audience, type Claims, startIssuer } from './issuer.ts'
import { ask, invalid, issuer, makeSari, oidc, refused, whoIs } from './oidc/sign-in.ts'
import { clientOf, secret, server, signInOperator } from './support.ts'

beforeAll(() => server({ oidc }))

afterEach(() => {
  vi.useRealTimers()
})

test('our own tokens are taken as before; another issuer’s by our secret are not', async () => {
  expect(await (await signInOperator()).viewer()).toMatchObject({ role: 'OPERATOR' })
  const { id } = await makeSari()
  expect(await (await clientOf({ role: 'PERSON', person: id.slice('per_'.length) })).viewer()).toMatchObject({
    role: 'PERSON',
  })
  const bySecret = (iss: string | undefined) =>
    new SignJWT({ role: 'OPERATOR', aud: 'kinerja-graph', ...(iss && { iss }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret))
  expect(await ask(await bySecret('kinerja-graph'))).toMatchObject({ status: 200 })
  for (const iss of [undefined, 'https://example.id', issuer.url])
    expect(await ask(await bySecret(iss))).toEqual(invalid)
})

test('C1: an unsigned token is refused', async () => {
  const { claims } = await makeSari()
  const unsigned = new UnsecuredJWT({ ...claims, email_verified: true })
    .setIssuer(issuer.url)
    .setAudience(audience)
    .setExpirationTime('1h')
    .encode()
  expect(await ask(unsigned)).toEqual(invalid)
})

test.each(['HS256', 'HS384', 'HS512'])('C1: %s signed with the public key is refused', async (alg) => {
  const { claims } = await makeSari()
  const file = new TextEncoder().encode(await issuer.publicFile())
  for (const iss of [issuer.url, 'kinerja-graph']) {
    const token = await new SignJWT({ ...claims, email_verified: true, role: 'OPERATOR' })
      .setProtectedHeader({ alg, kid: issuer.key().kid })
      .setIssuer(iss)
      .setAudience(iss === issuer.url ? audience : iss)
      .setExpirationTime('1h')
      .sign(file)
    expect(await ask(token)).toEqual(invalid)
  }
})

test('C1: a good key does not sign by another algorithm', async () => {
  const { claims } = await makeSari()
  const { privateKey, kid } = issuer.key()
  const pss = await crypto.subtle.importKey(
    'pkcs8',
    await crypto.subtle.exportKey('pkcs8', privateKey),
    { name: 'RSA-PSS', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const token = await new SignJWT({ ...claims, email_verified: true, iss: issuer.url, aud: audience })
    .setProtectedHeader({ alg: 'PS256', kid })
    .setExpirationTime('1h')
    .sign(pss)
  expect(await ask(token)).toEqual(invalid)
})

test('C1: a key that comes with the token, or is said to be elsewhere, counts for nothing and is not fetched', async () => {
  const { id, claims } = await makeSari()
  const visits: string[] = []
  const trap = createServer(({ url = '' }, response) => {
    visits.push(url)
    response.end()
  }).listen(0, '127.0.0.1')
  const stranger = await newIssuer()
  const own = stranger.key()
  try {
    await vi.waitUntil(() => trap.listening)
    const elsewhere = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`
    const headers: Record<string, unknown>[] = [
      { jwk: await exportJWK(own.publicKey) },
      { jku: `${elsewhere}/keys` },
      { x5u: `${elsewhere}/chain` },
      { x5c: ['MIIB'] },
    ]
    for (const header of headers) {
      const forged = await issuer.sign(claims, header, { ...own, kid: issuer.key().kid })
      expect(await ask(forged), JSON.stringify(header)).toEqual(invalid)
      // in a token that is good without them they are ignored
      expect(await whoIs(await issuer.sign(claims, header))).toMatchObject({ person: id })
    }
    expect(visits).toEqual([])
    expect(stranger.asked).toEqual([])
  } finally {
    trap.close()
  }
})

test('C1: a critical header that we do not know is refused', async () => {
  const { claims } = await makeSari()
  // jose signs none either, so the parts are put together by hand
  const { privateKey, kid } = issuer.key()
  const header = { alg: 'RS256', kid, crit: ['http://example.id/odd'], 'http://example.id/odd': true }
  const [, body] = (await issuer.sign(claims)).split('.')
  const head = Buffer.from(JSON.stringify(header)).toString('base64url')
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(`${head}.${body}`))
  expect(await ask(`${head}.${body}.${Buffer.from(signature).toString('base64url')}`)).toEqual(invalid)
})

test.each(['../../dev/null', "' or 1 = 1 --", '/keys', ''])('C1: the key id %j is no key', async (kid) => {
  const { claims } = await makeSari()
  expect(await ask(await issuer.sign(claims, { kid }))).toEqual(invalid)
})

test('C1: a changed signature, body or head is refused', async () => {
  const { claims } = await makeSari()
  const [head = '', body = '', signature = ''] = (await issuer.sign(claims)).split('.')
  const other = (await issuer.sign({ ...claims, sub: 'other' })).split('.')[1]
  for (const forged of [
    [head, other, signature],
    [head, body, signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))],
  ]) {
    expect(await ask(forged.join('.'))).toEqual(invalid)
  }
})

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset

test.each<[string, () => Record<string, unknown>]>([
  ['another audience', () => ({ aud: 'another-client' })],
  ['no audience', () => ({ aud: undefined })],
  ['another party', () => ({ azp: 'another-client' })],
  ['several audiences and no party', () => ({ aud: [audience, 'another-client'] })],
  ['no end', () => ({ exp: undefined })],
  ['a text for its end', () => ({ exp: 'never' })],
  ['a beginning 90 s from now', () => ({ nbf: seconds(90) })],
  ['no subject', () => ({ sub: undefined })],
  ['an empty subject', () => ({ sub: '' })],
  ['a number for its subject', () => ({ sub: 7 })],
])('C2: a token with %s is refused', async (_, wrong) => {
  const { claims } = await makeSari()
  expect(await ask(await issuer.sign({ ...claims, ...wrong() } as Claims))).toEqual(invalid)
})

test('C2: a token of another issuer is refused, by its key and by its name', async () => {
  const { claims } = await makeSari()
  const stranger = await newIssuer()
  expect(await ask(await stranger.sign(claims))).toEqual(invalid)
  expect(await ask(await stranger.sign({ ...claims, iss: issuer.url }))).toEqual(invalid)
  expect(await ask(await issuer.sign({ ...claims, iss: `${issuer.url}/` }))).toEqual(invalid)
  expect(stranger.asked).toEqual([])
})

test('C2: an expired token is refused, and said to be; both ends have 60 seconds of leeway', async () => {
  const { id, claims } = await makeSari()
  expect(await ask(await issuer.sign({ ...claims, exp: seconds(-90) }))).toEqual({
    ...refused,
    message: 'The token has expired: sign in again.',
  })
  expect(await whoIs(await issuer.sign({ ...claims, exp: seconds(-30) }))).toMatchObject({ person: id })
  expect(await whoIs(await issuer.sign({ ...claims, nbf: seconds(30) }))).toMatchObject({ person: id })
})

test('C2: a token that was taken is refused once it has expired', async () => {
  const { claims } = await makeSari()
  const token = await issuer.sign(claims)
  expect(await ask(token)).toMatchObject({ status: 200 })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 })
  expect(await ask(token)).toMatchObject({ ...refused, message: 'The token has expired: sign in again.' })
})

test('C2: the right party among several audiences is let in', async () => {
  const { id, claims } = await makeSari()
  const several = { ...claims, aud: [audience, 'another-client'], azp: audience } as Claims
  expect(await whoIs(await issuer.sign(several))).toMatchObject({ person: id })
})

async function newIssuer() {
  const one = await startIssuer()
  onTestFinished(() => one.stop())
  return one
}
