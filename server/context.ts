import type { Viewer } from './access/viewer.ts'
import { entriesOf } from './audit/reads.ts'
import type { Trail } from './audit/trail.ts'
import type { Found, Query, Reader } from './reader/reader.ts'

/** What one request carries. Built by `app.ts`. */
export interface Context {
  readonly viewer: Viewer | null
  readonly requestId: string
  /** Whether the answer tells how it was read. */
  readonly explains: boolean
  /** What the reader finds for the request's operation; asked once, however many root fields want it. */
  find(query: Omit<Query, 'viewer' | 'signal'>): Promise<Found>
}

/** The context of a request. */
export function createContext(
  reader: Reader,
  trail: Trail,
  request: Omit<Context, 'find'> & { signal: AbortSignal },
): Context {
  const { signal, ...context } = request
  const read = async (query: Parameters<Context['find']>[0]) => {
    const found = await reader.find({ ...query, viewer: context.viewer, signal })
    trail.add(entriesOf(found, context))
    return found
  }
  let found: Promise<Found> | undefined
  return {
    ...context,
    find(query) {
      found ??= read(query)
      return found
    },
  }
}
