/** Which pages of other origins may ask: those listed, or any of a developer's own machine. */
export type Origins = readonly string[] | 'LOCALHOST'

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

// read by pages beside the answer
const exposed = 'x-request-id, retry-after, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset'
const accepted =
  'authorization, content-type, accept, apollo-require-preflight, x-apollo-operation-name, x-explain, idempotency-key'

/** Whether a page of that origin may ask. */
export const mayAsk = (origins: Origins, origin: string): boolean =>
  origins === 'LOCALHOST' ? localhost.test(origin) : origins.includes(origin)

/** The headers that tell a browser whether a page of that origin may read the answer. */
export function corsHeaders(origins: Origins, origin: string | undefined): Readonly<Record<string, string>> {
  const vary = { vary: 'Origin' }
  if (origin === undefined) return vary
  return mayAsk(origins, origin)
    ? { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed }
    : vary
}

/** What a preflight asks besides; without an allowed origin it is of no use to the page. */
export const preflightHeaders = (methods: readonly string[]): Readonly<Record<string, string>> => ({
  'access-control-allow-methods': methods.join(', '),
  'access-control-allow-headers': accepted,
  'access-control-max-age': '7200',
})
