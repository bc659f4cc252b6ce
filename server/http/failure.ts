import { GraphQLError } from 'graphql'
import { Refusal } from '../errors.ts'
import type { ErrorCode } from '../generated/schema.ts'
import { type Exchange, json, type Reply } from './exchange.ts'

/** The answer to what failed outside of GraphQL, in the same form; undefined for a bug. */
export function refused(error: unknown): Reply | undefined {
  if (!(error instanceof GraphQLError)) return undefined
  const { code, http } = error.extensions as { code?: string; http?: { status: number; headers: Map<string, string> } }
  if (code === undefined || !http) return undefined
  const body = { errors: [{ message: error.message, extensions: { code } }] }
  return json(http.status, body, Object.fromEntries(http.headers))
}

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
} satisfies Partial<Record<ErrorCode, number>>

/** Throws a refusal with the status that its code has outside of GraphQL, where it has none of its own. */
export function withStatus(error: unknown): never {
  if (!(error instanceof GraphQLError)) throw error
  const { code, http } = error.extensions as { code?: `${ErrorCode}`; http?: object }
  const status = code && statuses[code]
  throw status && !http ? new Refusal(code, error.message, status) : error
}

/** The answer to a bug, which tells nothing of it. */
export const masked: Reply = json(500, {
  errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
})

// of a request that was understood, and a document that was not
const wellAsked: readonly unknown[] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']

interface Failure {
  errors: { extensions?: Record<string, unknown> }[]
}

/**
 * Gives every error the request's id. A client that knows no `application/graphql-response+json` takes a status for the
 * proxy's: GraphQL over HTTP tells it 200 where the document is what is wrong.
 */
export function identified(reply: Reply, { requestId, traits }: Exchange): Reply {
  if (!reply.text.startsWith('{"errors"')) return reply
  const failure = JSON.parse(reply.text) as Failure
  const errors = failure.errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }))
  const code = failure.errors[0]?.extensions?.['code']
  traits.code = String(code)
  const lenient =
    reply.status === 400 && wellAsked.includes(code) && reply.headers['content-type']?.startsWith('application/json')
  return { ...reply, status: lenient ? 200 : reply.status, text: JSON.stringify({ ...failure, errors }) }
}
