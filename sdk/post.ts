import type { AnyOperation } from './operation.ts'
import type { CallOptions, ClientOptions } from './options.ts'

/** A request that is ready to go, and what it sends, which must not leak into an error. */
export const post = async (
  client: ClientOptions,
  { name, text }: AnyOperation,
  variables: object,
  options: CallOptions,
  own: Readonly<Record<string, string>>,
) => {
  const token = typeof client.token === 'function' ? await client.token() : client.token
  const headers = {
    ...own,
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...client.headers,
    ...options.headers,
  }
  const body = JSON.stringify({ operationName: name, query: text, variables })
  const ask = client.fetch ?? fetch
  return {
    go: (signal: AbortSignal) => ask(client.url, { method: 'POST', headers, body, signal }),
    sent: [variables, token, own['idempotency-key'], client.headers, options.headers],
  }
}
