import { abortedError, timeoutError } from './failures.ts'

/** When to give up. */
export interface Deadline {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds; Infinity waits for ever. */
  readonly timeoutMs: number
}

// Beyond it, setTimeout fires at once.
const longestTimer = 2 ** 31 - 1

/**
 * Runs work until it is done, the time is up (TimeoutError) or the caller aborts (AbortedError). It rejects even if the
 * work ignores its signal, and leaves no timer and no listener behind.
 */
export const withDeadline = async <Result>(
  operation: string,
  { signal, timeoutMs }: Deadline,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  if (signal?.aborted) throw abortedError(operation, signal.reason)
  const own = new AbortController()
  // First to hear of it, or the work's own complaint about the abort would win.
  const ended = new Promise<never>((_, reject) => {
    own.signal.addEventListener('abort', () => reject(own.signal.reason))
  })
  const abort = () => own.abort(abortedError(operation, signal?.reason))
  const late = () => own.abort(timeoutError(operation, timeoutMs))
  const timer = timeoutMs <= longestTimer ? setTimeout(late, timeoutMs) : undefined
  signal?.addEventListener('abort', abort)
  try {
    return await Promise.race([ended, work(own.signal)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
