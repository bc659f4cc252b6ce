import { createClient } from '../../sdk/index.ts'
import { server, signInOperator } from '../support.ts'

/** A key as an operator makes it, and what a program with it uses. */
export async function makeKey(office: string, name = 'Dapodik') {
  const operator = await signInOperator()
  const { apiKey, secret } = await operator.createApiKey({ input: { name, office, scopes: ['SUPERVISION_READ'] } })
  if (!apiKey) throw new Error('an operator sees every key')
  return { operator, apiKey, secret, program: await signInWith(secret) }
}

export async function signInWith(secret: string) {
  return createClient({ url: (await server()).url, token: secret })
}
