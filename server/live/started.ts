import { type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult, GraphQLSchema, parse } from 'graphql'

// graphql-ws looks at the kind of operation alone: all else was looked at before
const document = parse('subscription { started }')
const schema = new GraphQLSchema({})

interface Stream {
  readonly results: AsyncIterable<FormattedExecutionResult>
  readonly over: AbortController
}

/** A stream that is there already, as graphql-ws wants what it shall start. */
export const started = (results: Stream['results'], over: AbortController): ExecutionArgs => ({
  schema,
  document,
  contextValue: { results, over } satisfies Stream,
})

/** Hands the stream over. To end it, its source is ended: a generator that waits for an event does not hear `return`. */
export function ending({ contextValue }: ExecutionArgs): AsyncGenerator<ExecutionResult, void, undefined> {
  const { results, over } = contextValue as Stream
  const iterator = results[Symbol.asyncIterator]()
  const end = async () => {
    over.abort()
    return { done: true, value: undefined } as const
  }
  return {
    next: () => iterator.next() as Promise<IteratorResult<ExecutionResult, void>>,
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this
    },
    [Symbol.asyncDispose]: async () => void (await end()),
  }
}
