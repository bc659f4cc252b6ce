import type { IncomingMessage } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { Live } from '../context.ts'
import { readJson } from './body.ts'
import type { Exchange, Reply } from './exchange.ts'

/** A request as GraphQL over HTTP knows it. */
export interface Asked {
  /** The query string, with its `?`. */
  readonly search: string
  /** The body's JSON. */
  readonly body: unknown
}

/**
 * Hands requests to Apollo and replies what it answers.
 *
 * @param prepared what Apollo is asked instead: the place to put in the text of a trusted document
 */
export function graphqlOver<Context extends object>(
  apollo: ApolloServer<Context>,
  contextOf: (exchange: Exchange, asked: Asked, live: Live | null) => Promise<Context>,
  prepared: (asked: Asked) => Asked = (asked) => asked,
) {
  return async (exchange: Exchange, live: Live | null = null): Promise<Reply> => {
    const { method = 'GET', url = '' } = exchange.request
    const question = url.indexOf('?')
    const search = question < 0 ? '' : url.slice(question)
    const asked = prepared({ search, body: await readJson(exchange.request) })
    const sent = headersOf(exchange.request)
    // what is not streamed is answered in JSON
    if (live && !live.orJson) sent.set('accept', 'application/graphql-response+json')
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: sent, ...asked },
      context: () => contextOf(exchange, asked, live),
    })
    if (body.kind !== 'complete') throw new Error('nothing here is delivered in parts')
    return { status: status ?? 200, headers: Object.fromEntries(headers), text: body.string }
  }
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '))
  }
  return map
}
