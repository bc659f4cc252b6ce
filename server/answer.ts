import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError as Failure, type GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { refusalOf } from './errors.ts'
import { ErrorCode } from './generated/schema.ts'

const codes: readonly string[] = Object.values(ErrorCode)

/** What PostgreSQL and the network call the failures that have a code of their own. */
const failures: Readonly<Record<string, [`${ErrorCode}`, string]>> = {
  '22021': ['BAD_USER_INPUT', 'A text holds a character that no database stores: leave out U+0000.'],
  '57014': ['TIMEOUT', 'That took too long: ask for less, or again later.'],
  '57P01': ['SERVICE_UNAVAILABLE', 'The database is away: ask again later.'],
  '57P03': ['SERVICE_UNAVAILABLE', 'The database is away: ask again later.'],
  ECONNREFUSED: ['SERVICE_UNAVAILABLE', 'The database is away: ask again later.'],
  ECONNRESET: ['SERVICE_UNAVAILABLE', 'The database is away: ask again later.'],
}

/** What a client sees of an error: code and message of a refusal, a request id for our own mistakes; never a stack. */
export function present(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code']
  const { message, ...rest } = formatted
  const origin = unwrapResolverError(error)
  const failure = failures[String((origin as { code?: unknown } | null)?.code)]
  if (failure) return { message: failure[1], ...rest, extensions: { code: failure[0] } }
  if (origin instanceof Failure && typeof code === 'string' && codes.includes(code)) {
    return { message: (without[code] ?? messageOf)(origin), ...rest, extensions: { code } }
  }
  if (origin instanceof Failure && origin.extensions['code'] === undefined) {
    return { ...rest, message: refusalOf(origin).message, extensions: { code: 'BAD_USER_INPUT' } }
  }
  if (code === 'BAD_REQUEST' || code === 'OPERATION_RESOLUTION_FAILURE')
    return { message, extensions: { code: 'BAD_REQUEST' } }
  return { message: 'Something went wrong on our side.', ...rest, extensions: { code: 'INTERNAL' } }
}

const messageOf = ({ message }: GraphQLError) => message

/** graphql-js repeats a refused value; it may be somebody's number. Only its reason is told, and where the value stood. */
const without: Readonly<Record<string, typeof messageOf>> = {
  BAD_USER_INPUT: withoutVariable,
  GRAPHQL_VALIDATION_FAILED: ({ message }) =>
    message.replace(/^Value ".*" does/s, 'The value does').replace(/(?<= value): .*|, found .*(?=\.)/s, ''),
}

function withoutVariable({ message, originalError }: GraphQLError): string {
  const variable = /^Variable "(\$\w+)" got invalid value/.exec(message)
  if (!variable || !originalError) return message
  const before = message.slice(0, -originalError.message.length - '; '.length)
  const path = / at "([\w.[\]]+)"$/.exec(before)?.[1]
  const [reason] = originalError.message.replace(/^Value ".*" does/s, 'The value does').split(':')
  return `Variable ${path ?? variable[1]}: ${reason}`
}

/** Gives every error the request's id, and logs our own mistakes under it. */
export function errorPlugin(log: Logger): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
        for (const error of errors)
          if (isMistake(error)) log.error({ requestId, err: unwrapResolverError(error) }, 'failed')
      },
      willSendResponse: async ({ response: { body }, contextValue: { requestId } }) => {
        if (body.kind !== 'single') return
        const { errors } = body.singleResult
        if (!errors) return
        body.singleResult.errors = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }))
      },
    }),
  }
}

const isMistake = (error: GraphQLError) =>
  present({ message: '', extensions: error.extensions }, error).extensions?.['code'] === 'INTERNAL'
