import { isObject } from '../answer.ts'
import { withoutSecrets } from '../redaction.ts'
import { Fault, NoAnswer, responseTo } from './fault.ts'

/** One line of a recording: what was asked, and what came back. */
export interface Recorded {
  readonly operation: string
  /** With their keys in the order of the alphabet. */
  readonly variables: unknown
  /** Null: no answer came. */
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

const kept = ['content-type', 'retry-after', 'x-request-id']

/**
 * A fetch that writes down what goes through it, a line of JSON for each request. No header of a request is written, and no token or secret
 * of an API key out of a response; names and numbers of people are, so ask a server whose people are invented. Events of subscriptions go
 * through without being written.
 *
 * @example
 * const client = createClient({ url, token, fetch: record(fetch, (line) => appendFileSync('teachers.ndjson', line)) })
 */
export const record =
  (through: typeof fetch, write: (line: string) => void): typeof fetch =>
  async (url, init) => {
    const asked = askedBy(init)
    const token = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '')
    const keep = (rest: Omit<Recorded, 'operation' | 'variables'>) =>
      write(`${withoutSecrets(JSON.stringify({ ...asked, ...rest }), token)}\n`)
    let response: Response
    try {
      response = await through(url, init)
    } catch (error) {
      if (!init?.signal?.aborted) keep({ status: null, headers: {}, body: null })
      throw error
    }
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response
    const text = await response.clone().text()
    const headers = Object.fromEntries([...response.headers].filter(([name]) => kept.includes(name)))
    keep({ status: response.status, headers, body: parsed(text) })
    return response
  }

/** In which order a recording is asked. */
export type ReplayOrder = 'STRICT' | 'BY_KEY'

/**
 * A fetch that answers out of a recording. STRICT: the requests come as they were recorded, each once. BY_KEY: in any order; what was recorded
 * several times for the same operation and variables is answered in turn, and the last goes on. Another request fails with INTERNAL and says
 * what was recorded.
 *
 * @example
 * const client = createClient({ url, fetch: replay(readFileSync('teachers.ndjson', 'utf8')) })
 */
export const replay = (recording: string, order: ReplayOrder = 'STRICT'): typeof fetch => {
  const left = recording
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Recorded)
  return async (_url, init) => {
    const asked = askedBy(init)
    const matches = (recorded: Recorded) => keyOf(recorded) === keyOf(asked)
    const index = order === 'STRICT' ? 0 : left.findIndex(matches)
    const found = left[index]
    if (!found || !matches(found))
      return responseTo(unknown(asked, order === 'STRICT' ? left.slice(0, 1) : left), 'replay', null)
    if (order === 'STRICT' || left.filter(matches).length > 1) left.splice(index, 1)
    if (found.status === null) throw new NoAnswer('fetch failed')
    const body = typeof found.body === 'string' ? found.body : JSON.stringify(found.body)
    return new Response(body, { status: found.status, headers: found.headers })
  }
}

type Asked = Pick<Recorded, 'operation' | 'variables'>

const askedBy = (init: RequestInit | undefined): Asked => {
  const { operationName, variables } = JSON.parse(String(init?.body))
  return { operation: operationName, variables: sorted(variables ?? {}) }
}

const keyOf = ({ operation, variables }: Asked): string => JSON.stringify([operation, variables])

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]))
}

const unknown = ({ operation, variables }: Asked, left: readonly Recorded[]): Fault => {
  const names = [...new Set(left.map((recorded) => recorded.operation))]
  const same = names.includes(operation) && ' with other variables'
  const expected = names.length === 0 ? 'nothing more' : `${names.join(', ')}${same || ''}`
  const given = Object.keys(variables as object).join(', ') || 'no variables'
  return new Fault('INTERNAL', { message: `The recording holds ${expected}; asked was ${operation} (${given}).` })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
