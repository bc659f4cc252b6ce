import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { createKeys } from '../server/access/issuer.ts'
import { createSignIn } from '../server/access/oidc.ts'
import { BadConfig, readConfig } from '../server/config.ts'
import { makeDistrict } from './district.ts'
import { audience, type Claims, type Issuer, startIssuer } from './issuer.ts'
import { clientOf, post, secret, server, signInOperator } from './support.ts'

let issuer: Issuer
const issuers: Issuer[] = []

beforeAll(async () => {
  issuer = await startIssuer()
  await server({ oidc: { issuer: issuer.url, audience, domains: ['example.id'] } })
})

afterEach(async () => {
  vi.useRealTimers()
  for (const one of issuers.splice(0)) await one.stop()
})

afterAll(() => issuer.stop())

let accounts = 0

/** Sari of a district of her own, with an account that nobody has used yet. */
async function makeSari() {
  const district = await makeDistrict()
  const id = district.person('Sari')
  return { id, claims: { sub: `account-${accounts++}`, email: await emailOf(id) }, district }
}

async function emailOf(person: string): Promise<string> {
  const { database } = await server()
  const { rows } = await database.pool.query('select email from person where id = $1', [person.slice('per_'.length)])
  return rows[0].email
}

const whoIs = async (token: string) => {
  const { url } = await server()
  const viewer = await createClient({ url, token }).viewer()
  return viewer && { role: viewer.role, person: viewer.person?.id }
}

const ask = async (token: string) => {
  const { status, text } = await post('{"query":"{ viewer { role } }"}', { authorization: `Bearer ${token}` })
  const [error] = JSON.parse(text).errors ?? []
  return { status, code: error?.extensions.code, message: error?.message }
}

const refused = { status: 401, code: 'UNAUTHENTICATED', message: expect.any(String) }
const invalid = { ...refused, message: 'The token is not valid: sign in again.' }
const nobody = {
  ...refused,
  message: 'This account is nobody’s here: ask your office which e-mail it has on file for you.',
}

