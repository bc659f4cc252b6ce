import { type ApolloServerPlugin, type GraphQLRequestListener, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  subscribe,
} from 'graphql'
import type { Logger } from 'pino'
import type { Context, Live } from '../context.ts'
import { Refusal } from '../errors.ts'
import { told } from './told.ts'

const onlySubscriptions = () =>
  new Refusal('BAD_REQUEST', 'Only subscriptions are streamed: send queries and mutations by POST, for JSON.', 400)

const isSubscription = (operation: OperationDefinitionNode | undefined) =>
  operation?.operation === OperationTypeNode.SUBSCRIPTION

interface Asked {
  readonly schema: GraphQLSchema
  readonly document?: DocumentNode | undefined
  readonly request: {
    readonly variables?: Record<string, unknown> | undefined
    readonly operationName?: string | undefined
  }
  readonly contextValue: Context
}

/**
 * Starts what Apollo has let through: documents, bounds, costs and errors are those of every request. A stream stands in the context's
 * `live` afterwards; what fails there, Apollo answers.
 */
export class Subscriptions implements ApolloServerPlugin<Context> {
  private readonly log: Pick<Logger, 'error'>
  /** How many are open. */
  open = 0

  constructor(log: Pick<Logger, 'error'>) {
    this.log = log
  }

  async requestDidStart(): Promise<GraphQLRequestListener<Context>> {
    return {
      didResolveOperation: async ({ operation, contextValue: { live } }) => {
        if (live && !live.orJson && !isSubscription(operation)) throw onlySubscriptions()
      },
      responseForOperation: async (asked) => {
        const { live } = asked.contextValue
        if (!live || !isSubscription(asked.operation) || !(await this.start(live, asked as Asked))) return null
        return { http: { status: 200, headers: new HeaderMap() }, body: { kind: 'single', singleResult: {} } }
      },
    }
  }

  private async start(live: Live, { schema, document, request, contextValue }: Asked): Promise<boolean> {
    if (!document) return false
    const { variables, operationName } = request
    const found = await subscribe({ schema, document, contextValue, variableValues: variables, operationName })
    if ('errors' in found || !(Symbol.asyncIterator in found)) {
      const [error] = (found as ExecutionResult).errors ?? []
      live.failure = error?.originalError ?? error
      return false
    }
    live.stream = this.results(found, live.over.signal, contextValue.requestId)
    return true
  }

  /** What clients get of each event; an error at the end tells why there are no more. */
  private async *results(
    found: AsyncIterable<ExecutionResult>,
    over: AbortSignal,
    requestId: string,
  ): AsyncGenerator<FormattedExecutionResult, void, undefined> {
    const why = (errors: readonly unknown[]) => told(errors, requestId, this.log)
    this.open += 1
    try {
      for await (const { errors, ...result } of found) yield errors ? { errors: why(errors), ...result } : result
      if (over.aborted && over.reason instanceof Refusal) yield { errors: why([over.reason]) }
    } catch (error) {
      yield { errors: why([error]) }
    } finally {
      this.open -= 1
    }
  }
}
