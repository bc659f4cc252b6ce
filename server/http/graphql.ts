import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import { readJson, Unreadable } from './body.ts'

/** Hands requests to Apollo and sends what it answers. */
export function graphqlOver<Context extends object>(
  apollo: ApolloServer<Context>,
  contextOf: (request: IncomingMessage, response: ServerResponse) => Promise<Context>,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '' } = request
    const question = url.indexOf('?')
    try {
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method,
          headers: headersOf(request),
          search: question < 0 ? '' : url.slice(question),
          body: await readJson(request),
        },
        context: () => contextOf(request, response),
      })
      if (body.kind !== 'complete') throw new Error('nothing here is delivered in parts')
      send(response, status ?? 200, Object.fromEntries(headers), body.string)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(response, error)
    }
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

/** Sends a text whole. */
function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes)
}

/** Refuses what never reached Apollo, in the same form; the rest of the body is not waited for. */
export function refuse(response: ServerResponse, { status, message }: Unreadable): void {
  const text = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  send(response, status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' }, text)
}
