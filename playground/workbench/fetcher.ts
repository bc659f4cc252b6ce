import type { Fetcher, FetcherParams, FetcherResultPayload } from '@graphiql/toolkit'
import type { OperationDefinitionNode } from 'graphql'
import { framesOf } from '../../sdk/frames.ts'
import { currentSession } from '../session.ts'
import { begun, type Exchange, exchange, told } from './exchange.ts'
import { operationIn } from './operation.ts'

interface Observer {
  readonly next: (answer: FetcherResultPayload) => void
  readonly error: (error: unknown) => void
  readonly complete: () => void
}

/** Asks as who is signed in, and keeps account of it; whatever is asked can be stopped. */
export const fetcher: Fetcher = (request) => ({
  subscribe: (observer: unknown) => {
    const stop = new AbortController()
    const operation = chosen(request)
    const asked = begun(operation?.operation === 'subscription')
    exchange.set(asked)
    const note = (news: Partial<Exchange>) => {
      const now = exchange.get()
      if (now?.since === asked.since) exchange.set({ ...now, ...news })
    }
    void ask(
      { ...request, operationName: operation?.name?.value ?? null },
      asked.live,
      observer as Observer,
      note,
      stop.signal,
    )
    return {
      unsubscribe: () => {
        stop.abort()
        note({ until: performance.now(), stopped: true })
      },
    }
  },
})

/** The operation that is asked for. The editor's word for it may be of a former document. */
const chosen = ({ query, operationName }: FetcherParams): OperationDefinitionNode | undefined => {
  try {
    return operationIn(query, operationName)
  } catch {
    // what is wrong with a document, the server says
    return undefined
  }
}

async function ask(
  { query, variables, operationName }: FetcherParams,
  live: boolean,
  { next, error, complete }: Observer,
  note: (news: Partial<Exchange>) => void,
  signal: AbortSignal,
): Promise<void> {
  const token = currentSession()?.token
  const show = (text: string) => {
    const answer = JSON.parse(text)
    note({ shown: JSON.stringify(answer, null, 2) })
    next(answer)
  }
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: live ? 'text/event-stream' : 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables, operationName }),
      signal,
    })
    note({ requestId: response.headers.get('x-request-id') })
    if (response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) {
      for await (const { event, data, id } of framesOf(response.body, () => undefined)) {
        if (id) note({ listening: true })
        if (event !== 'next') continue
        note({ bytes: data.length, events: told(exchange.get() ?? begun(live), JSON.parse(data)) })
        show(data)
      }
    } else {
      const text = await response.text()
      note({ until: performance.now(), bytes: new Blob([text]).size })
      show(text)
    }
    note({ until: performance.now() })
    complete()
  } catch (thrown) {
    if (signal.aborted) return
    note({ until: performance.now() })
    error(thrown instanceof SyntaxError ? new Error('What came back is no GraphQL: is a proxy in between?') : thrown)
  }
}
