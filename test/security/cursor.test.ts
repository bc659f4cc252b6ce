import { expect, test } from 'vitest'
import { signToken } from '../../server/access/token.ts'
import { makeDistrict } from '../district.ts'
import { post, secret } from '../support.ts'
import { naughty } from './naughty.ts'
import { failing } from './stage.ts'

const district = await makeDistrict()
const headers = { authorization: `Bearer ${await signToken(secret, { role: 'OPERATOR' }, 1)}` }

/** A list for every type of sort key, with the argument `after` still to be given. */
const lists: readonly (readonly [string, string])[] = [
  ['offices by code', 'offices(first: 1, after: $after)'],
  ['schools by name', 'schools(first: 1, after: $after)'],
  ['teachers by name', 'teachers(first: 1, after: $after)'],
  ['teachers by day', 'teachers(first: 1, orderBy: { field: FROM }, after: $after)'],
  ['a tree', `supervisionTree(root: "${district.assignment('Ratna')}", first: 1, after: $after)`],
]

const forged: readonly unknown[] = [
  ...naughty.slice(0, 60),
  "' or '1'='1",
  '0000-01-01',
  '2024-02-30',
  '2024-99-99',
  '9999-12-31',
  '------------------------------------',
  '00000000000000000000000000000000000a',
  '999999999',
  -1,
  1.5,
  1e300,
  null,
  true,
  [],
  {},
  [['x']],
]

async function page(list: string, after: string | null) {
  const query = `query ($after: String) { list: ${list} { nodes { __typename } pageInfo { endCursor } } }`
  const { text } = await post(JSON.stringify({ query, variables: { after } }), headers)
  const { data, errors } = JSON.parse(text)
  return { endCursor: data?.list?.pageInfo.endCursor, code: errors?.[0].extensions.code }
}

test.each(lists)(
  'A19: a cursor of %s with other keys in it is refused or leads on, and breaks nothing',
  async (_, list) => {
    const { endCursor } = await page(list, null)
    const parts: unknown[] = JSON.parse(Buffer.from(endCursor, 'base64url').toString())
    const cursors = parts.flatMap((_, place) =>
      [...forged, undefined].map((value) => parts.toSpliced(place, 1, ...(value === undefined ? [] : [value]))),
    )
    const broken = await failing(cursors, async (cursor) => {
      const { code } = await page(list, Buffer.from(JSON.stringify(cursor)).toString('base64url'))
      return code === undefined || code === 'BAD_USER_INPUT'
    })
    expect(broken).toEqual([])
  },
)
