import { at, isObject } from '../answer.ts'
import type { Code } from '../errors.ts'
import type { AnyOperation } from '../operation.ts'
import { dataWith } from './data.ts'
import { Fault } from './fault.ts'
import type { Given } from './given.ts'

/** The events of a subscription, as a test has them happen. */
export interface Feed<Event> {
  /** Has an event happen. Whoever listens gets it; while nobody listens it waits for the next one. What is not said of it is invented. */
  push(event?: Given<NonNullable<Event>>): void
  /** Breaks the connections: clients come back by themselves, and miss nothing. */
  break(): void
  /** Ends it: the loops of the listeners are over. */
  end(): void
  /** Ends it with an error. */
  fail(code: Code): void
  /** How many listen. */
  readonly listeners: number
}

/** The feed of an operation, and the stream of its events that a request is answered with. */
export interface Source {
  readonly feed: Feed<unknown>
  readonly open: (variables: object, signal: AbortSignal | null) => ReadableStream<Uint8Array> | Fault
}

interface Happened {
  readonly cursor: string
  readonly data: unknown
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const frame = (event: string, data: unknown): Uint8Array => bytes(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/** Makes the feed of a subscription; `draw` invents the `data` of an event. */
export const sourceOf = (operation: AnyOperation, draw: (given: unknown) => unknown): Source => {
  const happened: Happened[] = []
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>()
  let delivered = 0
  const cursorAt = (index: number): string => happened[index - 1]?.cursor ?? 'cursor-0'
  const tell = (event: Happened, controller: ReadableStreamDefaultController<Uint8Array>) =>
    controller.enqueue(frame('next', { data: event.data }))
  const endAll = (last: (controller: ReadableStreamDefaultController<Uint8Array>) => void) => {
    for (const controller of [...open]) {
      open.delete(controller)
      last(controller)
    }
  }

  const feed: Feed<unknown> = {
    push(given) {
      const said = isObject(given) ? given : {}
      const cursor = typeof said['cursor'] === 'string' ? said['cursor'] : `cursor-${happened.length + 1}`
      const event = { cursor, data: draw(dataWith(operation.path, { ...said, cursor })) }
      happened.push(event)
      for (const controller of open) tell(event, controller)
      if (open.size > 0) delivered = happened.length
    },
    break: () => endAll((controller) => controller.error(new TypeError('terminated'))),
    end: () =>
      endAll((controller) => {
        controller.enqueue(frame('complete', ''))
        controller.close()
      }),
    fail: (code) =>
      endAll((controller) => {
        controller.enqueue(frame('next', { errors: [{ message: 'The mock was told to end.', extensions: { code } }] }))
        controller.close()
      }),
    get listeners() {
      return open.size
    },
  }

  return {
    feed,
    open(variables, signal) {
      const after = at(variables, ['after'])
      const found = after === null ? delivered : happened.findIndex(({ cursor }) => cursor === after) + 1
      if (after !== null && found === 0 && after !== cursorAt(0)) return new Fault('CURSOR_EXPIRED')
      let own: ReadableStreamDefaultController<Uint8Array>
      return new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller
          open.add(controller)
          controller.enqueue(bytes(`id: ${cursorAt(found)}\n\n`))
          for (const event of happened.slice(found)) tell(event, controller)
          delivered = happened.length
          signal?.addEventListener('abort', () => {
            if (open.delete(controller)) controller.error(signal.reason)
          })
        },
        cancel: () => void open.delete(own),
      })
    },
  }
}
