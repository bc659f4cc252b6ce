import { GraphQLError } from 'graphql'
import type { ErrorCode } from './generated/schema.ts'

/** An expected refusal: its message says what to do. Anything else that is thrown is a bug, and is masked. */
export class Refusal extends GraphQLError {
  /** @param headers sent with the answer, where a status is */
  constructor(code: `${ErrorCode}`, message: string, status?: number, headers: Readonly<Record<string, string>> = {}) {
    const http = status && { status, headers: new Map(Object.entries(headers)) }
    super(message, { extensions: { code, ...(http && { http }) } })
  }
}

/** The refusal of a stranger. */
export const signInFirst = (): Refusal =>
  new Refusal('UNAUTHENTICATED', 'Sign in first: send the header "Authorization: Bearer <token>".')

/** The same for what graphql-js refuses of an argument, which has no code and may repeat the value. */
export function refusalOf(error: GraphQLError): GraphQLError {
  if (error.extensions['code'] !== undefined) return error
  return new Refusal('BAD_USER_INPUT', error.message.replace(/ has invalid value .*/s, ' has an invalid value.'))
}
