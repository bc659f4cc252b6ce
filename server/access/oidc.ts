import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Oidc } from '../config.ts'
import { Refusal } from '../errors.ts'
import type { Identity } from './account.ts'
import { IssuerAway } from './issuer.ts'
import type { Viewer } from './viewer.ts'

const google = 'https://accounts.google.com'
// seconds
const leeway = 60

/** Who stands behind a token of the issuer; null for a token that does not say it is one. */
export type SignIn = (token: string) => Promise<Viewer | null>

/**
 * Sign-in by OpenID Connect. Refuses whatever is not a valid token of the issuer, for us, of a verified e-mail in one of our domains.
 *
 * @param personOf finds the person behind an identity
 */
export function createSignIn(
  oidc: Oidc,
  keys: JWTVerifyGetKey,
  personOf: (identity: Identity) => Promise<string | null>,
): SignIn {
  return async function signIn(token) {
    if (issuerOf(token) !== oidc.issuer) return null
    const payload = await verify(token, keys, oidc)
    const person = await personOf(identityOf(payload, oidc))
    if (!person) {
      throw unauthenticated('This account is nobody’s here: ask your office which e-mail it has on file for you.')
    }
    const expiresAt = new Date((payload.exp ?? 0) * 1000)
    return { role: 'PERSON', person, apiKey: null, office: null, scopes: [], documentsOnly: false, expiresAt }
  }
}

async function verify(token: string, keys: JWTVerifyGetKey, { issuer, audience }: Oidc): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256', 'ES256'],
      issuer,
      audience,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: leeway,
    })
    return payload
  } catch (error) {
    if (error instanceof IssuerAway) {
      throw new Refusal('SERVICE_UNAVAILABLE', 'The place where you sign in does not answer: try again later.')
    }
    throw error instanceof errors.JWTExpired
      ? unauthenticated('The token has expired: sign in again.')
      : unauthenticated('The token is not valid: sign in again.')
  }
}

/** What a verified token says about somebody. */
function identityOf(payload: JWTPayload, { issuer, audience, domains }: Oidc): Identity {
  const { sub, aud, azp, email, email_verified, hd } = payload
  const party = azp ?? (Array.isArray(aud) && aud.length > 1 ? undefined : audience)
  if (party !== audience || typeof sub !== 'string' || !sub) {
    throw unauthenticated('The token is not valid: sign in again.')
  }
  const ours = (domain: unknown) =>
    typeof domain === 'string' && domains.some((one) => `.${domain.toLowerCase()}`.endsWith(`.${one}`))
  // some letters beyond ASCII have an ASCII letter for lower case
  const domain = typeof email === 'string' && /^[!-?A-~]+@([!-?A-~]+)$/.exec(email)?.[1]
  // Google verifies an address once; only the host of the domain vouches that it still belongs to the account
  const hosted = hd === undefined ? issuer !== google : ours(hd)
  if (!domain || !ours(domain) || email_verified !== true || !hosted) {
    throw unauthenticated(`Sign in with a verified account of ${domains.join(' or ')}.`)
  }
  return { issuer, subject: sub, email: email.toLowerCase() }
}

function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}

function unauthenticated(message: string): Refusal {
  return new Refusal('UNAUTHENTICATED', message, 401)
}
