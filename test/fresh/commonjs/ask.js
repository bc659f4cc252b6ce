const { ApiError, createClient } = require('@kinerja/sdk')
const core = require('@kinerja/sdk/core')
const { officesOperation } = require('@kinerja/sdk/operations')
const { growTree } = require('@kinerja/sdk/tree')

const { KINERJA_URL = '', KINERJA_TOKEN, KINERJA_OFFICE } = process.env
const options = { url: KINERJA_URL, token: KINERJA_TOKEN }

const ask = async () => {
  const client = createClient(options)
  for await (const { person } of client.teachers({ filter: { office: KINERJA_OFFICE ?? null }, first: 1 })) {
    console.log(person.name)
  }
  const { nodes } = await core.createClient(options).run(officesOperation, { filter: { code: '99.99' } })
  console.log(nodes.length)
  console.log(growTree([{ id: 'a', parentId: null }]).size)
  const result = await client.person({ id: 'per_00000000-0000-7000-8000-000000000000' }).result()
  console.log(result.ok || (result.error instanceof ApiError && result.error.code))
}

ask()
