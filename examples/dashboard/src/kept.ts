import { useSyncExternalStore } from 'react'

/** A text that outlives the page's next drawing, and who is told when it changes. */
export interface Kept {
  read(): string | null
  write(value: string | null): void
  subscribe(listener: () => void): () => void
}

const keptBy = (read: Kept['read'], write: Kept['write']): Kept => {
  const listeners = new Set<() => void>()
  return {
    read,
    write: (value) => {
      write(value)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Kept by the browser: `sessionStorage` until the tab is closed, `localStorage` for longer. */
export const keptIn = (storage: Storage, key: string): Kept =>
  keptBy(
    () => storage.getItem(key),
    (value) => (value === null ? storage.removeItem(key) : storage.setItem(key, value)),
  )

/** Kept in the page's address, so that it can be sent to a colleague. */
export const keptInAddress = (name: string): Kept =>
  keptBy(
    () => new URLSearchParams(location.search).get(name),
    (value) => {
      const address = new URL(location.href)
      if (value === null) address.searchParams.delete(name)
      else address.searchParams.set(name, value)
      history.replaceState(null, '', address)
    },
  )

/** Draws again whenever it changes. */
export const useKept = (kept: Kept): string | null => useSyncExternalStore(kept.subscribe, kept.read)
