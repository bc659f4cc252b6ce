import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { present } from '../answer.ts'

/** What a client is told of errors, as over HTTP; our own mistakes are logged under the request's id. */
export function told(
  errors: readonly unknown[],
  requestId: string,
  log: Pick<Logger, 'error'>,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => {
    const failure = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })
    const presented = present(failure.toJSON(), failure)
    if (presented.extensions?.['code'] === 'INTERNAL') log.error({ requestId, err: error }, 'failed')
    return { ...presented, extensions: { ...presented.extensions, requestId } }
  })
}
