import { ApiError, type Code } from './errors.ts'

const passing: readonly Code[] = ['NETWORK', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE']

// Of an answer that is no GraphQL: whoever stands before the server is in trouble.
const passingStatus: readonly number[] = [408, 425, 429]

/** Whether a failure may pass by itself. What ran too long for the server would again; what was too late for us may come sooner. */
export const passes = (error: unknown): error is ApiError => {
  if (!ApiError.is(error)) return false
  const { code, status } = error
  if (code === 'TIMEOUT') return status === null
  if (code === 'BAD_RESPONSE') return status !== null && (status >= 500 || passingStatus.includes(status))
  return passing.includes(code)
}

/** How long to wait before the next attempt: as long as the server says, else longer each time, and not all clients alike. */
export const delayOf = ({ retryAfterMs }: ApiError, attempt: number, random: () => number): number =>
  retryAfterMs ?? random() * Math.min(8_000, 250 * 2 ** (attempt - 1))

/** Milliseconds of `Retry-After`, which tells seconds or a date; null where it tells neither. */
export const retryAfterOf = (headers: Headers, now: number): number | null => {
  const told = headers.get('retry-after')
  if (!told) return null
  const milliseconds = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - now
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds)
}
