import { randomUUID } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { Logger } from 'pino'
import type { Asker } from '../access/authentication.ts'
import type { Context, Live } from '../context.ts'
import type { Exchange, Traits } from '../http/exchange.ts'
import type { Asked } from '../http/graphql.ts'
import { told } from './told.ts'

/** What is asked by whatever way. */
export interface Question extends Pick<Exchange, 'requestId' | 'signal' | 'traits'> {
  readonly request: Asker
}

/** What questions by WebSocket need. */
export interface Answering {
  readonly apollo: ApolloServer<Context>
  readonly contextOf: (question: Question, asked: Asked, live: Live) => Promise<Context>
  readonly log: Pick<Logger, 'error'>
  readonly observe: (traits: Traits, status: number, seconds: number) => void
}

/** Asks Apollo what came by WebSocket. A stream stands in `live` then; what is answered here is why there is none. */
export function questionsOver({ apollo, contextOf, log, observe }: Answering) {
  return async (request: Asker, payload: SubscribePayload, live: Live): Promise<GraphQLError[]> => {
    const began = performance.now()
    const { query, operationName, variables } = payload
    const traits: Traits = { route: '/graphql' }
    const question: Question = { request, requestId: randomUUID(), signal: live.over.signal, traits }
    const errors = await (async () => {
      try {
        const contextValue = await contextOf(question, { search: '', body: { query } }, live)
        const asked = { query, variables: variables ?? {}, ...(operationName != null && { operationName }) }
        const { body } = await apollo.executeOperation(asked, { contextValue })
        return (body.kind === 'single' && body.singleResult.errors) || []
      } catch (error) {
        return told([error], question.requestId, log)
      }
    })()
    if (errors[0]) traits.code = String(errors[0].extensions?.['code'])
    observe(traits, errors.length ? 400 : 200, (performance.now() - began) / 1000)
    return errors.map(({ message, path, extensions }) => {
      const known = { ...extensions, requestId: question.requestId }
      return new GraphQLError(message, { ...(path && { path }), extensions: known })
    })
  }
}
