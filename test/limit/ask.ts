import { signToken } from '../../server/access/token.ts'
import { secret } from '../support.ts'

export const tokenOf = (role: 'OPERATOR' | 'ANALYST', hours = 1) => signToken(secret, { role }, hours)
export const operator = { authorization: `Bearer ${await tokenOf('OPERATOR')}` }

interface Told {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; extensions: { code: string } }[]
  readonly extensions?: { cost?: Cost; reader?: { statement: string } }
}

interface Cost {
  readonly requested: number
  readonly nodes: number
  readonly budget: { readonly limit: number; readonly remaining: number; readonly restorePerSecond: number }
}

/** Asks any server anything. */
export async function ask(
  url: string,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: object } = {},
) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as Told
  return { status: response.status, headers: response.headers, ...body, code: body.errors?.[0]?.extensions.code }
}
