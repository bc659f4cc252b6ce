import type { WaysIn } from '../server/playground/ways-in.ts'

type Issuer = NonNullable<WaysIn['issuer']>

/** What an answer of the issuer must name: it tells that this window asked, and asked for this token. */
export interface Question {
  readonly state: string
  readonly nonce: string
}

/** A token, and whom its issuer calls its holder. */
export interface SignedIn {
  readonly token: string
  readonly name: string
}

/** A sign-in that went wrong; its message says what to do. */
export class SignInError extends Error {}

/** Two random texts. */
export const newQuestion = (): Question => ({ state: randomText(), nonce: randomText() })

const randomText = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

/** Where to send somebody who signs in: OpenID Connect's implicit flow, for a token that names him and nothing else. */
export const authorizationUrl = ({ authorization, client }: Issuer, redirect: string, question: Question): string => {
  const url = new URL(authorization)
  const asked = { response_type: 'id_token', scope: 'openid email', client_id: client, redirect_uri: redirect }
  for (const [name, value] of Object.entries({ ...asked, ...question })) url.searchParams.set(name, value)
  return url.href
}

/** Whether an address' fragment is an issuer's answer. */
export const isAnswer = (fragment: string): boolean => {
  const fields = fieldsOf(fragment)
  return fields.has('state') && (fields.has('id_token') || fields.has('error'))
}

/** Reads an issuer's answer to a question. The server checks the token itself. Throws a SignInError. */
export const signedIn = (fragment: string, question: Question | null): SignedIn => {
  const fields = fieldsOf(fragment)
  if (!question || fields.get('state') !== question.state) {
    throw new SignInError('This sign-in was not begun in this window: sign in again.')
  }
  const error = fields.get('error')
  if (error !== null) {
    throw new SignInError(refusals[error] ?? `The issuer refused: ${fields.get('error_description') ?? error}`)
  }
  const token = fields.get('id_token') ?? ''
  const claims = claimsOf(token)
  if (claims['nonce'] !== question.nonce) throw new SignInError('The token answers another sign-in: sign in again.')
  return { token, name: String(claims['name'] ?? claims['email'] ?? claims['sub']) }
}

const refusals: Readonly<Record<string, string>> = {
  access_denied: 'You did not agree to sign in there.',
  login_required: 'You are not signed in there: sign in again.',
  temporarily_unavailable: 'The issuer is busy: sign in again in a moment.',
}

const fieldsOf = (fragment: string) => new URLSearchParams(fragment.replace(/^#/, ''))

/** What a token says; nothing where it is none. */
const claimsOf = (token: string): Record<string, unknown> => {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return {}
  }
}
