import { failed } from './error-class.ts'
import type { ApiError } from './errors.ts'

/** Throws what the runtime says when no answer comes: the server cannot be reached, or the connection broke. */
export const broken =
  (operation: string) =>
  (reason: unknown): never => {
    throw failed({ code: 'NETWORK', message: `No answer came${systemCode(reason)}.`, operation, reason })
  }

/** The client waited as long as it was told to. (The server's own TIMEOUT has a status.) */
export const timeoutError = (operation: string, timeoutMs: number): ApiError =>
  failed({ code: 'TIMEOUT', message: `No answer within ${timeoutMs} ms.`, operation })

/** The caller's signal was aborted. */
export const abortedError = (operation: string, reason: unknown): ApiError =>
  failed({ code: 'ABORTED', message: 'Aborted by the caller.', operation, reason })

// `ECONNREFUSED` tells enough; a message of the runtime may quote a header, and with it the token.
const systemCode = (reason: unknown): string => {
  const { code } = ((reason as Error | undefined)?.cause ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? ` (${code})` : ''
}
