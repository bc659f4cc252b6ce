import { buildASTSchema, type GraphQLSchema, lexicographicSortSchema, parse, print, printSchema, visit } from 'graphql'
import { buildSchema } from 'type-graphql'
import { expect, test } from 'vitest'
import { classes, typeDefs } from '../server/schema.ts'

const documentedOnly = ['ErrorCode', 'throws', 'label']

/** A schema without its prose and its documented-only types. */
function shape(schema: GraphQLSchema): string {
  const { definitions } = parse(printSchema(lexicographicSortSchema(schema)))
  return definitions
    .filter((node) => !('name' in node && documentedOnly.includes(node.name?.value ?? '')))
    .map((node) =>
      print(
        visit(node, { enter: (part) => ('description' in part ? { ...part, description: undefined } : undefined) }),
      ),
    )
    .join('\n\n')
}

test('the classes fulfil the SDL, no more and no less', async () => {
  const sdl = buildASTSchema(parse(typeDefs.join('\n')))
  expect(shape(await buildSchema(classes))).toBe(shape(sdl))
})

test('every type, field, argument and value of the SDL that is ours is described or speaks for itself', () => {
  const undescribed: string[] = []
  for (const definition of parse(typeDefs.join('\n')).definitions) {
    if (!('name' in definition) || !definition.name || definition.kind.endsWith('Extension')) continue
    const name = definition.name.value
    if (/(Connection|Edge|Order|OrderField)$/.test(name) || name === 'Query') continue
    if (!('description' in definition) || !definition.description) undescribed.push(name)
  }
  expect(undescribed).toEqual([])
})
