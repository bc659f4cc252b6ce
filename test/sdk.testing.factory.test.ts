import { globSync, readFileSync } from 'node:fs'
import { buildASTSchema, type DocumentNode, execute, type GraphQLScalarType, parse, print, visit } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { createMock } from '../sdk/entry/testing.ts'
import * as sdk from '../sdk/index.ts'
import type { AnyOperation } from '../sdk/operation.ts'
import { invent } from '../sdk/testing/factory.ts'
import { ids } from '../sdk/testing/ids.ts'
import { identified, parseId } from '../server/id.ts'
import { Nip } from '../server/person/nip.scalar.ts'
import { Day, Moment } from '../server/scalars.ts'

const operations = Object.values(sdk).filter(
  (value): value is typeof value & AnyOperation => typeof value === 'object' && 'kind' in value && 'text' in value,
)
// An answer does not hang on what was asked with: fields without arguments take any document without them.
const schema = buildASTSchema(
  visit(
    parse(
      globSync('schema/*.graphql')
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    ),
    {
      FieldDefinition: (node) => ({ ...node, arguments: [] }),
    },
  ),
)
const withoutVariables = (text: string): DocumentNode =>
  visit(parse(text), { VariableDefinition: () => null, Argument: () => null })

beforeAll(() => {
  // what is told is held to what may be sent
  for (const scalar of [Day, Moment, Nip]) {
    const type = schema.getType(scalar.name) as GraphQLScalarType
    type.serialize = scalar.parseValue
  }
})

/** The same document that asks for the type of every object, too. */
const withTypes = (text: string): string =>
  print(
    visit(parse(text), {
      SelectionSet: {
        leave: (node) => ({
          ...node,
          selections: [...node.selections, { kind: 'Field', name: { kind: 'Name', value: '__typename' } }],
        }),
      },
    }),
  )

function* leaves(value: unknown, path: string): Generator<[path: string, value: unknown]> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* leaves(item, `${path}.${i}`)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${name}`)
  else yield [path, value]
}

test.each(operations.map((operation) => [operation.name, operation] as const))(
  'an invented answer to %s is one that the schema allows, complete, with ids of ours',
  async (_name, operation) => {
    for (const seed of ['a', 'b', 'c']) {
      const typed = invent({ ...operation, text: withTypes(operation.text) }, seed, undefined)
      const { data, errors } = await execute({ schema, document: withoutVariables(operation.text), rootValue: typed })
      expect(errors).toBeUndefined()
      expect(JSON.parse(JSON.stringify(data))).toEqual(invent(operation, seed, undefined))
      for (const [path, value] of leaves(data, '')) {
        if (!path.endsWith('parentId')) expect(value, path).not.toBeNull()
        if (path.endsWith('.id')) parseId(String(value), path)
      }
    }
  },
)

test('ids are those of the server', () => {
  const prefixes = Object.entries(ids).map(([type, [prefix]]) => [type, prefix])
  expect(prefixes).toEqual(Object.entries(identified).map(([type, { prefix }]) => [type, prefix]))
})

test('what is given changes nothing else, and the same seed invents the same', () => {
  const [one, two, other] = [createMock({ seed: 7 }), createMock({ seed: 7 }), createMock({ seed: 8 })]
  const plain = one.answer(sdk.personOperation)
  expect(two.answer(sdk.personOperation, { name: 'Sari' })).toEqual({ ...plain, name: 'Sari' })
  expect(one.answer(sdk.personOperation)).not.toEqual(plain)
  expect(other.answer(sdk.personOperation)).not.toEqual(plain)
})

test('a list is as long as what is said of it, its items are different, and it has counted them', () => {
  const { answer } = createMock()
  const page = answer(sdk.schoolsOperation, { nodes: Array.from({ length: 500 }, () => ({})) })
  expect(new Set(page.nodes.map(({ id }) => id)).size).toBe(500)
  expect(page).toMatchObject({ totalCount: 500, pageInfo: { hasNextPage: false } })
  for (const { id, npsn } of page.nodes) expect(id).toBe(`sch_${npsn}`)
  expect(answer(sdk.personOperation, { assignments: [] }).assignments).toEqual([])
})

test('of an interface it is the type that fits what is given', () => {
  const { answer } = createMock()
  expect(answer(sdk.nodeOperation, { npsn: '20500001' })).toMatchObject({ __typename: 'School', npsn: '20500001' })
  expect(answer(sdk.nodeOperation, { __typename: 'Plan' }).id).toMatch(/^pln_/)
})

test('moments are Dates, null is kept, and what no operation selects is refused', () => {
  const { answer } = createMock()
  const agreedAt = new Date('2026-01-05T02:00:00Z')
  const plan = answer(sdk.planOperation, { agreedAt, submittedAt: null })
  expect(plan).toMatchObject({ agreedAt, submittedAt: null })
  expect(plan.changedAt).toBeInstanceOf(Date)
  const misspelt = { nam: 'Sari' } as object
  expect(() => answer(sdk.personOperation, misspelt)).toThrow('person selects no nam of Person.')
})

test('a document of your own is answered, too', () => {
  const birthday = sdk.operation<{ teacher: { birthDate: string; called: string } | null }, { id: string }>(`
    # Somebody's {
    query birthday($id: ID!, $in: [Int!] = [1e5]) @live(if: "}") {
      teacher: person(id: $id) { birthDate ...Names @include(if: true) }
    }
    fragment Names on Person { called: name ... on Node { id } ... { nip } }`)
  expect(createMock().answer(birthday, { teacher: { called: 'Sari' } })).toEqual({
    teacher: {
      birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      called: 'Sari',
      id: expect.stringMatching(/^per_/),
      nip: expect.stringMatching(/^\d{18}$/),
    },
  })
  expect(() => createMock().answer(sdk.operation('query half { viewer {'))).toThrow(
    'half: the document ends too early.',
  )
})
