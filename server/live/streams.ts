import type { IncomingMessage } from 'node:http'
import type { Asker } from '../access/authentication.ts'
import type { Live } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Exchange, Reply } from '../http/exchange.ts'
import type { Guest, Guests } from './guests.ts'

/** How many streams a viewer may have open. */
const most = 20
const aliveEvery = 12_000

/** Whether a request wants server-sent events. */
export const wantsEvents = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && /\btext\/event-stream\b/i.test(headers.accept ?? '')

/** Whether it takes JSON as well, as clients do that send every operation alike. */
const takesJson = ({ headers }: IncomingMessage): boolean => /json|\*\/\*/i.test(headers.accept ?? '')

/** Answers a subscription with server-sent events, as the "distinct connections" of GraphQL over SSE. */
export function streamsOver(
  graphql: (exchange: Exchange, live: Live) => Promise<Reply>,
  recognise: (asker: Asker) => Promise<Pick<Guest, 'viewer' | 'holder'>>,
  guests: Guests,
) {
  return async (exchange: Exchange): Promise<Reply> => {
    const live: Live = { over: new AbortController(), orJson: takesJson(exchange.request) }
    const reply = await graphql(exchange, live)
    if (!live.stream) return reply
    const leave = (reason: Refusal) => live.over.abort(reason)
    const left = guests.enter({ ...(await recognise(exchange.request)), asker: exchange.request, leave }, most)
    if (!left) {
      live.over.abort()
      throw new Refusal('RATE_LIMITED', `You have ${most} streams open: close one first.`, 429, { 'retry-after': '1' })
    }
    const headers = { ...reply.headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }
    return { status: 200, headers, text: '', pieces: pieces(live.stream, live.from, left) }
  }
}

/** First of all where it begins, as the id of no event: a client whose connection breaks before the first event goes on from there. */
async function* pieces(
  stream: NonNullable<Live['stream']>,
  from = '',
  left: () => void,
): AsyncGenerator<string, void, undefined> {
  try {
    yield `id: ${from}\n\n`
    const results = stream[Symbol.asyncIterator]()
    let next = results.next()
    for (;;) {
      const found = await inTime(next)
      if (found === null) yield ':\n\n'
      else if (found.done) break
      else {
        yield `event: next\ndata: ${JSON.stringify(found.value)}\n\n`
        next = results.next()
      }
    }
    yield 'event: complete\ndata: \n\n'
  } finally {
    left()
  }
}

/** Null when it is time for a sign of life. */
async function inTime<Result>(result: Promise<Result>): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, aliveEvery, null)
  })
  return Promise.race([result, silence]).finally(() => clearTimeout(timer))
}
