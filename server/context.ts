import type { EntityManager } from '@mikro-orm/postgresql'
import type { Viewer } from './access/viewer.ts'
import { signInFirst } from './errors.ts'
import type { Traits } from './http/exchange.ts'
import { createReadBacks, type ReadBacks } from './reader/read-back.ts'
import type { Found, Query, Reader } from './reader/reader.ts'

/** What one request carries. Built by `app.ts`. */
export interface Context {
  readonly viewer: Viewer | null
  readonly requestId: string
  /** Whether the answer tells how it was read. */
  readonly explains: boolean
  /** What metrics and the log may know of the request. */
  readonly traits: Traits
  /** What the reader finds for the request's operation; asked once, however many root fields want it. */
  find(query: Omit<Query, 'viewer' | 'signal'>): Promise<Found>
  /** What mutations have written, as the viewer sees it. */
  readonly readBacks: ReadBacks
  /** Does the work of one mutation in one transaction, with entities of its own. Refuses strangers. */
  write<Result>(work: (em: EntityManager, viewer: Viewer) => Promise<Result>): Promise<Result>
}

/** What a context is made of. */
interface Parts {
  readonly reader: Reader
  readonly em: EntityManager
}

/** The context of a request. */
export function createContext(
  { reader, em }: Parts,
  request: Omit<Context, 'find' | 'readBacks' | 'write'> & { signal: AbortSignal },
): Context {
  const { signal, ...context } = request
  const { viewer } = context
  let found: Promise<Found> | undefined
  return {
    ...context,
    find(query) {
      found ??= reader.find({ ...query, viewer, signal })
      return found
    },
    readBacks: createReadBacks(reader, viewer, signal),
    async write(work) {
      if (!viewer) throw signInFirst()
      return em.fork().transactional((transaction) => work(transaction, viewer))
    },
  }
}
