import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError as Failure, type GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { type Outage, outageOf } from './database/outage.ts'
import { refusalOf } from './errors.ts'
import { ErrorCode } from './generated/schema.ts'

const codes: readonly string[] = Object.values(ErrorCode)

/** What a client is told of a database that does not answer. */
const outages: Readonly<Record<Outage, [`${ErrorCode}`, string]>> = {
  AWAY: ['SERVICE_UNAVAILABLE', 'The database is away: ask again later.'],
  FULL: ['SERVICE_UNAVAILABLE', 'The database has no room at the moment: ask again later.'],
  SLOW: ['TIMEOUT', 'That took too long: ask for less, or again later.'],
  CONTESTED: ['SERVICE_UNAVAILABLE', 'Another change was in the way: ask again.'],
}

// what PostgreSQL calls an invalid byte
const strangeCharacter = '22021'

/** The status and headers of an answer that holds an error with such a code. */
const heads: readonly [`${ErrorCode}`, number, Readonly<Record<string, string>>][] = [
  ['SERVICE_UNAVAILABLE', 503, { 'retry-after': '1' }],
  ['TIMEOUT', 504, {}],
]

/** What a client sees of an error: code and message of a refusal, a request id for our own mistakes; never a stack. */
export function present(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code']
  const { message, ...rest } = formatted
  const origin = unwrapResolverError(error)
  const failure = failureOf(error)
  if (failure) return { message: failure[1], ...rest, extensions: { code: failure[0] } }
  if (origin instanceof Failure && typeof code === 'string' && codes.includes(code)) {
    return { message: code === 'BAD_USER_INPUT' ? withoutValues(origin) : message, ...rest, extensions: { code } }
  }
  if (origin instanceof Failure && origin.extensions['code'] === undefined) {
    return { ...rest, message: refusalOf(origin).message, extensions: { code: 'BAD_USER_INPUT' } }
  }
  if (code === 'BAD_REQUEST' || code === 'OPERATION_RESOLUTION_FAILURE')
    return { message, extensions: { code: 'BAD_REQUEST' } }
  return { message: 'Something went wrong on our side.', ...rest, extensions: { code: 'INTERNAL' } }
}

function failureOf(error: unknown): [`${ErrorCode}`, string] | undefined {
  const origin = error instanceof Failure ? error.originalError : error
  if (!(origin instanceof Error) || origin instanceof Failure) return undefined
  if ('code' in origin && origin.code === strangeCharacter)
    return ['BAD_USER_INPUT', 'A text holds a character that no database stores: leave out U+0000.']
  const outage = outageOf(origin)
  return outage && outages[outage]
}

/** graphql-js repeats a refused value; it may be somebody's number. Only its reason is told, and where the value stood. */
function withoutValues({ message, originalError }: GraphQLError): string {
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
      willSendResponse: async ({ response: { body, http }, contextValue: { requestId } }) => {
        if (body.kind !== 'single') return
        const { errors } = body.singleResult
        if (!errors) return
        const head = heads.find(([code]) => errors.some(({ extensions }) => extensions?.['code'] === code))
        if (head) {
          const [, status, headers] = head
          http.status = status
          for (const [name, value] of Object.entries(headers)) http.headers.set(name, value)
        }
        body.singleResult.errors = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }))
      },
    }),
  }
}

const isMistake = (error: GraphQLError) =>
  present({ message: '', extensions: error.extensions }, error).extensions?.['code'] === 'INTERNAL'
