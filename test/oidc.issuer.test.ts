import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createKeys } from '../server/access/issuer.ts'
import { createSignIn } from '../server/access/oidc.ts'
import { BadConfig, readConfig } from '../server/config.ts'
import { audience, type Issuer, startIssuer } from './issuer.ts'

afterEach(() => {
  vi.useRealTimers()
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

/** An issuer of its own and sign-in by it, without a server: everybody is the same person. */
async function newSignIn() {
  const one = await startIssuer()
  onTestFinished(() => one.stop())
  const warnings: unknown[] = []
  const keys = createKeys(one.url, (error) => warnings.push(error))
  const signIn = createSignIn({ issuer: one.url, audience, domains: ['example.id'] }, keys, async () => 'P')
  return { one, signIn, warnings }
}

const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset

const keysAsked = ({ asked }: Issuer) => asked.filter((path) => path === '/keys').length

const pass = (time: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + time * 1000 })
