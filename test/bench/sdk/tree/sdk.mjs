import { createClient } from '../../../../sdk/dist/index.js'

export async function read({ url, token, root }, see) {
  const client = createClient({ url, token })
  const tree = await client.tree({ root })
  for (const { value, depth } of tree?.walk() ?? []) see(value, depth)
}
