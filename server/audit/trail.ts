import type { Logger } from 'pino'
import { Refusal } from '../errors.ts'
import { type Entry, recordAll, type Writer } from './record.ts'

/** How long entries wait to be written together, in milliseconds. */
const patience = 250
/** How many do not wait, and are written by one statement. */
const batch = 500

/**
 * Writes the entries of reads, many at once and off the request's path. What a failing database refuses is kept and tried again; when
 * more than `most` entries and subjects wait, reads are refused rather than unrecorded.
 */
export class Trail {
  private readonly writer: Writer
  private readonly log: Pick<Logger, 'error'>
  private readonly most: number
  private readonly waiting: Entry[] = []
  private weight = 0
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> | undefined

  constructor(writer: Writer, log: Pick<Logger, 'error'>, most = 500_000) {
    this.writer = writer
    this.log = log
    this.most = most
  }

  /** Takes entries that will be written within a second. Refuses when too many wait already. */
  add(entries: readonly Entry[]): void {
    if (!entries.length) return
    if (this.weight >= this.most) {
      throw new Refusal('SERVICE_UNAVAILABLE', 'Reads cannot be recorded at the moment: ask again later.')
    }
    this.waiting.push(...entries)
    this.weight += weigh(entries)
    if (this.waiting.length >= batch && !this.writing) this.write()
    else this.timer ??= setTimeout(() => this.write(), patience)
  }

  /** Writes what waits, and ends. Throws what the database says. */
  async stop(): Promise<void> {
    await this.writing
    clearTimeout(this.timer)
    await this.flush()
  }

  // one statement at a time: while the database is away, connections are not heaped up
  private write(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.writing ??= this.flush()
      .catch((error: unknown) => {
        this.log.error({ err: error }, 'reads are not recorded yet')
        this.timer ??= setTimeout(() => this.write(), patience)
      })
      .finally(() => {
        this.writing = undefined
      })
  }

  // what has arrived meanwhile is written as well
  private async flush(): Promise<void> {
    while (this.waiting.length) {
      const entries = this.waiting.slice(0, batch)
      await recordAll(this.writer, entries)
      this.waiting.splice(0, entries.length)
      this.weight -= weigh(entries)
    }
  }
}

/** How much memory entries take: whom they are about makes most of it. */
const weigh = (entries: readonly Entry[]): number => entries.reduce((sum, { subjects }) => sum + 1 + subjects.length, 0)
