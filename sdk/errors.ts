import { isObject } from './answer.ts'
import type { ErrorCode } from './generated/operations.ts'
import type { Open } from './operation.ts'

/** Why a call failed: what the server says (`ErrorCode`), what the client saw, or a code newer than this package. */
export type Code = Open<ErrorCode | 'NETWORK' | 'TIMEOUT' | 'ABORTED' | 'BAD_RESPONSE'>

/** One error of the response: which field it is about, and why. */
export interface FieldError {
  readonly message: string
  readonly code: Code
  readonly path: readonly (string | number)[]
  /** With CONFLICT: the version of what has changed meanwhile; null where that is not the reason. */
  readonly currentVersion: number | null
}

/** What an ApiError is made of; texts must be redacted already. */
export interface Failure {
  readonly code: Code
  readonly message: string
  readonly operation: string
  readonly requestId?: string | null
  readonly status?: number | null
  readonly errors?: readonly FieldError[]
  readonly data?: unknown
  readonly reason?: unknown
}

// In the registry of symbols, so that a second copy of this package knows the errors of the first.
const brand = Symbol.for('kinerja-graph.ApiError')

/**
 * Every failed call. It can be logged: neither the variables nor the token nor any body is in `message`, `toJSON()` or
 * what a console prints.
 *
 * @example
 * try {
 *   await client.person({ id })
 * } catch (error) {
 *   if (ApiError.is(error, 'NOT_FOUND')) return null
 *   throw error
 * }
 */
export class ApiError extends Error {
  readonly code: Code
  /** The name of the operation. */
  readonly operation: string
  /** Quote it when you report a fault of the server. */
  readonly requestId: string | null
  /** HTTP; null when nothing came back. */
  readonly status: number | null
  readonly errors: readonly FieldError[]
  readonly #data: unknown
  readonly #reason: unknown

  constructor(failure: Failure) {
    super(`${failure.operation}: ${failure.code}: ${failure.message}`)
    this.code = failure.code
    this.operation = failure.operation
    this.requestId = failure.requestId ?? null
    this.status = failure.status ?? null
    this.errors = failure.errors ?? []
    this.#data = failure.data
    this.#reason = failure.reason
  }

  /** Whether it is one of ours, and of this code, whichever copy of the package threw it. */
  static is<Wanted extends Code = Code>(error: unknown, code?: Wanted): error is ApiError & { readonly code: Wanted } {
    return isObject(error) && brand in error && (code === undefined || error['code'] === code)
  }

  get [brand](): true {
    return true
  }

  /** What was answered beside the errors; null in every place that failed. Undefined: nothing was. */
  get data(): unknown {
    return this.#data
  }

  /** What the runtime threw. It may quote what was sent: look at it, do not log it. */
  debug(): unknown {
    return this.#reason
  }

  toJSON(): Record<string, unknown> {
    const { name, code, message, operation, requestId, status, errors } = this
    return { name, code, message, operation, requestId, status, errors }
  }
}

/** No answer came: the server cannot be reached, or the connection broke. */
export class NetworkError extends ApiError {
  constructor(operation: string, reason: unknown) {
    super({ code: 'NETWORK', message: `No answer came${systemCode(reason)}.`, operation, reason })
  }
}

/** The client waited as long as it was told to. (The server's own TIMEOUT is an ApiError with a status.) */
export class TimeoutError extends ApiError {
  constructor(operation: string, timeoutMs: number) {
    super({ code: 'TIMEOUT', message: `No answer within ${timeoutMs} ms.`, operation })
  }
}

/** The caller's signal was aborted. Its name is the one that fetch uses. */
export class AbortedError extends ApiError {
  constructor(operation: string, reason: unknown) {
    super({ code: 'ABORTED', message: 'Aborted by the caller.', operation, reason })
  }
}

// On the prototypes, where the stack trace finds them, and as text, which survives a minifier.
ApiError.prototype.name = 'ApiError'
NetworkError.prototype.name = 'NetworkError'
TimeoutError.prototype.name = 'TimeoutError'
AbortedError.prototype.name = 'AbortError'

// `ECONNREFUSED` tells enough; a message of the runtime may quote a header, and with it the token.
const systemCode = (reason: unknown): string => {
  const { code } = ((reason as Error | undefined)?.cause ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? ` (${code})` : ''
}
