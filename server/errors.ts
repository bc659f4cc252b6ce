import { GraphQLError } from 'graphql'
import type { ErrorCode } from './generated/schema.ts'

/** An expected refusal: its message says what to do. Anything else that is thrown is a bug, and is masked. */
export class Refusal extends GraphQLError {
  constructor(code: `${ErrorCode}`, message: string, status?: number) {
    super(message, { extensions: { code, ...(status && { http: { status } }) } })
  }
}
