import type { Client } from '../client.ts'
import { drawTree } from '../drawing.ts'
import type { SupervisionTreeNode } from '../generated/operations.ts'
import { growTree } from '../growth.ts'
import type { TreeOptions } from './arguments.ts'
import { exitCodes, Unable } from './failure.ts'
import type { Progress } from './progress.ts'
import { textOf } from './table.ts'

// The most that the server gives at once.
const pageSize = 2_000

/** Who stands below the head of an office, as text. */
export async function* tree(
  client: Client,
  { office: code, asOf, depth, format }: TreeOptions,
  progress: Progress,
): AsyncGenerator<string, void, undefined> {
  const [found] = (await client.offices({ filter: { code } })).nodes
  const office = found && (await client.office({ id: found.id, asOf }))
  if (!office) throw new Unable(`There is no office ${code}.`, exitCodes.refused)
  if (!office.head) {
    throw new Unable(`${office.name} has no head on that day, or none that you may see.`, exitCodes.refused)
  }
  const places: SupervisionTreeNode[] = []
  const pages = client.supervisionTree({ root: office.head.id, asOf, maxDepth: depth, first: pageSize }).pages()
  for await (const { nodes, totalCount } of pages) {
    places.push(...nodes)
    progress.show(places.length, totalCount)
  }
  const grown = growTree(places)
  if (format !== 'drawing') {
    yield* textOf(
      [...grown.walk()].map(({ value }) => value),
      format,
    )
    return
  }
  const drawing = drawTree(grown, ({ assignment: { person, position, school, office: own }, descendantCount }) => {
    const below = descendantCount > 0 ? `  (${descendantCount} below)` : ''
    return `${person.name}  ${position} · ${(school ?? own)?.name}${below}`
  })
  yield `${drawing}\n`
}
