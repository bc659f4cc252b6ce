/** Where a client takes time and chance from; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits, or until the signal is aborted; it never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

/** The runtime's own. */
export const realClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', go)
        resolve()
      }
      const timer = setTimeout(go, milliseconds)
      signal?.addEventListener('abort', go)
      if (signal?.aborted) go()
    }),
}
