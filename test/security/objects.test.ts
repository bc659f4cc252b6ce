import { getNullableType, isInputObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { isInOrder, makeStage } from './stage.ts'

const { places, ask } = await makeStage()

const isInput = (place: (typeof places)[number]) => isInputObjectType(getNullableType(place.type))
const inputs = places.filter(isInput)
const scalars = places.filter((place) => !isInput(place))

const operators: readonly object[] = [{ $ne: null }, { $like: '%' }, { $re: '.*' }, { $or: [{}] }, { $in: ['x'] }]

const markers: readonly object[] = [
  { __raw: true, sql: '1 = 1' },
  { __raw: 'true', sql: "select 'x'", params: [] },
  { "x'||(select 1)||'": 'y' },
  JSON.parse('{ "__proto__": { "polluted": true } }'),
  { constructor: { prototype: { polluted: true } } },
]

test.each(scalars)('E1: an operator in place of a value of $name is refused', async ({ asVariable }) => {
  for (const value of operators) {
    expect(await ask(asVariable(value))).toMatchObject({ codes: ['BAD_USER_INPUT'] })
  }
})

test.each(places)('E2: a marker of an ORM or of a prototype in place of $name is refused', async ({ asVariable }) => {
  for (const value of markers) {
    const answer = await ask(asVariable(value))
    expect(answer.codes.length, answer.text).toBeGreaterThan(0)
    expect(new Set(answer.codes)).toEqual(new Set(['BAD_USER_INPUT']))
  }
  expect({}).not.toHaveProperty('polluted')
})

test('E2: a variable that nobody declared is passed over, whatever it is called', async () => {
  const variables = JSON.parse(
    '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }',
  )
  const answer = await ask({ query: '{ periods { code } }', variables })
  expect(answer).toMatchObject({ status: 200, codes: [] })
  expect({}).not.toHaveProperty('polluted')
})

test.each(inputs)('D9: $name takes no field that it does not declare', async ({ asVariable, asLiteral }) => {
  for (const field of ['owner', 'status', 'version', 'createdAt', 'personId', '__typename']) {
    expect(await ask(asVariable({ [field]: 'x' }))).toMatchObject({ codes: expect.arrayContaining(['BAD_USER_INPUT']) })
    expect(await ask(asLiteral(`{ ${field}: "x" }`))).toMatchObject({
      codes: expect.arrayContaining(['GRAPHQL_VALIDATION_FAILED']),
    })
  }
})

test('D9: no argument is taken that a field does not declare', async () => {
  const answer = await ask({ query: '{ schools(owner: "x") { totalCount } }' })
  expect(answer.codes).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  expect(isInOrder(answer)).toBe(true)
})
