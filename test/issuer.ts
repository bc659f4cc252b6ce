import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

type Algorithm = 'RS256' | 'ES256'

interface Key {
  kid: string
  algorithm: Algorithm
  privateKey: CryptoKey
  publicKey: CryptoKey
}

/** What an issuer says of an account unless it is said otherwise; undefined leaves a claim out. */
export type Claims = Omit<JWTPayload, 'aud'> & Record<string, unknown>

/** The audience of the tokens. */
export const audience = 'kinerja-test-client'

/** An OpenID Connect issuer on a port of its own, with a key of each algorithm. */
export async function startIssuer() {
  let keys: Key[] = []
  let mood: 'well' | 'away' | 'slow' = 'well'
  const asked: string[] = []
  const kept = new Set<ServerResponse>()
  const others: Record<string, unknown> = {}

  const http = createServer(async ({ url = '' }, response) => {
    asked.push(url)
    if (mood === 'away') return response.destroy()
    if (mood === 'slow') return kept.add(response)
    const document = url.startsWith('/.well-known')
      ? { issuer, jwks_uri: `${issuer}/keys`, ...others }
      : { keys: await Promise.all(keys.map(published)) }
    return response.setHeader('content-type', 'application/json').end(JSON.stringify(document))
  }).listen(0, '127.0.0.1')
  await once(http, 'listening')
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`

  async function rotate() {
    const number = Number(keys.at(-1)?.kid.split('-')[1] ?? 0) + 1
    keys = await Promise.all([makeKey('RS256', number), makeKey('ES256', number)])
  }
  await rotate()

  /** The key that signs now. */
  const key = (algorithm: Algorithm = 'RS256'): Key => {
    const found = keys.find((one) => one.algorithm === algorithm)
    if (!found) throw new Error(`there is no key for ${algorithm}`)
    return found
  }

  return {
    url: issuer,
    audience,
    /** The paths that were asked for. */
    asked,
    key,
    rotate,
    /** The public key as a file, as an attacker finds it. */
    publicFile: () => exportSPKI(key().publicKey),
    turn(next: typeof mood) {
      mood = next
    },
    /** Makes the discovery document say something else. */
    claim: (more: Record<string, unknown>) => Object.assign(others, more),
    /** A token for an account. */
    sign(claims: Claims = {}, header: Record<string, unknown> = {}, { privateKey, kid, algorithm } = key()) {
      const now = Math.floor(Date.now() / 1000)
      const usual = { iss: issuer, aud: audience, sub: 'account-1', iat: now, exp: now + 3600, email_verified: true }
      return new SignJWT({ ...usual, email: 'sari@guru.sd.example.id', ...claims })
        .setProtectedHeader({ alg: algorithm, kid, ...header })
        .sign(privateKey)
    },
    async stop() {
      for (const response of kept) response.destroy()
      http.close()
      http.closeAllConnections()
      await once(http, 'close')
    },
  }
}

export type Issuer = Awaited<ReturnType<typeof startIssuer>>

async function makeKey(algorithm: Algorithm, number: number): Promise<Key> {
  const pair = await generateKeyPair(algorithm, { extractable: true })
  return { kid: `${algorithm}-${number}`, algorithm, ...pair }
}

// without `alg`, which is the issuer's to say or not: what we take does not hang on it
async function published({ kid, publicKey }: Key): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid, use: 'sig' }
}
