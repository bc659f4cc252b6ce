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
    const { keys: url } = await discover(issuer, ask)
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

/** What an issuer's discovery document says. */
interface Discovered {
  readonly keys: URL
  /** Where people are sent to sign in; undefined where it names no safe place. */
  readonly authorization: URL | undefined
}

/** Where people of an issuer sign in; asked once, and again after it did not answer. */
export function createAuthorization(issuer: string): () => Promise<URL | undefined> {
  let found: Promise<Discovered> | undefined
  return async () => {
    found ??= discover(issuer, fetch)
    return found.then(
      ({ authorization }) => authorization,
      () => {
        found = undefined
        return undefined
      },
    )
  }
}

async function discover(
  issuer: string,
  ask: (url: string, options: RequestInit) => Promise<Response>,
): Promise<Discovered> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await ask(address, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  const { issuer: name, jwks_uri, authorization_endpoint } = (await response.json()) as Record<string, unknown>
  if (name !== issuer) throw new Error(`${address} is about another issuer`)
  const safe = (place: unknown) => {
    const url = URL.parse(String(place))
    return url && (url.protocol === 'https:' || url.protocol === new URL(issuer).protocol) ? url : undefined
  }
  const keys = safe(jwks_uri)
  if (!keys) throw new Error(`${address} names no safe place for keys`)
  return { keys, authorization: safe(authorization_endpoint) }
}
