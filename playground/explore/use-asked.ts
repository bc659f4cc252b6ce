import { useCallback, useEffect, useState } from 'react'

/** What was asked for: the newest that arrived, whether something newer is under way, or why it failed. */
export interface Asked<Value> {
  readonly value: Value | null
  readonly busy: boolean
  readonly error: unknown
  readonly again: () => void
}

/** Asks whenever `ask` is another function; what arrives too late is left out. */
export function useAsked<Value>(ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [value, setValue] = useState<Value | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(true)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const left = new AbortController()
    setBusy(true)
    const settled = (set: () => void) => {
      if (left.signal.aborted) return
      set()
      setBusy(false)
    }
    ask(left.signal).then(
      (value) =>
        settled(() => {
          setValue(value)
          setError(null)
        }),
      (error: unknown) => settled(() => setError(error)),
    )
    return () => left.abort()
  }, [ask, attempt])
  return { value, busy, error, again: useCallback(() => setAttempt((attempt) => attempt + 1), []) }
}
