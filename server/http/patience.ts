/** How long the server waits, in milliseconds. */
export interface Patience {
  /** For the headers of a request. */
  readonly headers: number
  /** For a request in all: its body, and until the answer begins. */
  readonly request: number
  /** The same for a request that brings a file: 10 MB by a slow line. */
  readonly file: number
  /** For the next request on a connection; longer than a load balancer's, which is 60 s as a rule. */
  readonly idle: number
  /** For a client to take the next piece of its answer. */
  readonly reading: number
  /** How often it looks for connections that are late. */
  readonly looking: number
  /** For the first message on a WebSocket. */
  readonly init: number
  /** For a sign of life of whoever stays connected. */
  readonly alive: number
  /** For requests in flight, when it stops. */
  readonly stopping: number
}

export const patience: Patience = {
  headers: 5_000,
  request: 10_000,
  file: 300_000,
  idle: 65_000,
  reading: 30_000,
  looking: 1_000,
  init: 3_000,
  alive: 12_000,
  stopping: 10_000,
}
