// Prints teachers on contract (PPPK) of an office and of those below it:
//   node --import tsx examples/teachers.ts [--office 35.78] [--limit 20]
import { parseArgs } from 'node:util'
import { createClient } from '../sdk/index.ts'

const { values } = parseArgs({
  options: { office: { type: 'string', default: '35.78' }, limit: { type: 'string', default: '20' } },
})

const client = createClient({
  url: process.env['KINERJA_URL'] ?? 'http://localhost:4000/graphql',
  token: process.env['KINERJA_TOKEN'],
})

const [office] = (await client.offices({ filter: { code: values.office } })).nodes

if (!office) console.error(`There is no office ${values.office}.`)
else {
  let left = Number(values.limit)
  for await (const { person, school } of client.teachers({ filter: { office: office.id, employment: ['PPPK'] } })) {
    if (left-- <= 0) break
    console.log(`${person.name} · ${school?.name}`)
  }
}
