import type { Clock } from './clock.ts'
import type { ApiError } from './errors.ts'
import type { Layer } from './send.ts'

/** A bearer token, or what fetches one before each request; undefined asks as nobody. */
export type Token = string | (() => string | undefined | Promise<string | undefined>)

/** One request: an operation is sent again under the next attempt. */
export interface Attempt {
  /** The name of the operation. */
  readonly operation: string
  /** 1 for the first. */
  readonly attempt: number
}

/**
 * How a subscription is: `connecting` until the server has begun to answer for the first time, `open` while it does, `reconnecting` after a
 * break, `closed` in the end.
 */
export type Status = 'connecting' | 'open' | 'reconnecting' | 'closed'

/** What a client is made of. */
export interface ClientOptions {
  /** For instance `https://kinerja.example/graphql`. */
  readonly url: string
  readonly token?: Token | undefined
  /** Instead of the runtime's own. */
  readonly fetch?: typeof fetch | undefined
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Milliseconds that one attempt may take, the token included. Default 15,000. */
  readonly timeoutMs?: number | undefined
  /** Milliseconds that a call may take with all attempts and the pauses between them; each page of a list is a call. Default: four attempts'. */
  readonly deadlineMs?: number | undefined
  /**
   * How often a call is sent again that may succeed later: no answer came, a proxy was in trouble, RATE_LIMITED, SERVICE_UNAVAILABLE. A
   * mutation is done once however often it arrives. Default 2.
   */
  readonly retries?: number | undefined
  /** What calls go through on their way, the outermost first: `coalescing()`, `pacing()`. */
  readonly use?: readonly Layer[] | undefined
  /** Told before each attempt. Hooks see neither variables nor answers. */
  readonly onRequest?: ((attempt: Attempt) => void) | undefined
  /** Told of each answer, whatever it says. */
  readonly onResponse?:
    | ((answer: Attempt & { readonly status: number; readonly requestId: string | null; readonly ms: number }) => void)
    | undefined
  /** Told of each attempt that failed and is followed by another. */
  readonly onRetry?: ((failure: Attempt & { readonly delayMs: number; readonly error: ApiError }) => void) | undefined
  /** Instead of the runtime's own, for tests. */
  readonly clock?: Clock | undefined
}

/** What one call does differently. */
export interface CallOptions {
  /** Stops the call, a pause before another attempt, and a list between or within pages; it fails with ABORTED. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds per attempt. */
  readonly timeoutMs?: number | undefined
  /** Milliseconds for all attempts. */
  readonly deadlineMs?: number | undefined
  readonly retries?: number | undefined
  /** Over those of the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * 1 to 255 visible ASCII characters that stand for a mutation: sent again under the same key within 24 hours, be it by another process,
   * it is not done again. Default: a random one for each call.
   */
  readonly idempotencyKey?: string | undefined
  /** Told how a subscription is; other calls do not tell. */
  readonly onStatus?: ((status: Status) => void) | undefined
}
