import { at, isObject } from './answer.ts'
import { realClock } from './clock.ts'
import { ApiError } from './errors.ts'
import { broken } from './failures.ts'
import { framesOf } from './frames.ts'
import type { AnyOperation, Reads } from './operation.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import { post } from './post.ts'
import { dataOf } from './response.ts'
import { passes } from './retry.ts'

// The server gives a sign of life every twelve.
const silence = 40_000
const longestPause = 30_000

/**
 * The events of a subscription, as server-sent events. A connection that breaks, or a server that stops, is waited for, longer each
 * time, and the stream goes on from the last cursor. Ends with the loop or the signal; throws an ApiError for all that waiting does not mend.
 */
export const eventsOf: Reads<AsyncIterable<unknown>> = ({ options: client }, operation, variables, options) =>
  events(client, operation, variables, options)

async function* events(
  client: ClientOptions,
  operation: AnyOperation,
  variables: object,
  options: CallOptions,
): AsyncGenerator<unknown, void, undefined> {
  const { sleep, random } = client.clock ?? realClock
  const { after } = variables as { readonly after?: unknown }
  const state: State = { after, open: false }
  options.onStatus?.('connecting')
  try {
    for (let failures = 0; !options.signal?.aborted; failures++) {
      try {
        for await (const data of connection(client, operation, variables, options, state)) {
          failures = 0
          const event = at(data, operation.path)
          if (isObject(event) && typeof event['cursor'] === 'string') state.after = event['cursor']
          yield event
        }
        if (!state.open) return
      } catch (error) {
        if (options.signal?.aborted) return
        if (!mends(error, state)) throw error
      }
      if (state.open) failures = 0
      options.onStatus?.('reconnecting')
      // apart from each other, or all clients of a server come back at once
      await sleep(Math.min(longestPause, 500 * 2 ** failures) * (0.5 + random() / 2), options.signal)
    }
  } finally {
    options.onStatus?.('closed')
  }
}

interface State {
  /** The last cursor. */
  after: unknown
  /** Whether the server has begun to answer, and has not said that this is all. */
  open: boolean
}

// a statement that took too long goes on from the last cursor; a token that ends under way may be followed by another
const mends = (error: unknown, { open }: State): boolean =>
  passes(error) || ApiError.is(error, 'TIMEOUT') || (open && ApiError.is(error, 'UNAUTHENTICATED'))

async function* connection(
  client: ClientOptions,
  operation: AnyOperation,
  variables: object,
  options: CallOptions,
  state: State,
): AsyncGenerator<unknown, void, undefined> {
  const { name } = operation
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  // whoever holds an event may never ask for the next
  const end = () => {
    clearTimeout(timer)
    stop.abort()
  }
  const alive = (within = silence) => {
    clearTimeout(timer)
    timer = setTimeout(end, within)
  }
  state.open = false
  options.signal?.addEventListener('abort', end)
  try {
    const from = { ...variables, after: state.after }
    const { go, sent } = await post(client, operation, from, options, { accept: 'text/event-stream' })
    alive(options.timeoutMs ?? client.timeoutMs ?? 15_000)
    const response = await go(stop.signal).catch(broken(name))
    const { status, headers, body } = response
    const told = (text: string) => dataOf({ operation, status, headers, body: text, sent, now: Date.now() }).data
    if (!body || !headers.get('content-type')?.startsWith('text/event-stream'))
      return void told(await response.text().catch(broken(name)))
    state.open = true
    const frames = framesOf(body, alive)
    for (;;) {
      const next = await frames.next().catch(broken(name))
      if (next.done) return
      const { event, data, id } = next.value
      // where the stream begins: from here on nothing is missed
      if (id) {
        state.after ??= id
        options.onStatus?.('open')
      }
      if (event === 'next') yield told(data)
      if (event === 'complete') {
        state.open = false
        return
      }
    }
  } finally {
    options.signal?.removeEventListener('abort', end)
    end()
  }
}
