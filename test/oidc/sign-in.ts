import { afterAll, expect } from 'vitest'
import { createClient } from '../../sdk/index.ts'
import { makeDistrict } from '../district.ts'
import { audience, startIssuer } from '../issuer.ts'
import { post, server } from '../support.ts'

/** The issuer that the server of a file trusts, by these settings. */
export const issuer = await startIssuer()
export const oidc = { issuer: issuer.url, audience, domains: ['example.id'] }

afterAll(() => issuer.stop())

let accounts = 0

/** Sari of a district of her own, with an account that nobody has used yet. */
export async function makeSari() {
  const district = await makeDistrict()
  const id = district.person('Sari')
  return { id, claims: { sub: `account-${accounts++}`, email: await emailOf(id) }, district }
}

export async function emailOf(person: string): Promise<string> {
  const { database } = await server()
  const { rows } = await database.pool.query('select email from person where id = $1', [person.slice('per_'.length)])
  return rows[0].email
}

export const whoIs = async (token: string) => {
  const { url } = await server()
  const viewer = await createClient({ url, token }).viewer()
  return viewer && { role: viewer.role, person: viewer.person?.id }
}

export const ask = async (token: string) => {
  const { status, text } = await post('{"query":"{ viewer { role } }"}', { authorization: `Bearer ${token}` })
  const [error] = JSON.parse(text).errors ?? []
  return { status, code: error?.extensions.code, message: error?.message }
}

export const refused = { status: 401, code: 'UNAUTHENTICATED', message: expect.any(String) }
export const invalid = { ...refused, message: 'The token is not valid: sign in again.' }
