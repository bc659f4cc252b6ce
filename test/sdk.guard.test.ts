import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readContract } from '../sdk/guard/contract.ts'
import { objections } from '../sdk/guard/verdict.ts'

const sdl = `
  type Query { plan(id: ID!, day: String, open: Boolean! = true): Plan, plans(after: String): Plans! }
  type Mutation { save(input: SaveInput!): Saved!, plan(id: ID!, day: String): Plan }
  type Plan { id: ID! status: Status! tags: [String!]! note: String }
  type Plans { nodes: [Plan!]! count: Int }
  type Saved { plan: Plan! warning: String }
  enum Status { DRAFT AGREED }
  input SaveInput { id: ID! note: String }`

const texts = {
  plan: 'query plan($id: ID!, $day: String) { plan(id: $id, day: $day) { ...Card tags } } fragment Card on Plan { id status note }',
  plans: 'query plans($after: String) { plans(after: $after) { nodes { id } } }',
  save: 'mutation save($input: SaveInput!) { save(input: $input) { plan { id } } }',
}

const contract = (version: string, schema: string, documents: Readonly<Record<string, string>>) =>
  readContract(version, schema, JSON.stringify(documents))

/** What the guard says when one text is put in the place of another, in the schema or in the operations. */
const guard = (
  [from, to]: readonly [string, string],
  { version = '1.3.0', changelog = '' }: { version?: string; changelog?: string } = {},
) => {
  const swap = (text: string) => text.replace(from, to)
  const documents = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, swap(text)]))
  expect(JSON.stringify([swap(sdl), documents])).not.toBe(JSON.stringify([sdl, texts]))
  return objections(contract('1.2.3', sdl, texts), contract(version, swap(sdl), documents), changelog)
}

const breaking: [string, readonly [string, string], string][] = [
  ['an operation that is gone', ['query plans(', 'query allPlans('], '`plans`: is gone'],
  ['an operation that is of another kind', ['query plan(', 'mutation plan('], '`plan`: was a query'],
  [
    'a variable that is gone',
    [', $day: String) { plan(id: $id, day: $day)', ') { plan(id: $id)'],
    '`plan`: $day is gone',
  ],
  ['a variable that is newly required', ['$day: String', '$day: String!'], '`plan`: $day took String, and now String!'],
  [
    'a required variable that is new',
    ['$after: String)', '$after: String, $size: Int!)'],
    '`plans`: $size is required',
  ],
  ['a variable of another type', ['$day: String', '$day: Int'], '`plan`: $day took String, and now Int'],
  ['a field that is not answered any more', ['id status note', 'id note'], '`plan`: plan.status (of Plan) is gone'],
  [
    'a field that may be null now',
    ['tags: [String!]!', 'tags: [String!]'],
    '`plan`: plan.tags (of Plan) was [String!]!',
  ],
  [
    'an item that may be null now',
    ['tags: [String!]!', 'tags: [String]!'],
    '`plan`: plan.tags (of Plan) was [String!]!',
  ],
  [
    'a field of another type',
    ['note: String }\n  type Plans', 'note: Int }\n  type Plans'],
    '`plan`: plan.note (of Plan) was String',
  ],
  [
    'an answer that lies elsewhere',
    ['save(input: $input) { plan', 'save(input: $input) { warning plan'],
    '`save`: answered',
  ],
  ['a field that only documents of others ask for', ['warning: String', ''], '`Saved.warning`'],
  ['a value of an enum that is gone', ['DRAFT AGREED', 'DRAFT'], '`Status.AGREED`'],
  [
    'an input that wants more',
    ['input SaveInput { id: ID!', 'input SaveInput { id: ID! reason: String!'],
    '`SaveInput.reason`',
  ],
]

test.each(breaking)('%s breaks', async (_, change, objection) => {
  expect(await guard(change)).toContainEqual(expect.stringContaining(objection))
})

const additive: [string, readonly [string, string]][] = [
  ['an operation', ['input SaveInput', 'extend type Query { count: Int! } input SaveInput']],
  ['a variable that may be left out', ['$after: String)', '$after: String, $size: Int)']],
  ['a required variable with a default', ['$after: String)', '$after: String, $size: Int! = 5)']],
  ['a variable that is not required any more', ['query plan($id: ID!', 'query plan($id: ID! = "1"']],
  ['a field of an answer', ['nodes { id }', 'nodes { id status }']],
  ['a field that is never null any more', ['note: String }\n  type Plans', 'note: String! }\n  type Plans']],
  ['a value of an enum', ['DRAFT AGREED', 'DRAFT AGREED ARCHIVED']],
  ['an optional field of an input', ['input SaveInput { id: ID!', 'input SaveInput { id: ID! reason: String']],
  ['a description', ['type Plans', '"A page." type Plans']],
]

test.each(additive)('%s may come at any time', async (_, change) => {
  expect(await guard(change)).toEqual([])
})

test('what breaks may go out in a new major version whose changelog names it', async () => {
  const change = ['DRAFT AGREED', 'DRAFT'] as const
  const changelog =
    '# Changelog\n\n## 2.0.0\n\n- `Status.AGREED` is gone: agreed plans are locked.\n\n## 1.2.3\n\n- `plan`.\n'
  expect(await guard(change, { version: '2.0.0', changelog })).toEqual([])
  expect(await guard(change, { version: '1.9.0', changelog: changelog.replace('2.0.0', '1.9.0') })).toHaveLength(1)
  for (const silent of ['', changelog.replace('Status.AGREED', 'A value'), changelog.replace('2.0.0', '2.1.0')]) {
    expect(await guard(change, { version: '2.0.0', changelog: silent })).toEqual([
      expect.stringContaining('CHANGELOG.md does not say why under 2.0.0'),
    ])
  }
  await expect(guard(change, { version: 'two' })).rejects.toThrow(TypeError)
})

test('the released contract is whole', () => {
  const textOf = (file: string) => readFileSync(new URL(`../sdk/released/${file}`, import.meta.url), 'utf8')
  const { version, operations } = readContract(textOf('version'), textOf('schema.graphql'), textOf('documents.json'))
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(operations.size).toBeGreaterThan(90)
})
