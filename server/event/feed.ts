import { randomUUID } from 'node:crypto'
import { Client, type Pool } from 'pg'
import type { Logger } from 'pino'
import { Refusal } from '../errors.ts'
import { cursorOf, type Place, placeOf } from './cursor.ts'
import { forgetOld, type News, newsSince, type Subject, type Written } from './outbox.ts'
import { Queue } from './queue.ts'
import { isVisible } from './snapshot.ts'

/** An event on its way to a listener. */
export interface Happening {
  readonly key: string
  readonly version: number | null
  /** Whoever goes on from here misses nothing; what came at the same time may come again. */
  readonly cursor: string
}

/** What a listener is given. */
export interface Heard {
  /** Where the events begin. */
  readonly from: string
  readonly happenings: AsyncIterable<Happening>
}

/** One event in the line of a listener: where the feed stood before it; and after it, if nothing else of its subject came with it. */
interface Arrival {
  readonly event: Written
  readonly before: Place
  readonly after: Place | null
}

/** Who listens, and from where on: what is seen there was told already. */
interface Listener {
  readonly queue: Queue<Arrival>
  began?: Place
}

const channel = 'kinerja_event'
// a crash between commit and notification costs so much, and so does a connection that is lost
const lookEvery = 1_000
const tellEvery = 20
const sweepEvery = 600_000
const mostWaiting = 1_000

const tooSlow = () =>
  new Refusal('SERVICE_UNAVAILABLE', 'You read more slowly than things happen: go on from the last cursor.')

/** Hands the events of the outbox to who listens in this process. It begins with the first listener. */
export class Feed {
  private readonly pool: Pool
  private readonly log: Pick<Logger, 'error'>
  private readonly hears: boolean
  private readonly name = randomUUID()
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly sweeping: NodeJS.Timeout
  private looking: NodeJS.Timeout | undefined
  private telling: NodeJS.Timeout | undefined
  private place: Place | undefined
  private reading: Promise<void> | undefined
  private again = false
  private client: Client | undefined
  private stopped = false

  /** @param hears false behind a pooler that gives each transaction another connection: then it looks once a second */
  constructor(pool: Pool, log: Pick<Logger, 'error'>, hears = true) {
    this.pool = pool
    this.log = log
    this.hears = hears
    // should it fail, there is another time
    this.sweeping = setInterval(() => forgetOld(pool).catch(() => undefined), sweepEvery).unref()
  }

  /**
   * What happens to a subject from now on, or from a cursor on, until the signal is aborted: at least once, and in the order of commits.
   * Refuses cursors that are none or too old.
   */
  async listen(of: Subject, after: string | null, signal: AbortSignal): Promise<Heard> {
    const since = after === null ? null : placeOf(after, Date.now())
    const listener: Listener = { queue: new Queue(mostWaiting) }
    const leave = this.enter(nameOf(of), listener)
    signal.addEventListener('abort', leave, { once: true })
    try {
      signal.throwIfAborted()
      await this.begin()
      // what commits from here on is in the line
      const news = await newsSince(this.pool, since?.snapshot ?? null, of)
      listener.began = news.place
      return { from: after ?? cursorOf(news.place), happenings: follow(listener.queue, news, since, signal) }
    } catch (error) {
      leave()
      throw error
    }
  }

  /** To be called when something was committed that may have announced events: other instances are told soon, this one looks at once. */
  wake(): void {
    if (this.stopped) return
    if (this.place) this.look()
    this.telling ??= setTimeout(() => {
      this.telling = undefined
      // if it fails, the others look by themselves
      this.pool.query('select pg_notify($1, $2)', [channel, this.name]).catch(() => undefined)
    }, tellEvery)
  }

  /** Ends looking; listeners end by their own signals. */
  async stop(): Promise<void> {
    this.stopped = true
    clearInterval(this.sweeping)
    clearInterval(this.looking)
    clearTimeout(this.telling)
    await this.reading?.catch(() => undefined)
    await this.client?.end().catch(() => undefined)
  }

  private enter(subject: string, listener: Listener): () => void {
    const those = this.listeners.get(subject) ?? new Set()
    this.listeners.set(subject, those.add(listener))
    return () => {
      those.delete(listener)
      if (!those.size && this.listeners.get(subject) === those) this.listeners.delete(subject)
    }
  }

  private async begin(): Promise<void> {
    this.looking ??= setInterval(() => this.look(), lookEvery).unref()
    if (!this.place) await this.read()
    await this.hear()
  }

  private look(): void {
    this.hear().catch(() => undefined)
    this.read().catch((error: unknown) => this.log.error({ err: error }, 'events are not delivered yet'))
  }

  // one at a time; who comes meanwhile is served by one more
  private read(): Promise<void> {
    if (this.reading) {
      this.again = true
      return this.reading
    }
    this.reading = this.readAll().finally(() => {
      this.reading = undefined
    })
    return this.reading
  }

  private async readAll(): Promise<void> {
    do {
      this.again = false
      this.deliver(await newsSince(this.pool, this.place?.snapshot ?? null))
    } while (this.again && !this.stopped)
  }

  private deliver({ place, events }: News): void {
    const before = this.place ?? place
    this.place = place
    const told = events.flatMap((event) => namesOf(event).map((name) => ({ name, event })))
    const last = new Map(told.map(({ name, event }) => [name, event]))
    for (const { name, event } of told) {
      const after = last.get(name) === event ? place : null
      for (const { queue, began } of this.listeners.get(name) ?? [])
        if (!began || !isVisible(event.xid, began.snapshot)) queue.add({ event, before, after })
    }
  }

  /** Listens to what other instances tell; a connection that is lost is made anew when the feed looks next. */
  private async hear(): Promise<void> {
    if (!this.hears || this.client || this.stopped) return
    const client = new Client({ ...this.pool.options, keepAlive: true })
    this.client = client
    const lose = () => {
      if (this.client === client) this.client = undefined
    }
    client.on('error', lose).on('end', lose)
    client.on('notification', ({ payload }) => {
      if (payload !== this.name) this.look()
    })
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch {
      lose()
      await client.end().catch(() => undefined)
    }
  }
}

const nameOf = ({ topic, subject }: Subject): string => `${topic} ${subject}`

/** What those listen to who are to hear of an event. */
const namesOf = ({ offices, ...event }: Written): string[] => [
  nameOf(event),
  ...(offices ?? []).map((subject) => nameOf({ topic: 'OFFICE', subject })),
]

async function* follow(
  queue: Queue<Arrival>,
  { place: began, events }: News,
  since: Place | null,
  signal: AbortSignal,
): AsyncGenerator<Happening, void, undefined> {
  for (const [index, event] of events.entries())
    yield happening(event, index === events.length - 1 ? began : (since ?? began))
  for (;;) {
    const arrival = await queue.next(signal, tooSlow)
    if (!arrival) return
    const { event, before, after } = arrival
    // came while it began, and is handed over above already
    if (isVisible(event.xid, began.snapshot)) continue
    yield happening(event, after ?? (before.at < began.at ? began : before))
  }
}

const happening = ({ key, version }: Written, place: Place): Happening => ({ key, version, cursor: cursorOf(place) })
