import { isObject } from './answer.ts'
import { decode } from './decode.ts'
import { failed } from './error-class.ts'
import type { FieldError } from './errors.ts'
import type { AnyOperation } from './operation.ts'
import { redact } from './redaction.ts'
import { retryAfterOf } from './retry.ts'

/** What came back, and what was sent, which must not leak into an error. */
export interface Reply {
  readonly operation: AnyOperation
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly sent: unknown
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What an answer cost, in points, and what is left of the budget that pays for it. */
export interface Cost {
  readonly requested: number
  /** Rows of pages that were asked for. */
  readonly nodes: number
  readonly budget: { readonly limit: number; readonly remaining: number; readonly restorePerSecond: number }
}

/** The `data` of a response, and its cost. Throws an ApiError when there are errors, even beside data, or when it is no GraphQL. */
export const dataOf = (reply: Reply): { readonly data: unknown; readonly cost: Cost | null } => {
  const { operation, status, headers, sent, now } = reply
  const body = fieldsOf(parse(reply.body))
  const { data } = body
  for (const path of operation.dates ?? []) decode(data, path.split('.'))
  const errors = Array.isArray(body['errors']) ? body['errors'].filter(isObject) : []
  const [first] = errors
  if (isObject(data) && !first) return { data, cost: (fieldsOf(body['extensions'])['cost'] ?? null) as Cost | null }

  const told = errors.map((error) => fieldError(error, sent))
  const { code, message } = told[0] ?? { code: 'BAD_RESPONSE', message: `HTTP ${status}, no GraphQL.` }
  throw failed({
    code,
    message,
    operation: operation.name,
    status,
    requestId: headers.get('x-request-id'),
    retryAfterMs: retryAfterOf(headers, now),
    errors: told,
    data: data ?? undefined,
  })
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

const fieldError = ({ message, path, extensions }: Record<string, unknown>, sent: unknown): FieldError => {
  const { code, currentVersion } = fieldsOf(extensions)
  return {
    message: redact(String(message), sent),
    code: /^[A-Z][A-Z_]*$/.test(String(code)) ? String(code) : 'BAD_RESPONSE',
    path: Array.isArray(path) ? path : [],
    currentVersion: typeof currentVersion === 'number' ? currentVersion : null,
  }
}

const fieldsOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
