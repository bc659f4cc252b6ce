/** What keeps a database from answering: it cannot be reached, has no room, took too long, or another change was in the way. */
export type Outage = 'AWAY' | 'FULL' | 'SLOW' | 'CONTESTED'

// SQLSTATEs of PostgreSQL, a class by its first two characters, and error codes of the operating system
const codes: Readonly<Record<string, Outage>> = {
  '08': 'AWAY',
  '25006': 'AWAY', // a standby, which only reads
  '40001': 'CONTESTED',
  '40P01': 'CONTESTED',
  '53': 'FULL',
  '55P03': 'SLOW',
  '57014': 'SLOW',
  '57P01': 'AWAY',
  '57P02': 'AWAY',
  '57P03': 'AWAY',
  '57P05': 'AWAY',
  EAI_AGAIN: 'AWAY',
  ECONNREFUSED: 'AWAY',
  ECONNRESET: 'AWAY',
  EHOSTUNREACH: 'AWAY',
  ENETUNREACH: 'AWAY',
  EPIPE: 'AWAY',
  ETIMEDOUT: 'AWAY',
}

// failures to which pg gives no code
const messages: readonly [RegExp, Outage][] = [
  [/timeout exceeded when trying to connect$/, 'FULL'],
  [/Connection terminated( unexpectedly| due to connection timeout)?$/, 'AWAY'],
  [/timeout expired$|Query read timeout$|not queryable$/, 'AWAY'],
]

/** The outage behind an error; undefined where it is a mistake of somebody's. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return codes[error.code] ?? codes[error.code.slice(0, 2)]
  return messages.find(([pattern]) => pattern.test(error.message))?.[1]
}
