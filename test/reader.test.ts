import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { makeDistrict } from './district.ts'
import { post, secret, server, withoutExtensions } from './support.ts'

const headers = { authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}` }

async function ask(query: string, variables?: object) {
  const { data, errors } = JSON.parse((await post(JSON.stringify({ query, variables }), headers)).text)
  expect(errors).toBeUndefined()
  return data
}

test('aliases, fragments, directives and __typename are as GraphQL has them', async () => {
  const { code } = await makeDistrict()
  const query = `query ($code: String, $no: Boolean = false) {
    one: offices(filter: { code: $code }) { __typename nodes { ...Named again: name id @skip(if: $no) level @include(if: $no) } }
    offices(filter: { code: $code }) { count: totalCount edges { __typename node { ... on Node { id } } cursor } pageInfo { __typename } }
    __typename
  }
  fragment Named on Office { __typename name }`
  const { one, offices, __typename } = await ask(query, { code })
  expect(__typename).toBe('Query')
  expect(one.__typename).toBe('OfficeConnection')
  expect(Object.keys(one.nodes[0])).toEqual(['__typename', 'name', 'again', 'id'])
  expect(one.nodes[0].again).toBe(one.nodes[0].name)
  expect(offices).toMatchObject({ count: 1, edges: [{ __typename: 'OfficeEdge', node: { id: `off_${code}` } }] })
})

test('fields asked for twice are merged', async () => {
  const { code } = await makeDistrict()
  const query = '{ offices(filter: { code: "CODE" }) { nodes { parent { code } parent { name } } nodes { id } } }'
  const { offices } = await ask(query.replace('CODE', code))
  expect(offices.nodes).toEqual([{ parent: { code: code.slice(0, 2), name: expect.any(String) }, id: `off_${code}` }])
})

test('an object may have more than fifty fields', async () => {
  const { school } = await makeDistrict()
  const aliases = Array.from({ length: 49 }, (_, index) => `f${index}: npsn`)
  const fields = `npsn id name level ownership ${aliases.join(' ')}`
  const { node } = await ask(`{ node(id: "${school}") { ... on School { ${fields} } } }`)
  expect(Object.keys(node)).toHaveLength(54)
  expect(new Set(aliases.map((_, index) => node[`f${index}`]))).toEqual(new Set([school.slice(4)]))
})

test('a list without rows is an empty list, and a page without rows has no end', async () => {
  const { schools } = await ask(
    '{ schools(filter: { npsn: "00000000" }) { nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } totalCount } }',
  )
  expect(schools).toEqual({ nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 })
})

test('two lists of the same rows differ in their arguments', async () => {
  const { office } = await makeDistrict()
  const { node } = await ask(`{ node(id: "${office}") { ... on Office {
    a: staff(first: 1) { nodes { person { name } } pageInfo { hasNextPage } }
    b: staff(first: 1, orderBy: { field: NAME, direction: DESC }) { nodes { person { name } } }
    c: staff(filter: { position: [SCHOOL_INSPECTOR] }) { totalCount }
  } } }`)
  expect(node).toEqual({
    a: { nodes: [{ person: { name: 'Dewi' } }], pageInfo: { hasNextPage: true } },
    b: { nodes: [{ person: { name: 'Ratna' } }] },
    c: { totalCount: 1 },
  })
})

test('text of any kind is data, never SQL', async () => {
  const { database } = await server()
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom("'; drop table person; --", "\\'", '$1', '"', '%_\\'),
  )
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const clean = text.replaceAll('\0', '')
      const { schools } = await ask(
        'query ($text: String) { schools(filter: { nameContains: $text, npsn: $text }) { totalCount } }',
        {
          text: clean,
        },
      )
      expect(schools.totalCount).toBe(0)
    }),
    { numRuns: 60, examples: [["' or '1'='1"]] },
  )
  expect((await database.pool.query('select from person limit 1')).rowCount).toBeGreaterThanOrEqual(0)
})

test('what is passed through and what graphql-js finishes are the same bytes', async () => {
  const { office, school, code } = await makeDistrict()
  const fields = `offices(filter: { code: "${code}" }) { nodes { ...Named schools(first: 5) { nodes { npsn staff(first: 5) { totalCount nodes { person { nip birthDate } } } } } } }
    node(id: "${school}") { ... on School { name district { name } principal { supervisor { name assignment { position } } } } }
    nodes(ids: ["${office}", "per_01890000-0000-7000-8000-000000000000"]) { __typename id }
    indicators { sources note behaviours { text } }
    periods { from pointsFrom }
    viewer { role expiresAt }`
  const fragment = 'fragment Named on Office { name level }'
  const passed = await post(JSON.stringify({ query: `{ ${fields} } ${fragment}` }), { ...headers, 'x-explain': '1' })
  const schema = '__schema { queryType { name } }'
  const finished = await post(JSON.stringify({ query: `{ ${fields} ${schema} } ${fragment}` }), headers)
  const { reader } = JSON.parse(passed.text).extensions
  expect(reader.way).toBe('PASSED_THROUGH')
  expect(reader.plan.length).toBeGreaterThan(3)
  const data = withoutExtensions(passed.text).slice(0, -2)
  expect(withoutExtensions(finished.text)).toBe(`${data},"__schema":{"queryType":{"name":"Query"}}}}`)
})

test('a node of another type than the fragments ask for is an empty object', async () => {
  const { school, office } = await makeDistrict()
  const query = `{ node(id: "${school}") { ... on Office { name } } nodes(ids: ["${school}", "${office}"]) { ... on Office { name } } }`
  const { text } = await post(JSON.stringify({ query }), headers)
  expect(withoutExtensions(text)).toMatch(/^\{"data":\{"node":\{\},"nodes":\[\{\},\{"name":"[^"]+"\}\]\}\}$/)
})
