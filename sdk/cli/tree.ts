import type { Client } from '../client.ts'
import { drawTree } from '../drawing.ts'
import type { TreeOptions } from './arguments.ts'
import { exitCodes, Unable } from './failure.ts'
import { textOf } from './table.ts'

/** Who stands below the head of an office, as text. */
export async function* tree(
  client: Client,
  { office: code, asOf, depth, format }: TreeOptions,
): AsyncGenerator<string, void, undefined> {
  const [found] = (await client.offices({ filter: { code } })).nodes
  const office = found && (await client.office({ id: found.id, asOf }))
  if (!office) throw new Unable(`There is no office ${code}.`, exitCodes.refused)
  const places = office.head && (await client.tree({ root: office.head.id, asOf, maxDepth: depth }))
  if (!places) {
    throw new Unable(`${office.name} has no head on that day, or none that you may see.`, exitCodes.refused)
  }
  if (format !== 'drawing') {
    yield* textOf(
      [...places.walk()].map(({ value }) => value),
      format,
    )
    return
  }
  const drawing = drawTree(places, ({ assignment: { person, position, school, office: own }, descendantCount }) => {
    const below = descendantCount > 0 ? `  (${descendantCount} below)` : ''
    return `${person.name}  ${position} · ${(school ?? own)?.name}${below}`
  })
  yield `${drawing}\n`
}
