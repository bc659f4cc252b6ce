import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError as Failure, type GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { type Outage, outageOf } from './database/outage.ts'
import { withoutLiterals } from './discretion.ts'
import { headOf, Refusal, refusalOf } from './errors.ts'
import { ErrorCode } from './generated/schema.ts'
import { tooLargeToRead } from './limit/bounds.ts'

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

/** What a client sees of an error: code and message of a refusal, a request id for our own mistakes; never a stack. */
export function present(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = formatted.extensions?.['code']
  const { message, ...rest } = formatted
  const tooLarge = tooLargeToRead(formatted)
  if (tooLarge) return { message: tooLarge, extensions: { code: 'QUERY_TOO_LARGE' } }
  const origin = originOf(error)
  const failure = failureOf(origin)
  if (failure) return { message: failure[1], ...rest, extensions: { code: failure[0] } }
  if (origin instanceof Failure && typeof code === 'string' && codes.includes(code)) {
    const currentVersion = formatted.extensions?.['currentVersion']
    return {
      message: withoutValues(origin),
      ...rest,
      extensions: { code, ...(currentVersion !== undefined && { currentVersion }) },
    }
  }
  if (code === 'PERSISTED_QUERY_NOT_SUPPORTED')
    return { message: 'Texts are not registered by hash here: send the text.', extensions: { code: 'BAD_REQUEST' } }
  if (code === 'BAD_REQUEST' || code === 'OPERATION_RESOLUTION_FAILURE')
    return { message: withoutLiterals(message), extensions: { code: 'BAD_REQUEST' } }
  if (origin instanceof Failure && origin.extensions['code'] === undefined) {
    return { ...rest, message: refusalOf(origin).message, extensions: { code: 'BAD_USER_INPUT' } }
  }
  return { message: 'Something went wrong on our side.', ...rest, extensions: { code: 'INTERNAL' } }
}

/** What was thrown: by a resolver, which Apollo unwraps, or by one of its own hooks. */
const originOf = (error: unknown): unknown =>
  error instanceof Failure && !error.nodes && error.originalError ? error.originalError : unwrapResolverError(error)

function failureOf(origin: unknown): [`${ErrorCode}`, string] | undefined {
  if (!(origin instanceof Error) || origin instanceof Failure) return undefined
  if ('code' in origin && origin.code === strangeCharacter)
    return ['BAD_USER_INPUT', 'A text holds a character that no database stores: leave out U+0000.']
  const outage = outageOf(origin)
  return outage && outages[outage]
}

/** Throws what keeps a request out before it is read: a database that does not answer is told as it is everywhere. */
export function refuse(error: unknown): never {
  const failure = failureOf(error)
  throw failure ? new Refusal(...failure) : error
}

/** graphql-js repeats a refused value; it may be somebody's number. Only its reason is told, and where the value stood. */
function withoutValues({ message, originalError }: GraphQLError): string {
  if (!originalError) return withoutLiterals(message)
  const before = message.slice(0, -originalError.message.length - '; '.length)
  const variable = /^Variable "(\$\w+)" got invalid value/.exec(before)
  const reason = withoutLiterals(originalError.message)
  if (!variable)
    return /, found /.test(before) ? `${withoutLiterals(before).slice(0, -1)}: ${reason}` : withoutLiterals(message)
  const path = / at "([\w.[\]]+)"$/.exec(before)?.[1]
  return `Variable ${path ?? variable[1]}: ${reason.split(':')[0]}`
}

/** Logs our own mistakes under the request's id, and notes for the metrics what kind of operation it was. */
export function errorPlugin(log: Logger): ApolloServerPlugin<Context> {
  return {
    contextCreationDidFail: async ({ error }) => {
      if (!(error instanceof Failure)) log.error({ err: error }, 'failed')
    },
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, contextValue: { traits } }) => {
        if (operation) traits.operation = operation.operation
      },
      didEncounterErrors: async ({ errors, contextValue: { requestId } }) => {
        for (const error of errors) if (isMistake(error)) log.error({ requestId, err: originOf(error) }, 'failed')
      },
      willSendResponse: async ({ response: { body, http } }) => {
        if (body.kind !== 'single') return
        const { errors = [] } = body.singleResult
        const head = errors.map(({ extensions }) => headOf(String(extensions?.['code']))).find((head) => head)
        if (!head) return
        http.status = head.status
        for (const [name, value] of Object.entries(head.headers)) http.headers.set(name, value)
      },
    }),
  }
}

const isMistake = (error: GraphQLError) =>
  present({ message: '', extensions: error.extensions }, error).extensions?.['code'] === 'INTERNAL'
