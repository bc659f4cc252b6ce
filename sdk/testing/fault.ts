import type { Code } from '../errors.ts'

/** What is more to be said of a refusal. */
export interface FaultDetails {
  readonly message?: string
  /** HTTP. */
  readonly status?: number
  /** How long the server wants to be left alone. */
  readonly retryAfterMs?: number
  /** With CONFLICT: the version of what has changed meanwhile. */
  readonly currentVersion?: number
}

/** Instead of an answer: why there is none. */
export class Fault<Codes extends Code = Code> {
  /** Null: nothing ever comes. */
  readonly code: Codes | null
  readonly details: FaultDetails

  constructor(code: Codes | null, details: FaultDetails = {}) {
    this.code = code
    this.details = details
  }
}

const statuses: Readonly<Record<string, number>> = {
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
  INTERNAL: 500,
}

/** What fetch throws when no answer comes. */
export class NoAnswer extends TypeError {}

/** What a server would send. Rejects as fetch does when no answer comes. */
export const responseTo = async (
  { code, details }: Fault,
  requestId: string,
  signal: AbortSignal | null,
): Promise<Response> => {
  if (code === null) return silence(signal)
  if (code === 'NETWORK') throw new NoAnswer('fetch failed')
  const {
    message = 'The mock was told to refuse.',
    status = statuses[code] ?? 200,
    retryAfterMs,
    currentVersion,
  } = details
  if (code === 'BAD_RESPONSE') return pageOf(status, requestId)
  const headers = {
    'x-request-id': requestId,
    ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
  }
  return Response.json({ errors: [{ message, extensions: { code, currentVersion } }] }, { status, headers })
}

/** What a proxy says, which speaks no GraphQL. */
export const pageOf = (status: number, requestId: string): Response =>
  new Response(`<h1>${status}</h1>`, { status, headers: { 'x-request-id': requestId } })

const silence = (signal: AbortSignal | null): Promise<never> =>
  new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
