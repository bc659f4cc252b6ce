import { createClient } from '../../../../sdk/dist/index.js'

export async function read({ url, token, office }, see) {
  const client = createClient({ url, token })
  for await (const teacher of client.teachers({ filter: { office }, first: 100 })) see(teacher)
}
