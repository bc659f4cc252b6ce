import type { MutationName } from '../../server/access/policy.ts'
import { signInOperator } from '../support.ts'
import type { Stage } from './viewers.ts'

/** How each mutation is tried: on something new, so that nobody is in another's way. */
export const deeds: Readonly<Record<MutationName, (stage: Stage) => Promise<string>>> = {
  createApiKey: async ({ office }) =>
    `createApiKey(input: { name: "tried", office: "${office}", scopes: [SUPERVISION_READ] }) { secret }`,
  rotateApiKey: async (stage) => `rotateApiKey(id: "${await newKey(stage)}") { secret }`,
  revokeApiKey: async (stage) => `revokeApiKey(id: "${await newKey(stage)}") { apiKey { id } }`,
}

async function newKey({ office }: Stage): Promise<string> {
  const operator = await signInOperator()
  const { apiKey } = await operator.createApiKey({ input: { name: 'new', office, scopes: ['SUPERVISION_READ'] } })
  return apiKey?.id ?? ''
}
