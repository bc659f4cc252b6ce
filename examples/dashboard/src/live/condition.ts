import { onlineManager, type QueryCache, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether the browser believes that it is connected. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )

/** Something about all that has been read. */
function useReadings<Value>(look: (cache: QueryCache) => Value): Value {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    useCallback((listener) => cache.subscribe(listener), [cache]),
    () => look(cache),
  )
}

/** When something was read last, in milliseconds; 0 before. */
export const useReadAt = (): number =>
  useReadings((cache) => Math.max(0, ...cache.getAll().map(({ state }) => state.dataUpdatedAt)))

/** Why something that is shown could not be read again; null where all could. */
export const useTrouble = (): Error | null =>
  useReadings(
    (cache) => cache.getAll().find(({ state }) => state.data !== undefined && state.error)?.state.error ?? null,
  )
