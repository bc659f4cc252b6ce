import type { Viewer } from '../access/viewer.ts'

/** What a request brings to a statement. */
export interface Request {
  readonly variables: Readonly<Record<string, unknown>>
  readonly viewer: Viewer | null
  /** Today in Asia/Jakarta. */
  readonly today: string
}

/**
 * A value that a request brings. A statement is written once, with places for its values, and asked with those of each request:
 * whoever writes a statement holds a `Given`, never the value.
 */
export class Given<Value> {
  /** The value in a request. May refuse it. */
  readonly read: (request: Request) => Value
  /** How it was in the request the statement was written for; only what the statement's key holds may be concluded from it. */
  readonly sample: Value

  /** Whether PostgreSQL must know the value to plan well; the statement is then planned each time. */
  readonly decidesPlan: boolean

  constructor(read: (request: Request) => Value, sample: Value, decidesPlan = false) {
    this.read = read
    this.sample = sample
    this.decidesPlan = decidesPlan
  }

  /** A value that follows from this one; `change` may refuse. */
  map<Other>(change: (value: Value) => Other): Given<Other> {
    return new Given((request) => change(this.read(request)), undefined as Other, this.decidesPlan)
  }

  /** The same value, for a condition that may hold for one row or for half of them. */
  decidingPlan(): Given<Value> {
    return new Given(this.read, this.sample, true)
  }
}

/** A value that is the same in every request: it stands in the document. */
export const constant = <Value>(value: Value): Given<Value> => new Given(() => value, value)
