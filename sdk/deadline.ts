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
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let abort = () => {}
  const deadline = new Promise<never>((_, reject) => {
    const giveUp = (error: Error) => {
      // First, or the work's own complaint about the abort would win.
      reject(error)
      controller.abort(error)
    }
    abort = () => giveUp(abortedError(operation, signal?.reason))
    signal?.addEventListener('abort', abort)
    if (timeoutMs <= longestTimer) timer = setTimeout(() => giveUp(timeoutError(operation, timeoutMs)), timeoutMs)
  })
  try {
    return await Promise.race([deadline, work(controller.signal)])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
