import { type Difference, differenceOf, type ItemOf, isSame } from './difference.ts'
import { ApiError } from './errors.ts'
import type { CallOptions } from './options.ts'

/** What is watched, as it is now. */
export type Change<Data> =
  | { readonly type: 'snapshot'; readonly data: Data }
  | {
      /** `resync`: what happened meanwhile is not known any more, so all was read again. */
      readonly type: 'changed' | 'resync'
      readonly data: Data
      readonly before: Data
      readonly difference: Difference<ItemOf<Data>>
    }

/** What a watch does differently. */
export type WatchOptions = Pick<CallOptions, 'signal' | 'timeoutMs' | 'headers' | 'onStatus'>

type Subscribe = (options: CallOptions) => AsyncIterable<unknown>

/** Why it is to be read. */
type Reason = Change<unknown>['type']

/**
 * Reads something and goes on telling what becomes of it: first a snapshot, then each change, until the loop or the signal ends. Nothing is
 * missed: the subscription stands before the snapshot is read, and goes on from its last cursor when the connection breaks. What happens
 * while you are busy is told as one change. Where the cursor has expired, all is read again and told as one `resync`. Pass on the options
 * that `read` and `subscribe` are given. Throws what waiting does not mend, such as NOT_FOUND when the right to see it has ended.
 *
 * @example
 * const bell = watch(
 *   (options) => client.notifications({ first: 20 }, options),
 *   (options) => client.notified({}, options),
 * )
 * for await (const { data } of bell) show(data.nodes)
 */
export async function* watch<Data>(
  read: (options: CallOptions) => PromiseLike<Data>,
  subscribe: Subscribe,
  options: WatchOptions = {},
): AsyncGenerator<Change<Data>, void, undefined> {
  const left = new AbortController()
  const signal = AbortSignal.any([left.signal, options.signal ?? left.signal])
  const own = { ...options, signal }
  let due: Reason | undefined
  let ended = false
  let failure: unknown
  let before: Data | undefined
  let wake = () => {}
  const ask = (why: Reason) => {
    due = due === 'changed' ? why : (due ?? why)
    wake()
  }
  listen(subscribe, own, ask)
    .catch((reason: unknown) => {
      failure = reason
      // what is being read is of no use any more
      left.abort()
    })
    .finally(() => {
      ended = true
      wake()
    })
  try {
    for (;;) {
      if (!due && !ended) await new Promise<void>((resolve) => (wake = resolve))
      if (!due || signal.aborted) break
      const type = due
      due = undefined
      // like the subscription, it waits for a server that is away
      const data = await read({ ...own, retries: Infinity, deadlineMs: Infinity })
      const was = before as Data
      before = data
      if (type === 'snapshot') yield { type, data }
      else if (type === 'resync' || !isSame(was, data))
        yield { type, data, before: was, difference: differenceOf(was, data) }
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    left.abort()
    options.onStatus?.('closed')
  }
  if (failure) throw failure
}

/** Asks for a reading when the subscription stands, at each event, and when it had to begin anew. */
const listen = async (subscribe: Subscribe, options: CallOptions, ask: (why: Reason) => void): Promise<void> => {
  for (let why: Reason = 'snapshot'; ; why = 'resync') {
    let stands = false
    const stand = () => {
      if (!stands) ask(why)
      stands = true
    }
    const onStatus: CallOptions['onStatus'] = (status) => {
      if (status === 'open') stand()
      // it goes on with another one
      if (status !== 'closed') options.onStatus?.(status)
    }
    try {
      for await (const _ of subscribe({ ...options, onStatus })) {
        stand()
        ask('changed')
      }
      return
    } catch (error) {
      if (!stands || !ApiError.is(error, 'CURSOR_EXPIRED')) throw error
    }
  }
}
