import type { Viewer } from './access/viewer.ts'
import type { Account } from './limit/account.ts'
import type { Found, Query, Reader } from './reader/reader.ts'

/** What one request carries. Built by `app.ts`. */
export interface Context {
  readonly viewer: Viewer | null
  readonly requestId: string
  /** The budget that pays for the request. */
  readonly account: Account
  /** Whether the answer tells how it was read. */
  readonly explains: boolean
  /** What the reader finds for the request's operation; asked once, however many root fields want it. */
  find(query: Omit<Query, 'viewer' | 'signal'>): Promise<Found>
}

/** The context of a request. */
export function createContext(reader: Reader, request: Omit<Context, 'find'> & { signal: AbortSignal }): Context {
  const { signal, ...context } = request
  let found: Promise<Found> | undefined
  return {
    ...context,
    find(query) {
      found ??= reader.find({ ...query, viewer: context.viewer, signal })
      return found
    },
  }
}
