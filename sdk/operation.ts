import type { Code } from './errors.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import type { Pages } from './pages.ts'
import type { Send } from './send.ts'

/** What a list answers a page at a time. */
export interface Connection<Item> {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount?: number
}

/**
 * One document, ready to be sent: a value of its own, so that a bundle holds only the operations it imports.
 *
 * @example
 * await client.run(personOperation, { id })
 */
export interface Operation<Answer, Variables, Codes extends Code = Code> {
  readonly name: string
  readonly kind: 'query' | 'mutation' | 'subscription'
  /** The document without white space, its fragments included. */
  readonly text: string
  /** Where in `data` the answer lies: `['person']`. Empty: the answer is all of `data`. */
  readonly path: readonly string[]
  /** Where in `data` moments lie, which are answered as `Date`: `teachers.nodes.changedAt`. */
  readonly dates?: readonly string[]
  /** What reads the answer where it is more than one: a bundle without such operations does without it. */
  readonly reads?: Reads<unknown>
  /** Never set: carries the types. */
  readonly types?: (variables: Variables) => Answer
  /** Never set: carries the codes that a call may fail with. */
  readonly codes?: Codes
}

/** An operation, whatever it asks and answers. */
export type AnyOperation = Operation<unknown, never>

/** Answers an operation. */
export type Reads<Answer> = (
  client: { readonly options: ClientOptions; readonly send: Send },
  operation: AnyOperation,
  variables: object,
  options: CallOptions,
) => Answer

/** An operation whose answer is a list that goes on page by page. */
export interface PagedOperation<Page extends Connection<Item>, Variables, Item, Codes extends Code = Code>
  extends Operation<Page, Variables, Codes> {
  readonly reads: Reads<Pages<Connection<unknown>, unknown>>
  /** Never set: carries the type of one item. */
  readonly item?: Item
}

/** An operation that is answered event by event, each with a cursor. */
export interface LiveOperation<Event, Variables, Codes extends Code = Code> extends Operation<Event, Variables, Codes> {
  readonly kind: 'subscription'
  readonly reads: Reads<AsyncIterable<unknown>>
}

/**
 * A value of an enum, or one that the server has learned since this package was built: a `switch` over it wants a
 * `default`.
 */
export type Open<Value extends string> = Value | (string & Record<never, never>)
