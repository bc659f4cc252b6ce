import { isObject } from './answer.ts'
import type { ClientCode, ErrorCode } from './generated/enums.ts'
import type { Open } from './operation.ts'

export type { ClientCode } from './generated/enums.ts'

/** Why a call failed: what the server says (`ErrorCode`), what the client saw, or a code newer than this package. */
export type Code = Open<ErrorCode | ClientCode>

/** The error of one code, or one of several, which its `code` tells apart. */
export type ErrorOf<Codes extends Code> = Codes extends unknown ? ApiError<Codes> : never

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
  readonly retryAfterMs?: number | null
  readonly errors?: readonly FieldError[]
  readonly data?: unknown
  readonly reason?: unknown
}

// In the registry of symbols, so that a second copy of this package knows the errors of the first.
const brand = Symbol.for('kinerja-graph.ApiError')

/**
 * Every failed call; each code has a class of its own, such as NotFoundError. It can be logged: neither the variables nor the token nor
 * any body is in `message`, `toJSON()` or what a console prints.
 *
 * @example
 * try {
 *   await client.person({ id })
 * } catch (error) {
 *   if (ApiError.is(error, 'NOT_FOUND')) return null
 *   throw error
 * }
 */
export class ApiError<Is extends Code = Code> extends Error {
  readonly code: Is
  /** The name of the operation. */
  readonly operation: string
  /** Quote it when you report a fault of the server. */
  readonly requestId: string | null
  /** HTTP; null when nothing came back. */
  readonly status: number | null
  /** How long the server wants to be left alone; null where it does not say. */
  readonly retryAfterMs: number | null
  readonly errors: readonly FieldError[]
  readonly #data: unknown
  readonly #reason: unknown

  constructor(failure: Failure) {
    super(`${failure.operation}: ${failure.code}: ${failure.message}`)
    this.code = failure.code as Is
    this.operation = failure.operation
    this.requestId = failure.requestId ?? null
    this.status = failure.status ?? null
    this.retryAfterMs = failure.retryAfterMs ?? null
    this.errors = failure.errors ?? []
    this.#data = failure.data
    this.#reason = failure.reason
  }

  /** Whether it is one of ours, and of this code, whichever copy of the package threw it. */
  static is<Wanted extends Code = Code>(error: unknown, code?: Wanted): error is ApiError<Wanted> {
    return isObject(error) && brand in error && (code === undefined || error['code'] === code)
  }

  get [brand](): true {
    return true
  }

  /** With CONFLICT: the version of what has changed meanwhile; null where that is not the reason. */
  get currentVersion(): number | null {
    return this.errors[0]?.currentVersion ?? null
  }

  /** What was answered beside the errors; null in every place that failed. Undefined: nothing was. */
  get data(): unknown {
    return this.#data
  }

  /** What the runtime threw. It may quote what was sent: look at it, do not log it. */
  debug(): unknown {
    return this.#reason
  }

  toJSON(): object {
    const { name, message } = this
    return Object.assign({ name, message }, this)
  }
}
