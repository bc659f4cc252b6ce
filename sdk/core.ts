import { at } from './answer.ts'
import { Call } from './call.ts'
import { realClock } from './clock.ts'
import type { Code } from './errors.ts'
import type { AnyOperation, Connection, LiveOperation, Operation, PagedOperation, Reads } from './operation.ts'
import type { CallOptions, ClientOptions } from './options.ts'
import type { Pages } from './pages.ts'
import { sender } from './send.ts'

/** Variables and options of a call; variables may be left out where none is required. */
export type Arguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables | undefined, options?: CallOptions | undefined]
    : [variables: Variables, options?: CallOptions | undefined]

/**
 * Sends any operation. A list answers `Pages`, a subscription its events, everything else a `Call`: a promise of the field asked for.
 * Throws an ApiError; a list of something that does not exist is NOT_FOUND.
 */
export interface Run {
  <Page extends Connection<Item>, Variables, Item, Codes extends Code>(
    operation: PagedOperation<Page, Variables, Item, Codes>,
    ...rest: Arguments<Variables>
  ): Pages<Page, Item, Codes>
  <Event, Variables>(operation: LiveOperation<Event, Variables>, ...rest: Arguments<Variables>): AsyncIterable<Event>
  <Answer, Variables, Codes extends Code>(
    operation: Operation<Answer, Variables, Codes>,
    ...rest: Arguments<Variables>
  ): Call<Answer, Codes>
}

/** A client without functions of its own. */
export interface CoreClient {
  readonly run: Run
}

/**
 * Makes the smallest client: one that sends the operations you import, and nothing else gets into your bundle.
 *
 * @example
 * import { createClient } from '@kinerja/sdk/core'
 * import { teachersOperation } from '@kinerja/sdk/operations'
 *
 * const client = createClient({ url, token })
 * for await (const teacher of client.run(teachersOperation, { first: 100 })) console.log(teacher.person.name)
 */
export const createClient = (options: ClientOptions): CoreClient => {
  const clock = options.clock ?? realClock
  const send = (options.use ?? []).reduceRight((next, layer) => layer(next, clock), sender(options))
  const run = (operation: AnyOperation, variables: object = {}, callOptions: CallOptions = {}): unknown =>
    (operation.reads ?? callOf)({ options, send }, operation, variables, callOptions)
  return { run: run as Run }
}

const callOf: Reads<Call<unknown>> = ({ send }, operation, variables, options) => {
  const call = new Call(async () => {
    const { data, meta } = await send(operation, variables, options)
    return { data: at(data, operation.path), meta }
  })
  // It is there for what it does, whether or not anybody waits for what it answers.
  if (operation.kind === 'mutation') call.withMeta()
  return call
}
