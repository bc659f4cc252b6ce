import { GraphQLError } from 'graphql'
import { withoutLiterals } from './discretion.ts'
import type { ErrorCode } from './generated/schema.ts'

interface Head {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

const heads: Readonly<Partial<Record<string, Head>>> = {
  SERVICE_UNAVAILABLE: { status: 503, headers: { 'retry-after': '1' } },
  TIMEOUT: { status: 504, headers: {} },
} satisfies Partial<Record<ErrorCode, Head>>

/** The status and headers of an answer that holds an error with such a code, wherever it arose; undefined for most codes. */
export const headOf = (code: string): Head | undefined => heads[code]

/** An expected refusal: its message says what to do. Anything else that is thrown is a bug, and is masked. */
export class Refusal extends GraphQLError {
  /**
   * @param status of the answer; that of its code where none is given
   * @param headers sent with the answer, where a status is
   */
  constructor(
    code: `${ErrorCode}`,
    message: string,
    status: number | undefined = headOf(code)?.status,
    headers: Head['headers'] = headOf(code)?.headers ?? {},
  ) {
    const http = status && { status, headers: new Map(Object.entries(headers)) }
    super(message, { extensions: { code, ...(http && { http }) } })
  }
}

/** The refusal of a change to something that has changed meanwhile: `extensions.currentVersion` tells how it is now. */
export class Stale extends Refusal {
  constructor(what: string, currentVersion: number) {
    super(
      'CONFLICT',
      `${what} has changed meanwhile: it is at version ${currentVersion}. Read it again, and decide again.`,
    )
    Object.assign(this.extensions, { currentVersion })
  }
}

/** The refusal of a value that is malformed or out of range. */
export const badInput = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)

/** The refusal of what cannot be done any more, or not yet. */
export const conflict = (message: string): Refusal => new Refusal('CONFLICT', message)

/** The refusal of a stranger. */
export const signInFirst = (): Refusal =>
  new Refusal('UNAUTHENTICATED', 'Sign in first: send the header "Authorization: Bearer <token>".')

/** The same for what graphql-js refuses of an argument, which has no code and may repeat the value. */
export function refusalOf(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error
  return new Refusal('BAD_USER_INPUT', withoutLiterals(error.message))
}
