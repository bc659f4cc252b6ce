import { useSyncExternalStore } from 'react'

/** A value that components are drawn anew for. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly use: () => T
}

/** Makes a store, with what is in it at first. */
export const storeOf = <T>(first: T): Store<T> => {
  let value = first
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => value
  return {
    get,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
