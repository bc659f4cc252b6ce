import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

/** The issuer cannot be asked for its keys, and none are known from before. */
export class IssuerAway extends Error {}

// milliseconds
const patience = 2_000
const pause = 30_000
const pauseWithoutKeys = 1_000

/**
 * The keys of an OpenID Connect issuer, found by its discovery document at the first token. They are asked for again when they are ten
 * minutes old or a token names another, at most once in 30 seconds; while the issuer is away those that are known go on working.
 *
 * @param warn hears why the issuer could not be asked
 */
export function createKeys(issuer: string, warn: (error: unknown) => void): JWTVerifyGetKey {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined
  let known = () => false
  const asked = new Map<string, number>()

  async function ask(url: string, options: RequestInit): Promise<Response> {
    const since = Date.now() - (asked.get(url) ?? Number.NEGATIVE_INFINITY)
    if (since < (known() ? pause : pauseWithoutKeys)) throw new IssuerAway(`${url} was asked a moment ago`)
    asked.set(url, Date.now())
    try {
      const response = await fetch(url, options)
      if (response.status !== 200) throw new Error(`${url} answers ${response.status}`)
      return response
    } catch (error) {
      warn(error)
      throw error
    }
  }

  async function find() {
    const url = await discover(issuer, ask)
    const options = { timeoutDuration: patience, cooldownDuration: pause, [customFetch]: ask }
    const found = createRemoteJWKSet(url, options)
    known = () => found.jwks() !== undefined
    return found
  }

  return async (header, token) => {
    keys ??= find()
    const found = await keys.catch((cause: unknown) => {
      keys = undefined
      throw new IssuerAway('the issuer is not found', { cause })
    })
    return found(header, token).catch((cause: unknown) => {
      const before = found.jwks()
      if (!before) throw new IssuerAway('the issuer does not tell its keys', { cause })
      return createLocalJWKSet(before)(header, token)
    })
  }
}

async function discover(issuer: string, ask: (url: string, options: RequestInit) => Promise<Response>): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  const { issuer: name, jwks_uri } = (await response.json()) as Record<string, unknown>
  if (name !== issuer) throw new Error(`${address} is about another issuer`)
  const keys = URL.parse(String(jwks_uri))
  if (!keys || (keys.protocol !== 'https:' && keys.protocol !== new URL(issuer).protocol)) {
    throw new Error(`${address} names no safe place for keys`)
  }
  return keys
}
