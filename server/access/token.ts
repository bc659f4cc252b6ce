import { errors, jwtVerify, SignJWT } from 'jose'
import { Refusal } from '../errors.ts'
import { ViewerRole } from '../generated/schema.ts'
import type { Verify } from './memory.ts'
import type { SignIn } from './oidc.ts'
import type { Viewer } from './viewer.ts'

const audience = 'kinerja-graph'
// a program has a key, not a token
const roles: readonly string[] = Object.values(ViewerRole).filter((role) => role !== ViewerRole.INTEGRATION)

const keyOf = (secret: string) => new TextEncoder().encode(secret)

/** A bearer token (JWT, HS256) for a role, and for the person when the role is PERSON. */
export function signToken(
  secret: string,
  who: { role: Exclude<`${ViewerRole}`, 'INTEGRATION'>; person?: string },
  hours: number,
): Promise<string> {
  const jwt = new SignJWT({ role: who.role }).setProtectedHeader({ alg: 'HS256' })
  if (who.person) jwt.setSubject(who.person)
  return jwt.setIssuer(audience).setAudience(audience).setIssuedAt().setExpirationTime(`${hours}h`).sign(keyOf(secret))
}

/** Verifies the tokens that are signed with this secret; `signIn` tries a token first, where there is another issuer than ourselves. */
export function createTokenVerifier(secret: string, signIn?: SignIn): Verify {
  return async (token) => (await signIn?.(token)) ?? viewerOf(token, secret)
}

async function viewerOf(token: string, secret: string): Promise<Viewer> {
  const { payload } = await jwtVerify(token, keyOf(secret), {
    algorithms: ['HS256'],
    issuer: audience,
    audience,
    requiredClaims: ['exp', 'role'],
    // seconds that the clocks of two instances may differ
    clockTolerance: 60,
  }).catch((error: unknown) => {
    throw unauthenticated(
      error instanceof errors.JWTExpired
        ? 'The token has expired: sign in again.'
        : 'The token is not valid: sign in again.',
    )
  })
  const role = payload['role']
  if (!isRole(role) || (role === 'PERSON' && !payload.sub))
    throw unauthenticated('The token is not valid: sign in again.')
  return {
    role,
    person: role === 'PERSON' ? (payload.sub ?? null) : null,
    apiKey: null,
    office: null,
    scopes: [],
    documentsOnly: false,
    expiresAt: new Date((payload.exp ?? 0) * 1000),
  }
}

const isRole = (role: unknown): role is `${ViewerRole}` => typeof role === 'string' && roles.includes(role)

/** The refusal of a token or key. */
export function unauthenticated(message: string): Refusal {
  return new Refusal('UNAUTHENTICATED', message, 401)
}
