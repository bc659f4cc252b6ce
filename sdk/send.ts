import { type Clock, realClock } from './clock.ts'
import { withDeadline } from './deadline.ts'
import { broken } from './failures.ts'
import type { AnyOperation } from './operation.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import { post } from './post.ts'
import { type Cost, dataOf } from './response.ts'
import { delayOf, passes } from './retry.ts'

/** What is known of an answer beside it. */
export interface Meta {
  /** Quote it when you report a fault of the server. */
  readonly requestId: string | null
  readonly status: number
  readonly headers: Headers
  /** What it cost and what is left of the budget; null where the server does not tell. */
  readonly cost: Cost | null
  /** How often it was sent. */
  readonly attempts: number
}

/** The `data` of an answer, and what is known of it. */
export interface Told<Data = unknown> {
  readonly data: Data
  readonly meta: Meta
}

/** Sends an operation. Throws an ApiError, or whatever the token function or a hook throws. */
export type Send = (operation: AnyOperation, variables: object, options: CallOptions) => Promise<Told>

/** What calls go through on their way: it may wait, send something else instead, or remember. */
export type Layer = (send: Send, clock: Clock) => Send

/** Sends, and sends again as long as there is hope and time. */
export const sender =
  (client: ClientOptions): Send =>
  async (operation, variables, options) => {
    const { now, sleep, random } = client.clock ?? realClock
    const { signal } = options
    const timeoutMs = options.timeoutMs ?? client.timeoutMs ?? 15_000
    const deadlineMs = options.deadlineMs ?? client.deadlineMs ?? 4 * timeoutMs
    const retries = options.retries ?? client.retries ?? 2
    const { name, kind } = operation
    const key = kind === 'mutation' ? (options.idempotencyKey ?? randomKey()) : undefined
    const own = { accept: anyJson, ...(key === undefined ? {} : { 'idempotency-key': key }) }
    const end = now() + deadlineMs
    for (let attempt = 1; ; attempt++) {
      try {
        const limit = { signal, timeoutMs: Math.max(1, Math.min(timeoutMs, end - now())) }
        return await withDeadline(name, limit, async (stop) => {
          const { go, sent } = await post(client, operation, variables, options, own)
          client.onRequest?.({ operation: name, attempt })
          const begun = now()
          const response = await go(stop).catch(broken(name))
          const { status, headers } = response
          const body = await response.text().catch(broken(name))
          const requestId = headers.get('x-request-id')
          client.onResponse?.({ operation: name, attempt, status, requestId, ms: now() - begun })
          const { data, cost } = dataOf({ operation, status, headers, body, sent, now: now() })
          return { data, meta: { requestId, status, headers, cost, attempts: attempt } }
        })
      } catch (error) {
        if (attempt > retries || !passes(error)) throw error
        const delayMs = delayOf(error, attempt, random)
        if (now() + delayMs >= end) throw error
        client.onRetry?.({ operation: name, attempt, delayMs, error })
        await sleep(delayMs, signal)
      }
    }
  }

const anyJson = 'application/graphql-response+json, application/json'

// `crypto.randomUUID` is not there for pages without TLS
const randomKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')
