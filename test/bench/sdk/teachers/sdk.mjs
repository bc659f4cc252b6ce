import { createClient } from '../../../../sdk/dist/index.js'

export async function read({ url, token, districts }, see) {
  const client = createClient({ url, token })
  for (const district of districts) {
    for await (const teacher of client.teachers({ filter: { district }, first: 100 })) see(teacher)
  }
}
