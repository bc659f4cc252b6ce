import { Refusal } from '../errors.ts'

// how long a failure counts, in milliseconds
const window = 60_000
// as many addresses are remembered
const mostAddresses = 10_000

/** Who failed to sign in, and when; in this process alone. */
export class Attempts {
  private readonly failures = new Map<string, readonly number[]>()
  private readonly most: number

  /** @param most so many within a minute, and an address waits */
  constructor(most = 10) {
    this.most = most
  }

  /** Refuses an address that has failed too often within the last minute; a success in between changes nothing. */
  check(address: string, now: number = Date.now()): void {
    const recent = this.recent(address, now)
    const oldest = recent.at(-this.most)
    if (oldest === undefined) return
    const seconds = Math.ceil((oldest + window - now) / 1000)
    throw new Refusal('RATE_LIMITED', `Too many failed attempts to sign in: wait ${seconds} seconds.`, 429, {
      'retry-after': String(seconds),
    })
  }

  /** Remembers a failure. */
  note(address: string, now: number = Date.now()): void {
    const recent = this.recent(address, now)
    const [first] = this.failures.keys()
    if (this.failures.size >= mostAddresses && first !== undefined) this.failures.delete(first)
    this.failures.delete(address)
    this.failures.set(address, [...recent, now].slice(-this.most))
  }

  private recent(address: string, now: number): readonly number[] {
    return (this.failures.get(address) ?? []).filter((moment) => moment > now - window)
  }
}
