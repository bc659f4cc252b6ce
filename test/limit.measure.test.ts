import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { buildSchema, GraphQLError, getOperationAST, getVariableValues, parse } from 'graphql'
import { expect, test } from 'vitest'
import * as sdk from '../sdk/index.ts'
import { amountsOf } from '../server/limit/amount.ts'
import { bounds, refusalOf } from '../server/limit/bounds.ts'
import { longestPage, measure } from '../server/limit/measure.ts'
import { Measures } from '../server/limit/measures.ts'
import { readings } from '../server/readings.ts'
import { workloads } from './bench/workloads/workloads.ts'
import { reference } from './limit/reference.ts'
import { castOf } from './reader/cast.ts'
import { inquiries, nameOf, write } from './reader/query.ts'
import { whole as contract } from './reader/sdl.ts'
import { makeWorld } from './reader/world.ts'

function measured(text: string, variables: Record<string, unknown> = {}, operationName?: string) {
  const document = parse(text)
  const operation = getOperationAST(document, operationName)
  if (!operation) throw new Error('no operation')
  return measure({ schema: contract, document, operation, amounts: amountsOf(operation, variables) })
}

/** Undefined for what fails anyway when it runs: an argument that must not be null and is, through a variable. */
function coercible<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof GraphQLError) return undefined
    throw error
  }
}

const world = makeWorld(1)
const stage = { world, cast: await castOf(world) }

test('the formula agrees with its slow and obvious form on random documents', () => {
  const seed = Number(process.env['SEED'] ?? (process.env['CI'] ? 2026 : Math.floor(Math.random() * 1_000_000)))
  let compared = 0
  fc.assert(
    fc.property(inquiries(stage), (inquiry) => {
      const { text, document, printers, isValid } = write(inquiry)
      fc.pre(isValid)
      for (const [index, printer] of printers.entries()) {
        const operation = getOperationAST(document, nameOf(index))
        if (!operation) throw new Error('no operation')
        for (const time of [0, 1]) {
          const variables = printer.values(time, false)
          const { coerced } = getVariableValues(contract, operation.variableDefinitions ?? [], variables)
          if (!coerced) continue
          const expected = coercible(() => reference(contract, document, operation, coerced))
          if (!expected) continue
          const { introspects: _, ...tally } = measured(text, variables, nameOf(index))
          expect(tally, text).toEqual(expected)
          compared += 1
        }
      }
    }),
    { seed, numRuns: 300 },
  )
  expect(compared).toBeGreaterThan(300)
})

test.each([
  ['{ __typename }', 0, 1],
  ['{ viewer { role } }', 0, 1],
  ['{ periods { code } }', 0, 5],
  ['{ schools(first: 20) { nodes { name } } }', 20, 21],
  ['{ schools(first: 20) { edges { cursor node { name } } } }', 20, 41],
  ['{ schools { nodes { office { name } } pageInfo { endCursor } totalCount } }', 50, 104],
  ['{ nodes(ids: ["off_35", "off_36"]) { id } }', 2, 2],
  ['{ offices(first: 10) { nodes { schools(first: 5) { nodes { id } } } } }', 60, 71],
  ['{ node(id: "x") { ... on School { office { id } } ... on Office { schools { nodes { id } } } } }', 50, 52],
  ['{ schools(first: 20) @skip(if: true) { nodes { name } } }', 0, 1],
  ['{ __schema { types { name } } }', 0, 10_000],
])('%s has %i nodes and costs %i', (text, nodes, cost) => {
  expect(measured(text)).toMatchObject({ nodes, cost })
})

test('a mutation costs 10 and what it reads', () => {
  const schema = buildSchema(
    'type Query { a: Int } type Mutation { write: Thing count: Int } type Thing { name: String }',
  )
  const document = parse('mutation { write { name } count }')
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  expect(measure({ schema, document, operation, amounts: new Map() })).toMatchObject({ cost: 21, aliases: 2, depth: 2 })
})

const operations = Object.values(sdk).filter((value) => typeof value === 'object' && 'kind' in value && 'text' in value)

test.each(operations.map(({ name, text }) => ({ name, text })))(
  '$name of the SDK fits, with its longest page',
  ({ name, text }) => {
    const first = name === 'supervisionTree' ? 2_000 : 100
    expect(refusalOf(measured(text, { first }))).toBeUndefined()
  },
)

