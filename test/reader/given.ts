import fc, { type Arbitrary } from 'fast-check'
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { Choice, type Plain } from './plain.ts'
import type { Pool } from './pool.ts'

/** How often a document is asked, each time with other values of its variables. */
export const times = 4

/** What stands at a place that takes a value. */
export type Given =
  | { readonly how: 'literal'; readonly value: Plain }
  | Variable
  | { readonly how: 'fields'; readonly fields: Readonly<Record<string, Given>> }
  | { readonly how: 'items'; readonly items: readonly Given[] }
  | { readonly how: 'cursor'; readonly picks: readonly (number | null)[] }

/** A variable: its declaration, and its value each time, undefined where it is left out. */
export interface Variable {
  readonly how: 'variable'
  readonly type: string
  readonly fallback: Plain | undefined
  readonly values: readonly (Plain | undefined)[]
}

/** Where a value goes. */
export interface Place {
  /** As in `Query.person.id`. */
  readonly name: string
  readonly type: GraphQLInputType
  /** Whether the schema has a value for it when none is given. */
  readonly optional: boolean
}

/** Whatever can be given at a place. */
export function given(place: Place, pool: Pool): Arbitrary<Given> {
  if (place.name.endsWith('.after')) return cursor
  const value = fc.oneof(
    { weight: isNonNullType(place.type) ? 0 : 1, arbitrary: fc.constant(null) },
    { weight: 25, arbitrary: plain(place, pool) },
  )
  const whole: Arbitrary<Given> = fc.oneof(
    value.map((plain) => ({ how: 'literal' as const, value: plain })),
    variable(place, pool),
  )
  const parts = inParts(place, pool)
  return parts ? fc.oneof(whole, parts) : whole
}

/** A value of the place's type, never null itself. */
function plain({ name, type }: Place, pool: Pool): Arbitrary<Plain> {
  const wanted = getNullableType(type)
  if (isEnumType(wanted)) return fc.constantFrom(...wanted.getValues().map((value) => new Choice(value.name)))
  if (isListType(wanted)) {
    const item = plain({ name, type: wanted.ofType, optional: false }, pool)
    return fc.oneof({ weight: 5, arbitrary: fc.array(item, { maxLength: 4 }) }, { weight: 1, arbitrary: item })
  }
  if (!isInputObjectType(wanted)) return pool(wanted.name, name)
  return some(
    places(wanted).map((place) => {
      const value = plain(place, pool)
      return [place, isNonNullType(place.type) ? value : fc.option(value, { freq: 12 })]
    }),
  )
}

/** An object or a list written out, with variables inside. */
function inParts({ name, type }: Place, pool: Pool): Arbitrary<Given> | null {
  const wanted = getNullableType(type)
  if (isListType(wanted)) {
    const item = given({ name, type: wanted.ofType, optional: false }, pool)
    return fc.array(item, { maxLength: 3 }).map((items) => ({ how: 'items' as const, items }))
  }
  if (!isInputObjectType(wanted)) return null
  const fields = some(places(wanted).map((place): [Place, Arbitrary<Given>] => [place, given(place, pool)]))
  return fields.map((fields) => ({ how: 'fields' as const, fields }))
}

const places = (type: {
  name: string
  getFields(): Record<string, { name: string; type: GraphQLInputType; defaultValue?: unknown }>
}): Place[] =>
  Object.values(type.getFields()).map((field) => ({
    name: `${type.name}.${field.name}`,
    type: field.type,
    optional: !isNonNullType(field.type) || field.defaultValue !== undefined,
  }))

/** Values for all places that need one, and for a few that do not. */
export function some<Value>(
  values: readonly (readonly [Place, Arbitrary<Value>])[],
  least = 0,
  most = 2,
): Arbitrary<Record<string, Value>> {
  const last = ({ name }: Place) => name.split('.').at(-1) ?? ''
  const all = fc.record(Object.fromEntries(values.map(([place, value]) => [last(place), value])))
  const free = values.filter(([{ optional }]) => optional).map(([place]) => last(place))
  return fc
    .tuple(fc.subarray(free, { minLength: least, maxLength: Math.min(most, free.length) }), all)
    .map(([chosen, drawn]) =>
      Object.fromEntries(Object.entries(drawn).filter(([name]) => !free.includes(name) || chosen.includes(name))),
    )
}

function variable(place: Place, pool: Pool): Arbitrary<Variable> {
  const value = plain(place, pool)
  const state = fc.oneof(
    { weight: 9, arbitrary: fc.constant('given') },
    { weight: 3, arbitrary: fc.constant('absent') },
    { weight: 1, arbitrary: fc.constant('null') },
  )
  const drawn = fc.record({
    strict: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    fallback: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value }),
    values: fc.array(fc.tuple(state, value), { minLength: times, maxLength: times }),
  })
  return drawn.map(({ strict, fallback, values }) => {
    const needed = isNonNullType(place.type) && !place.optional && fallback === undefined
    const declared = strict || needed
    return {
      how: 'variable',
      type: `${getNullableType(place.type)}${declared ? '!' : ''}`,
      fallback,
      values: values.map(([state, value]) => {
        if (state === 'absent' && (!declared || fallback !== undefined)) return undefined
        return state === 'null' && !declared ? null : value
      }),
    }
  })
}

// the first time there is no cursor yet
const cursor: Arbitrary<Given> = fc
  .array(fc.option(fc.nat(40), { freq: 4 }), { minLength: times - 1, maxLength: times - 1 })
  .map((picks) => ({ how: 'cursor', picks: [null, ...picks] }))
