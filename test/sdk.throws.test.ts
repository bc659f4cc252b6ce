import { type FieldDefinitionNode, isEnumType, parse, visit } from 'graphql'
import { expect, test } from 'vitest'
import { thrownBy } from '../sdk/codegen/codes.ts'
import { createSchema, typeDefs } from '../server/schema.ts'

/** The codes that a description explains: `NOT_FOUND: none that the viewer may see.` */
const explained = (node: Pick<FieldDefinitionNode, 'description'>, codes: readonly string[]) =>
  [...(node.description?.value ?? '').matchAll(/\b([A-Z_]+):/g)]
    .map(([, code = '']) => code)
    .filter((code) => codes.includes(code))

test('what a description says of refusals, @throws says, and the reverse', async () => {
  const schema = await createSchema()
  const enumeration = schema.getType('ErrorCode')
  const codes = isEnumType(enumeration) ? enumeration.getValues().map(({ name }) => name) : []
  const wrong: string[] = []
  let annotated = 0
  for (const definition of parse(typeDefs.join('\n')).definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'ObjectTypeExtension') continue
    const own = definition.kind === 'ObjectTypeDefinition' ? [definition] : []
    for (const node of [...own, ...(definition.fields ?? [])]) {
      const [said, thrown] = [[...new Set(explained(node, codes))].sort(), thrownBy(node).sort()]
      annotated += thrown.length
      if (said.join() !== thrown.join())
        wrong.push(`${definition.name.value} ${node.name.value}: ${said} but ${thrown}`)
    }
  }
  expect(wrong).toEqual([])
  expect(annotated).toBeGreaterThan(100)
})

test('every code is thrown by something', () => {
  const document = parse(typeDefs.join('\n'))
  const thrown = new Set<string>()
  const values: string[] = []
  visit(document, {
    enter(node) {
      if (!('directives' in node)) return
      for (const code of thrownBy(node as Parameters<typeof thrownBy>[0])) thrown.add(code)
      if (node.kind === 'EnumTypeDefinition' && node.name.value === 'ErrorCode')
        values.push(...(node.values ?? []).map(({ name }) => name.value))
    },
  })
  expect([...thrown].sort()).toEqual(values.sort())
})
