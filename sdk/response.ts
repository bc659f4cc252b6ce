import { isObject } from './answer.ts'
import { ApiError, type Code, type FieldError } from './errors.ts'
import { redact } from './redaction.ts'

/** What came back, and what was sent, which must not leak into an error. */
export interface Reply {
  readonly operation: string
  readonly status: number
  readonly requestId: string | null
  readonly body: string
  readonly sent: unknown
}

/** The `data` of a response. Throws an ApiError when there are errors, even beside data, or when it is no GraphQL. */
export const dataOf = (reply: Reply): unknown => {
  const { operation, status } = reply
  const body = parse(reply)
  const failed = isObject(body) && Array.isArray(body['errors']) ? body['errors'].filter(isObject) : []
  if (isObject(body) && isObject(body['data']) && failed.length === 0) return body['data']

  const errors = failed.map((error) => fieldError(error, reply.sent))
  const [first] = errors
  const requestId = text(extensions(failed[0])['requestId']) ?? reply.requestId
  if (!first) {
    throw new ApiError({ code: 'BAD_RESPONSE', message: `HTTP ${status}, no GraphQL.`, operation, status, requestId })
  }
  const data = isObject(body) ? body['data'] : undefined
  const { code, message } = first
  throw new ApiError({ code, message, operation, status, requestId, errors, data: data ?? undefined })
}

const parse = ({ body, operation, status, requestId }: Reply): unknown => {
  try {
    return JSON.parse(body)
  } catch (reason) {
    const message = `HTTP ${status}, and the body is not JSON.`
    throw new ApiError({ code: 'BAD_RESPONSE', message, operation, status, requestId, reason })
  }
}

const fieldError = (error: Record<string, unknown>, sent: unknown): FieldError => ({
  message: redact(text(error['message']) ?? 'No message.', sent),
  code: code(extensions(error)['code']),
  path: Array.isArray(error['path']) ? error['path'] : [],
  currentVersion: number(extensions(error)['currentVersion']),
})

const extensions = (error: Record<string, unknown> | undefined): Record<string, unknown> =>
  isObject(error?.['extensions']) ? error['extensions'] : {}

const code = (value: unknown): Code =>
  typeof value === 'string' && /^[A-Z][A-Z_]*$/.test(value) ? value : 'BAD_RESPONSE'

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
