import { withDeadline } from './deadline.ts'
import { NetworkError } from './errors.ts'
import type { Operation } from './operation.ts'
import { pause } from './pause.ts'
import { dataOf, type Reply } from './response.ts'

/** A bearer token, or what fetches one before each request; undefined asks as nobody. */
export type Token = string | (() => string | undefined | Promise<string | undefined>)

/** What a client is made of. */
export interface ClientOptions {
  /** For instance `https://kinerja.example/graphql`. */
  readonly url: string
  readonly token?: Token | undefined
  /** Instead of the runtime's own. */
  readonly fetch?: typeof fetch | undefined
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that one request may take, the token included; a list of three pages may take three times as many. Default 15,000. */
  readonly timeoutMs?: number | undefined
  /** How often a request is sent again when no answer comes; a mutation is done once however often it arrives. Default 2. */
  readonly retries?: number | undefined
}

/** What one call does differently. */
export interface CallOptions {
  /** Stops the call, and a list between or within pages; it fails with ABORTED. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds per request. */
  readonly timeoutMs?: number | undefined
  /** Over those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * 1 to 255 visible ASCII characters that stand for a mutation: sent again under the same key within 24 hours, be it by another process,
   * it is not done again. Default: a random one for each call.
   */
  readonly idempotencyKey?: string | undefined
}

/** Sends one document and answers its `data`. Throws an ApiError, or whatever the token function throws. */
export const request = (
  client: ClientOptions,
  operation: Operation<unknown, never>,
  variables: object,
  options: CallOptions,
): Promise<unknown> => {
  const { signal, timeoutMs = client.timeoutMs ?? 15_000 } = options
  const key = operation.kind === 'mutation' ? (options.idempotencyKey ?? randomKey()) : undefined
  return withDeadline(operation.name, { signal, timeoutMs }, async (stop) => {
    const own = { accept: anyJson, ...(key === undefined ? {} : { 'idempotency-key': key }) }
    const { send, sent } = await post(client, operation, variables, options, own)
    const reply = await again(() => read(operation.name, () => send(stop)), client.retries ?? 2, stop)
    return dataOf({ ...reply, sent })
  })
}

const anyJson = 'application/graphql-response+json, application/json;q=0.9'

/** A request that is ready to go, and what it sends, which must not leak into an error. */
export const post = async (
  client: ClientOptions,
  operation: Operation<unknown, never>,
  variables: object,
  options: CallOptions,
  own: Readonly<Record<string, string>>,
) => {
  const token = typeof client.token === 'function' ? await client.token() : client.token
  const headers = {
    ...own,
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...client.headers,
    ...options.headers,
  }
  const body = JSON.stringify({ operationName: operation.name, query: operation.text, variables })
  const ask = client.fetch ?? fetch
  return {
    send: (signal: AbortSignal) => ask(client.url, { method: 'POST', headers, body, signal }),
    sent: [variables, token, own['idempotency-key'], client.headers, options.headers],
  }
}

/** What came back, whole. */
const read = async (operation: string, send: () => Promise<Response>): Promise<Omit<Reply, 'sent'>> => {
  try {
    const response = await send()
    const requestId = response.headers.get('x-request-id')
    return { operation, status: response.status, requestId, body: await response.text() }
  } catch (reason) {
    throw new NetworkError(operation, reason)
  }
}

/** Asks again where no answer came: soon, then later, and not all clients at the same moment. */
const again = async <Answer>(ask: () => Promise<Answer>, retries: number, stop: AbortSignal): Promise<Answer> => {
  for (let n = 0; ; n++) {
    try {
      return await ask()
    } catch (error) {
      if (n >= retries || stop.aborted) throw error
      await pause(100 * 4 ** n * (1 + Math.random()), stop)
      if (stop.aborted) throw error
    }
  }
}

// `crypto.randomUUID` is not there for pages without TLS
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
