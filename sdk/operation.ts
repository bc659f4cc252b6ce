import type { CallOptions, ClientOptions } from './request.ts'

/** What a list answers a page at a time. */
export interface Connection<Item> {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount?: number
}

/**
 * One document, ready to be sent: a plain value, so that a bundle holds only the operations it imports.
 *
 * @example
 * await client.run(personOperation, { id })
 */
export interface Operation<Answer, Variables> {
  readonly name: string
  readonly kind: 'query' | 'mutation' | 'subscription'
  /** The document without white space, its fragments included. */
  readonly text: string
  /** Where in `data` the answer lies: `['person']`. Empty: the answer is all of `data`. */
  readonly path: readonly string[]
  /** Whether the answer is a connection, which goes on page by page. */
  readonly paged?: true
  /** What reads the answer, where it goes on event by event: a bundle without such operations does without it. */
  readonly live?: Events
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Answer
}

/** An operation whose answer is a list that goes on page by page. */
export interface PagedOperation<Page extends Connection<Item>, Variables, Item> extends Operation<Page, Variables> {
  readonly paged: true
  /** Never set: carries the type of one item. */
  readonly item?: Item
}

/** Reads the events of a subscription. */
export type Events = (
  client: ClientOptions,
  operation: Operation<unknown, never>,
  variables: object,
  options: CallOptions,
) => AsyncIterable<unknown>

/** An operation that is answered event by event, each with a cursor. */
export interface LiveOperation<Event, Variables> extends Operation<Event, Variables> {
  readonly kind: 'subscription'
  readonly live: Events
}

/**
 * A value of an enum, or one that the server has learned since this package was built: a `switch` over it wants a
 * `default`.
 */
export type Open<Value extends string> = Value | (string & Record<never, never>)
