import { SignJWT } from 'jose'
import { beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { createSignIn } from '../server/access/oidc.ts'
import { audience } from './issuer.ts'
import { ask, emailOf, issuer, makeSari, oidc, refused, whoIs } from './oidc/sign-in.ts'
import { server } from './support.ts'

beforeAll(() => server({ oidc }))

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