test.each(['RS256', 'ES256'] as const)(
  'somebody signs in with a token by %s, and sees what is his',
  async (algorithm) => {
    const { id, claims, district } = await makeSari()
    const token = await issuer.sign(claims, {}, issuer.key(algorithm))
    expect(await whoIs(token)).toEqual({ role: 'PERSON', person: id })
    const sari = createClient({ url: (await server()).url, token })
    expect((await sari.person({ id }))?.name).toBe('Sari')
    await expect(sari.person({ id: district.person('Budi') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },
)

test('an e-mail is found whatever its case is, on either side', async () => {
  const { id, claims } = await makeSari()
  const { database } = await server()
  await database.pool.query('update person set email = initcap(email) where email = $1', [claims.email])
  expect(await whoIs(await issuer.sign({ ...claims, email: claims.email.toUpperCase() }))).toMatchObject({ person: id })
})

test('no token of the issuer is more than a person’s', async () => {
  const { id, claims } = await makeSari()
  expect(await whoIs(await issuer.sign({ ...claims, role: 'OPERATOR' }))).toEqual({ role: 'PERSON', person: id })
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

test.each<[string, Record<string, unknown>]>([
  ['a gmail account', { email: 'sari@gmail.com' }],
  ['another domain', { email: 'sari@example.com' }],
  ['a domain that ends like ours', { email: 'sari@evilexample.id' }],
  ['our domain in the name', { email: 'sari@example.id@example.com' }],
  ['our domain in front', { email: 'sari@example.id.example.com' }],
  ['another host of the domain', { hd: 'example.com' }],
  ['an unverified e-mail', { email_verified: false }],
  ['an e-mail of which nothing is said', { email_verified: undefined }],
  ['a text for its verification', { email_verified: 'true' }],
  ['no e-mail', { email: undefined }],
  ['a letter that is S in lower case only', { email: 'agu\u017f@example.id' }],
])('C3: %s is refused', async (_, wrong) => {
  const { claims } = await makeSari()
  expect(await ask(await issuer.sign({ ...claims, ...wrong }))).toEqual({
    ...refused,
    message: 'Sign in with a verified account of example.id.',
  })
})

test('C3: of Google, an account that no domain hosts is refused, though its e-mail is of the domain', async () => {
  const google = 'https://accounts.google.com'
  const { publicKey, privateKey } = issuer.key()
  const signIn = createSignIn(
    { issuer: google, audience, domains: ['belajar.id'] },
    async () => publicKey,
    async () => 'P',
  )
  const sign = (hd?: string) =>
    new SignJWT({ email: 'sari@guru.sd.belajar.id', email_verified: true, ...(hd && { hd }) })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(google)
      .setAudience(audience)
      .setSubject('1')
      .setExpirationTime('1h')
      .sign(privateKey)
  expect(await signIn(await sign('guru.sd.belajar.id'))).toMatchObject({ person: 'P' })
  await expect(sign().then(signIn)).rejects.toThrow('Sign in with a verified account of belajar.id.')
})

test('C3: the same e-mail with another subject is refused, and the first goes on', async () => {
  const { id, claims } = await makeSari()
  expect(await whoIs(await issuer.sign(claims))).toMatchObject({ person: id })
  expect(await ask(await issuer.sign({ ...claims, sub: 'somebody-else' }))).toEqual(nobody)
  expect(await whoIs(await issuer.sign({ ...claims, jti: 'again' }))).toMatchObject({ person: id })
})

test('C3: an account stays with its person when the e-mail is another’s', async () => {
  const { id, claims, district } = await makeSari()
  await issuer.sign(claims).then(whoIs)
  const agus = await emailOf(district.person('Agus'))
  expect(await whoIs(await issuer.sign({ ...claims, email: agus }))).toMatchObject({ person: id })
})

test('C3: nobody with the e-mail, or two, is told in the same words', async () => {
  const { claims, district } = await makeSari()
  const { database } = await server()
  const agus = district.person('Agus').slice('per_'.length)
  await database.pool.query('update person set email = upper($2) where id = $1', [agus, claims.email])
  const two = await ask(await issuer.sign(claims))
  const none = await ask(await issuer.sign({ ...claims, email: 'nobody@example.id' }))
  expect(two).toEqual(nobody)
  expect(none).toEqual(two)
  const { rowCount } = await database.pool.query('select from account where subject = $1', [claims.sub])
  expect(rowCount).toBe(0)
})

test('first sign-ins at once, with several tokens, bind one account', async () => {
  const { id, claims } = await makeSari()
  const tokens = await Promise.all(Array.from({ length: 8 }, (_, jti) => issuer.sign({ ...claims, jti: `${jti}` })))
  for (const who of await Promise.all(tokens.map(whoIs))) expect(who).toMatchObject({ person: id })
  const { rowCount } = await (await server()).database.pool.query('select from account where subject = $1', [
    claims.sub,
  ])
  expect(rowCount).toBe(1)
})

test('a first sign-in that comes while another binds the account is that person’s too', async () => {
  const { id, claims } = await makeSari()
  const { database, pool } = await server()
  const other = await database.pool.connect()
  try {
    await other.query('begin')
    const bind = 'insert into account values ($1, $2, $3, now())'
    await other.query(bind, [issuer.url, claims.sub, id.slice('per_'.length)])
    const who = issuer.sign(claims).then(whoIs)
    const waiting = `select from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'
      and query like '%insert into account%' and pid <> pg_backend_pid()`
    await vi.waitUntil(async () => (await pool.query(waiting)).rowCount)
    await other.query('commit')
    expect(await who).toMatchObject({ person: id })
  } finally {
    other.release()
  }
})

test('of two accounts that come first at once, one gets the person', async () => {
  const { claims } = await makeSari()
  const tokens = await Promise.all(
    ['left', 'right'].map((side) => issuer.sign({ ...claims, sub: `${claims.sub}-${side}` })),
  )
  const answers = await Promise.all(tokens.map(ask))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
})

test('C4: the keys are asked for once, not with each token', async () => {
  const { one, signIn } = await newSignIn()
  for (let number = 0; number < 5; number++) await signIn(await one.sign({ sub: `account-${number}` }))
  await Promise.all(Array.from({ length: 5 }, () => one.sign().then(signIn)))
  expect(one.asked).toEqual(['/.well-known/openid-configuration', '/keys'])
})

test('C4: a new key is fetched when a token names it, at most once in 30 seconds', async () => {
  const { one, signIn } = await newSignIn()
  await signIn(await one.sign())
  await one.rotate()
  const later = await one.sign({ exp: seconds(7200) })
  await expect(signIn(later)).rejects.toThrow('not valid')
  pass(31)
  expect(await signIn(later)).toMatchObject({ role: 'PERSON' })
  expect(keysAsked(one)).toBe(2)
  pass(31)
  for (let number = 0; number < 5; number++) {
    await expect(one.sign({}, { kid: `unknown-${number}` }).then(signIn)).rejects.toThrow('not valid')
  }
  expect(keysAsked(one)).toBe(3)
})

test('C4: a key that the issuer has withdrawn is refused when it is next asked, after ten minutes', async () => {
  const { one, signIn } = await newSignIn()
  const withdrawn = one.key()
  await signIn(await one.sign())
  await one.rotate()
  pass(601)
  await expect(one.sign({}, {}, withdrawn).then(signIn)).rejects.toThrow('not valid')
})

test.each(['away', 'slow'] as const)(
  'C4: while the issuer is %s, the known keys work on, however old',
  async (mood) => {
    const { one, signIn } = await newSignIn()
    await signIn(await one.sign())
    one.turn(mood)
    pass(86_400)
    expect(await signIn(await one.sign())).toMatchObject({ role: 'PERSON' })
    const asked = keysAsked(one)
    for (let number = 0; number < 5; number++) {
      pass(5)
      expect(await signIn(await one.sign({ jti: `${number}` }))).toMatchObject({ role: 'PERSON' })
      await expect(one.sign({}, { kid: 'unknown' }).then(signIn)).rejects.toThrow('not valid')
    }
    expect(keysAsked(one)).toBe(asked)
  },
)

test('C4: an issuer that is away at the first token is said to be, is not pestered, and serves when it is back', async () => {
  const { one, signIn, warnings } = await newSignIn()
  one.turn('away')
  for (let number = 0; number < 5; number++) {
    await expect(one.sign().then(signIn)).rejects.toMatchObject({
      extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } },
    })
  }
  // a slow machine may see the pause of a second pass
  expect(one.asked.length).toBeLessThan(5)
  expect(warnings).toHaveLength(one.asked.length)
  one.turn('well')
  pass(2)
  expect(await signIn(await one.sign())).toMatchObject({ role: 'PERSON' })
})

test('C4: a slow issuer is given up', async () => {
  const { one, signIn } = await newSignIn()
  one.turn('slow')
  await expect(one.sign().then(signIn)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } })
})

test.each([{ issuer: 'https://example.com' }, { jwks_uri: 'file:///etc/passwd' }, { jwks_uri: undefined }])(
  'a discovery document with %o is not believed',
  async (more) => {
    const { one, signIn } = await newSignIn()
    one.claim(more)
    await expect(one.sign().then(signIn)).rejects.toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE' } })
    expect(one.asked).toEqual(['/.well-known/openid-configuration'])
  },
)

test('the settings are read, belajar.id is the domain, and wrong ones are refused', () => {
  const right = { OIDC_ISSUER: 'https://accounts.google.com', OIDC_AUDIENCE: 'us' }
  expect(readConfig({}).oidc).toBeUndefined()
  expect(readConfig(right).oidc).toEqual({
    issuer: 'https://accounts.google.com',
    audience: 'us',
    domains: ['belajar.id'],
  })
  expect(readConfig({ ...right, OIDC_DOMAINS: 'Example.id, belajar.id' }).oidc?.domains).toEqual([
    'example.id',
    'belajar.id',
  ])
  for (const wrong of [
    { OIDC_ISSUER: right.OIDC_ISSUER },
    { OIDC_AUDIENCE: 'us' },
    { OIDC_DOMAINS: 'belajar.id' },
    { ...right, OIDC_ISSUER: 'http://accounts.example.id' },
    { ...right, OIDC_ISSUER: 'accounts.example.id' },
    { ...right, OIDC_DOMAINS: 'belajar.id,' },
    { ...right, OIDC_DOMAINS: '*' },
  ]) {
    expect(() => readConfig(wrong), JSON.stringify(wrong)).toThrow(BadConfig)
  }
})

async function newIssuer() {
  const one = await startIssuer()
  issuers.push(one)
  return one
}

/** An issuer of its own and sign-in by it, without a server: everybody is the same person. */
async function newSignIn() {
  const one = await newIssuer()
  const warnings: unknown[] = []
  const keys = createKeys(one.url, (error) => warnings.push(error))
  const signIn = createSignIn({ issuer: one.url, audience, domains: ['example.id'] }, keys, async () => 'P')
  return { one, signIn, warnings }
}

const keysAsked = ({ asked }: Issuer) => asked.filter((path) => path === '/keys').length

const pass = (time: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + time * 1000 })
