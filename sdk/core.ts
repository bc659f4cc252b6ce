import { at } from './answer.ts'
import { ApiError } from './errors.ts'
import type { Connection, LiveOperation, Operation, PagedOperation } from './operation.ts'
import { Pages } from './pages.ts'
import { type CallOptions, type ClientOptions, request } from './request.ts'

/** Variables and options of a call; variables may be left out where none is required. */
export type Arguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: CallOptions | undefined]
    : [variables: Variables, options?: CallOptions | undefined]

/**
 * Sends any operation. A list answers `Pages`, a subscription its events, everything else a promise of the field asked for.
 * Throws an ApiError; a list of something that does not exist is NOT_FOUND.
 */
export interface Run {
  <Page extends Connection<Item>, Variables, Item>(
    operation: PagedOperation<Page, Variables, Item>,
    ...rest: Arguments<Variables>
  ): Pages<Page, Item>
  <Event, Variables>(operation: LiveOperation<Event, Variables>, ...rest: Arguments<Variables>): AsyncIterable<Event>
  <Answer, Variables>(operation: Operation<Answer, Variables>, ...rest: Arguments<Variables>): Promise<Answer>
}

/** A client without functions of its own. */
export interface CoreClient {
  readonly run: Run
}

/**
 * Makes the smallest client: one that sends the operations you import, and nothing else gets into your bundle.
 *
 * @example
 * import { createClient } from 'kinerja-graph/core'
 * import { teachersOperation } from 'kinerja-graph/operations'
 *
 * const client = createClient({ url, token })
 * for await (const teacher of client.run(teachersOperation, { first: 100 })) console.log(teacher.person.name)
 */
export const createClient = (client: ClientOptions): CoreClient => {
  const run = (operation: Operation<unknown, never>, variables: object = {}, options: CallOptions = {}): unknown => {
    const { name, path, paged, live } = operation
    if (live) return live(client, operation, variables, options)
    if (!paged) return request(client, operation, variables, options).then((data) => at(data, path))

    return new Pages(name, async (after) => {
      const data = await request(client, operation, after === undefined ? variables : { ...variables, after }, options)
      const connection = at(data, path)
      if (connection === null)
        throw new ApiError({ code: 'NOT_FOUND', message: 'There is no such list.', operation: name })
      return connection as Connection<unknown>
    })
  }
  return { run: run as Run }
}
