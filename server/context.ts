import type { EntityManager } from '@mikro-orm/postgresql'
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql'
import type { MutationName } from './access/policy.ts'
import type { Viewer } from './access/viewer.ts'
import { entriesOf } from './audit/reads.ts'
import { record } from './audit/record.ts'
import type { Trail } from './audit/trail.ts'
import { Refusal, signInFirst } from './errors.ts'
import type { Feed, Happening } from './event/feed.ts'
import { eventsOf, type Listening, peopleAt, sightOf } from './event/listening.ts'
import type { Traits } from './http/exchange.ts'
import type { Identified } from './id.ts'
import type { Deeds } from './idempotency/deed.ts'
import { once, type Plain } from './idempotency/once.ts'
import type { Account } from './limit/account.ts'
import { createReadBacks, type ReadBacks } from './reader/read-back.ts'
import type { Found, Query, Reader } from './reader/reader.ts'

/** What one request carries. Built by `app.ts`. */
export interface Context {
  readonly viewer: Viewer | null
  readonly requestId: string
  /** When it is for this request: one moment from its start to its end. */
  readonly now: Date
  /** The budget that pays for the request. */
  readonly account: Account
  /** Whether the answer tells how it was read. */
  readonly explains: boolean
  /** What metrics and the log may know of the request. */
  readonly traits: Traits
  /** What the reader finds for the request's operation; asked once, however many root fields want it. */
  find(query: Omit<Query, 'viewer' | 'signal'>): Promise<Found>
  /** What mutations have written, as the viewer sees it. */
  readonly readBacks: ReadBacks
  /** Null where events cannot be sent. */
  readonly live: Live | null
  /** Refuses a plan that the viewer does not see, as `plan(id:)` does. */
  requirePlan(id: string, schema: GraphQLSchema): Promise<void>
  /** Refuses an office at whose schools the viewer watches over nobody. */
  requirePeople(office: string, schema: GraphQLSchema): Promise<void>
  /** Events, as long as the request lasts; without those of what the viewer may not see by then. */
  listen(to: Listening): Promise<AsyncIterable<Happening>>
  /**
   * Does the work of one mutation in one transaction, with entities of its own, and puts it on record. Refuses strangers. Where the
   * request carries a key that it was done under before, the result of then is given, and nothing is done.
   */
  write<Result extends Plain<Result>>(
    change: Change<Result>,
    work: (em: EntityManager, viewer: Viewer) => Promise<Result>,
  ): Promise<Result>
}

/** A request that a subscription may answer, event by event. */
export interface Live {
  /** Aborted, with a refusal as reason, when the server ends it. */
  readonly over: AbortController
  /** Whether what is no subscription is answered in JSON instead. */
  readonly orJson?: boolean
  /** The cursor that its events begin at. */
  from?: string
  /** What it is answered with, once it is admitted. */
  stream?: AsyncIterable<FormattedExecutionResult>
  /** Why it was not. */
  failure?: unknown
}

/** What a mutation leaves on record. */
interface Change<Result> {
  readonly action: MutationName
  readonly type: Identified
  /** Whom it is about: the keys of people; of the changed rows themselves where these belong to nobody. */
  readonly subjects: (result: Result) => readonly string[]
  /** Whether the result holds what is told once, and kept nowhere. */
  readonly secret?: boolean
}

/** What a context is made of. */
interface Parts {
  readonly reader: Reader
  readonly trail: Trail
  readonly em: EntityManager
  readonly feed: Feed
}

/** The context of a request. */
export function createContext(
  { reader, trail, em, feed }: Parts,
  request: Omit<Context, 'find' | 'readBacks' | 'requirePlan' | 'requirePeople' | 'listen' | 'write'> & {
    signal: AbortSignal
    deeds: Deeds
  },
): Context {
  const { signal, deeds, ...context } = request
  const { viewer, requestId } = context
  const read = async (query: Omit<Query, 'viewer' | 'signal'>) => {
    const found = await reader.find({ ...query, viewer, signal })
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
    readBacks: createReadBacks(read),
    async requirePlan(id, schema) {
      const refusal = (await read(sightOf(id, schema))).refused.get('plan')
      if (refusal) throw refusal
    },
    async requirePeople(office, schema) {
      if (!viewer) throw signInFirst()
      const { data } = viewer.role === 'ANALYST' ? { data: {} } : await read(peopleAt(office, schema))
      const { totalCount = 0 } = (data as { analytics?: { totalCount: number } }).analytics ?? {}
      if (!totalCount) throw new Refusal('FORBIDDEN', 'You watch over nobody at the schools of that office.')
    },
    // nothing is told by this, so it does not go on record
    async listen(to) {
      const heard = await eventsOf(feed, (query) => reader.find({ ...query, viewer, signal }), signal, to)
      if (context.live) context.live.from = heard.from
      return heard.happenings
    },
    async write({ action, type, subjects, secret = false }, work) {
      if (!viewer) throw signInFirst()
      const deed = deeds()
      const result = await em.fork().transactional((transaction) =>
        once(transaction, { deed, secret }, async () => {
          const result = await work(transaction, viewer)
          await transaction.flush()
          await record(transaction, { viewer, action, type, subjects: subjects(result), requestId })
          return result
        }),
      )
      feed.wake()
      return result
    },
  }
}
