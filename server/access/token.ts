import { errors, jwtVerify, SignJWT } from 'jose'
import { Refusal } from '../errors.ts'
import { ViewerRole } from '../generated/schema.ts'
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

// as many people as are signed in to one instance at once
const mostKnown = 10_000

/** `viewerOf` with a memory: a token is verified once, and forgotten when it expires. */
export function createAuthentication(secret: string): (header: string | undefined) => Promise<Viewer | null> {
  const known = new Map<string, Viewer>()
  return async (header) => {
    const seen = header === undefined ? undefined : known.get(header)
    if (seen && seen.expiresAt.getTime() > Date.now()) return seen
    const viewer = await viewerOf(header, secret)
    if (header === undefined || !viewer) return viewer
    const [oldest] = known.keys()
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
    known.set(header, viewer)
    return viewer
  }
}

/** Who stands behind an `Authorization` header; null without one. Refuses whatever is not a valid token of ours. */
export async function viewerOf(header: string | undefined, secret: string): Promise<Viewer | null> {
  if (header === undefined) return null
  const token = /^Bearer (\S+)$/i.exec(header)?.[1]
  if (!token) throw unauthenticated('The header is "Authorization: Bearer <token>".')
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
    expiresAt: new Date((payload.exp ?? 0) * 1000),
  }
}

const isRole = (role: unknown): role is `${ViewerRole}` => typeof role === 'string' && roles.includes(role)

function unauthenticated(message: string): Refusal {
  return new Refusal('UNAUTHENTICATED', message, 401)
}
