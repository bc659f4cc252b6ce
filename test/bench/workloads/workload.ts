/** One request, as each server takes it. */
export interface Request {
  readonly ours: Readonly<Record<string, unknown>>
  readonly peer: Readonly<Record<string, unknown>>
  readonly floor: readonly (string | number | null)[]
}

/** What requests are made of: ids out of the database, spread evenly. */
export interface Sample {
  readonly day: string
  readonly year: number
  readonly period: string
  readonly people: readonly string[]
  readonly schools: readonly string[]
  readonly offices: readonly string[]
  /** Assignments of office heads. */
  readonly heads: readonly string[]
  readonly viewer: { readonly role: string; readonly expiresAt: string }
}

/** Asks our server. */
export type Ask = (query: string, variables: Request['ours']) => Promise<unknown>

/** Something that a client asks again and again, for others each time. */
export interface Workload {
  readonly name: string
  readonly title: string
  /** How many times PostGraphile's throughput, and which share of the floor's, is wanted. */
  readonly targets: { readonly ratio: number; readonly share: number }
  readonly query: string
  /** The same asked of PostGraphile. */
  readonly peerQuery: string
  /** The statement whose one text is the answer, byte for byte. */
  readonly statement: string
  requests(sample: Sample, ask: Ask): Promise<Request[]>
  /** What PostGraphile's answer and ours must agree in. */
  facts(ours: unknown): unknown
  peerFacts(peer: unknown): unknown
}

/** A workload whose two answers have these types. */
export interface Comparable<Ours, Peer> extends Omit<Workload, 'facts' | 'peerFacts'> {
  facts(ours: Ours): unknown
  peerFacts(peer: Peer): unknown
}

/** Declares a workload. */
export function workload<Ours, Peer>(declared: Comparable<Ours, Peer>): Workload {
  return declared as Workload
}
