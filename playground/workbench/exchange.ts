import { storeOf } from '../store.ts'

/** What was sent last, and how it goes. */
export interface Exchange {
  /** Milliseconds, by the clock of `performance`. */
  readonly since: number
  readonly until: number | null
  readonly live: boolean
  /** Whether the server has begun to listen: from here on no event is missed. */
  readonly listening: boolean
  readonly stopped: boolean
  /** What the editor shows of the answer; null before it came. */
  readonly shown: string | null
  readonly bytes: number
  readonly requestId: string | null
  /** Of a subscription, the newest first. */
  readonly events: readonly Event[]
}

/** Something that a subscription told. */
export interface Event {
  readonly number: number
  readonly at: Date
  readonly data: unknown
}

const mostEvents = 100

/** The exchange that was begun last. */
export const exchange = storeOf<Exchange | null>(null)

/** A new one. */
export const begun = (live: boolean): Exchange => ({
  since: performance.now(),
  until: null,
  live,
  listening: false,
  stopped: false,
  shown: null,
  bytes: 0,
  requestId: null,
  events: [],
})

/** With an event more; only the newest are kept. */
export const told = ({ events }: Exchange, data: unknown): readonly Event[] =>
  [{ number: (events[0]?.number ?? 0) + 1, at: new Date(), data }, ...events].slice(0, mostEvents)
