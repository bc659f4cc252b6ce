// Prints who works below the head of an office:
//   node --import tsx examples/tree.ts [--office 35.78] [--as-of 2026-01-31] [--depth 3]
import { parseArgs } from 'node:util'
import { createClient, drawTree } from '../sdk/index.ts'

const { values } = parseArgs({
  options: {
    office: { type: 'string', default: '35.78' },
    'as-of': { type: 'string' },
    depth: { type: 'string', default: '32' },
  },
})
const asOf = values['as-of']

const client = createClient({
  url: process.env['KINERJA_URL'] ?? 'http://localhost:4000/graphql',
  token: process.env['KINERJA_TOKEN'],
})

const [found] = (await client.offices({ filter: { code: values.office } })).nodes
const office = found && (await client.office({ id: found.id, asOf }))
const tree = office?.head && (await client.tree({ root: office.head.id, asOf, maxDepth: Number(values.depth) }))

if (!office) console.error(`There is no office ${values.office}.`)
else if (!tree) console.error(`${office.name} has no head on that day, or none that you may see.`)
else {
  const text = drawTree(tree, ({ assignment, descendantCount }) => {
    const { person, position } = assignment
    const place = assignment.school ?? assignment.office
    const below = descendantCount > 0 ? `  (${descendantCount} below)` : ''
    return `${person.name}  ${position} · ${place?.name}${below}`
  })
  console.log(text)
}