test.each(workloads.map(({ name, query }) => ({ name, query })))('$name of the benchmark fits', ({ query }) => {
  expect(refusalOf(measured(query))).toBeUndefined()
})

test('a page of 2,000 nodes with assignment, school, office and person costs a twentieth of what is allowed', () => {
  const tree = workloads.find(({ name }) => name === 'tree')
  expect(measured(tree?.query ?? '')).toMatchObject({ nodes: longestPage, cost: 10_004 })
})

test('the README tells the costs that are computed', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, text = '', cost] = /`({ schools[^`]+)` costs .* = (\d+)/.exec(readme) ?? []
  expect(measured(text).cost).toBe(Number(cost))
  const board = workloads.find(({ name }) => name === 'board')
  expect(readme).toContain(`observations and evidence costs ${measured(board?.query ?? '').cost.toLocaleString('en')}.`)
  for (const bound of Object.values(bounds).filter((most) => most !== bounds.selections && most !== bounds.errors))
    expect(readme).toContain(bound.toLocaleString('en'))
})

test('no list has longer pages than the measure knows', () => {
  const pages = readings
    .flatMap(({ fields = {} }) => Object.values(fields))
    .map((reading) => ('most' in reading ? reading.most : 0))
  expect(Math.max(...pages.map((most) => most ?? 0))).toBe(longestPage)
})

test('A10: `first` from a variable, a default or a literal costs the same', () => {
  const page = (first: string) =>
    `offices(first: ${first}) { nodes { offices(first: ${first}) { nodes { schools(first: ${first}) { nodes { staff(first: ${first}) { nodes { id } } } } } } } }`
  const literal = measured(`{ ${page('100')} }`)
  expect(measured(`query ($n: Int) { ${page('$n')} }`, { n: 100 })).toEqual(literal)
  expect(measured(`query ($n: Int = 100) { ${page('$n')} }`)).toEqual(literal)
  expect(measured(`query ($n: Int) { ${page('$n')} }`)).toEqual(measured(`{ ${page('50')} }`))
  expect(refusalOf(literal)?.message).toMatch(/101,010,100 rows, of 10,000/)
})

test('A8: fragments that fan out are measured, not walked', () => {
  const levels = Array.from(
    { length: 60 },
    (_, n) => `fragment f${n} on Office { a: parent { ...f${n + 1} } b: parent { ...f${n + 1} } }`,
  )
  const { cost, depth } = measured(`{ offices { nodes { ...f0 } } } ${levels.join(' ')} fragment f60 on Office { id }`)
  expect(cost).toBeGreaterThan(2 ** 60)
  expect(depth).toBe(63)
})

test('A9: a fragment that holds itself comes to an end', () => {
  expect(measured('{ offices { nodes { ...f } } } fragment f on Office { parent { ...f } }').cost).toBeGreaterThan(0)
})

test('a document is measured once for all values that decide nothing, and remembers a bounded number of shapes', () => {
  const measures = new Measures()
  const document = parse(
    'query ($n: Int, $part: String) { schools(first: $n, filter: { nameContains: $part }) { nodes { id } } }',
  )
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  const one = measures.of(contract, document, operation, { n: 10, part: 'a' })
  expect(measures.of(contract, document, operation, { n: 10, part: 'b' })).toBe(one)
  expect(measures.of(contract, document, operation, { n: 11 })).toMatchObject({ cost: 12 })
  for (let n = 0; n < 60; n++) measures.of(contract, document, operation, { n: n + 12 })
  expect(measures.of(contract, document, operation, { n: 10 })).not.toBe(one)
})

test('whatever is over a bound is refused with what was measured, what is allowed and what to do', () => {
  const fine = measured('{ viewer { role } }')
  expect(refusalOf(fine)).toBeUndefined()
  for (const bound of ['depth', 'aliases', 'directives', 'nodes', 'cost'] as const) {
    expect(refusalOf({ ...fine, [bound]: bounds[bound] })).toBeUndefined()
    const refusal = refusalOf({ ...fine, [bound]: bounds[bound] + 1 })
    expect(refusal?.message).toContain((bounds[bound] + 1).toLocaleString('en'))
    expect(refusal?.message).toMatch(/ at most: /)
    expect(refusal?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', http: { status: 400 } })
  }
})
