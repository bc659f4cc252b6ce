import fc, { type Arbitrary } from 'fast-check'
import {
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInterfaceType,
  GraphQLNonNull,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import { type Given, given, type Place, some } from './given.ts'
import type { Pool } from './pool.ts'
import { contract } from './sdl.ts'

/** `@include` or `@skip`. */
export interface Directive {
  readonly name: 'include' | 'skip'
  readonly condition: Given
}

/** One line of a selection. */
export type Line = FieldLine | FragmentLine

/** A field, with what is asked below it; asked a second time for what `again` says. */
export interface FieldLine {
  readonly kind: 'field'
  readonly name: string
  readonly alias: string | null
  readonly args: Readonly<Record<string, Given>>
  readonly directives: readonly Directive[]
  readonly below: readonly Line[] | null
  readonly again: readonly Line[] | null
}

/** A fragment: written out, or named and then spread once or twice. */
export interface FragmentLine {
  readonly kind: 'fragment'
  readonly on: string | null
  readonly named: 0 | 1 | 2
  readonly directives: readonly Directive[]
  readonly below: readonly Line[]
}

type Composite = GraphQLObjectType | GraphQLInterfaceType

const aliases = fc.oneof(
  { weight: 12, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'name', 'id', 'nodes', 'pageInfo', 'type', 'n') },
  { weight: 1, arbitrary: fc.constantFrom('constructor', 'toString', 'key', 'data', 'page', '_') },
)

const plainField = { kind: 'field', alias: null, args: {}, directives: [], again: null } as const

/** Asked wherever there is an `after`, so that there is a cursor to go on from. */
const end: Line = { ...plainField, name: 'pageInfo', below: [{ ...plainField, name: 'endCursor', below: null }] }

/** How often, where a field or the type of a fragment is chosen among others; 6 for the rest. */
const likely: Readonly<Record<string, number>> = {
  'Query.importReports': 2,
  'Query.apiKeys': 3,
  'Query.developmentActivities': 3,
  'Query.additionalDuties': 2,
  'Query.plans': 24,
  'Query.plan': 9,
  'Query.observations': 9,
  'Query.observation': 9,
  'Query.viewer': 3,
  'Query.periods': 3,
  'Query.indicators': 3,
  'Plan.assignment': 24,
  'Assignment.person': 18,
  Area: 4,
  Person: 9,
  Assignment: 9,
  School: 9,
  Plan: 9,
  Observation: 9,
}

const fragmentWeight = (type: Composite) => (isInterfaceType(type) ? 2000 : type.name === 'Query' ? 40 : 200)

/** Selections from the contract, a few levels deep. */
export class Selections {
  private readonly known = new Map<string, Arbitrary<Line[]>>()
  private readonly directives: Arbitrary<Directive[]>
  private readonly pool: Pool

  constructor(pool: Pool) {
    this.pool = pool
    const condition = given({ name: 'if', type: new GraphQLNonNull(GraphQLBoolean), optional: false }, pool)
    const name = fc.constantFrom('include' as const, 'skip' as const)
    const directive = fc.record({ name, condition })
    const both = fc.uniqueArray(directive, { minLength: 1, maxLength: 2, selector: ({ name }) => name })
    this.directives = fc.oneof({ weight: 14, arbitrary: fc.constant<Directive[]>([]) }, { weight: 1, arbitrary: both })
  }

  /** What may be asked of a type. */
  of(type: Composite, depth: number): Arbitrary<Line[]> {
    const key = `${type.name} ${depth}`
    const found = this.known.get(key)
    if (found) return found
    const lines = fc.array(this.line(type, depth), { minLength: 1, maxLength: depth < 6 ? 3 : 4, size: 'max' })
    this.known.set(key, lines)
    return lines
  }

  private line(type: Composite, depth: number): Arbitrary<Line> {
    const fields = Object.values(type.getFields())
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)))
    const others = depth > 0 ? fields.filter((field) => !isLeafType(getNamedType(field.type))) : []
    const choices = (of: typeof fields, weight: number) =>
      of.map((field) => ({
        weight: Math.ceil((weight * (likely[`${type.name}.${field.name}`] ?? 6)) / of.length),
        arbitrary: this.field(type, field, depth),
      }))
    const fragments = depth > 0 ? { weight: fragmentWeight(type), arbitrary: this.fragment(type, depth) } : null
    return fc.oneof(
      ...choices(leaves, 60),
      { weight: 90, arbitrary: this.meta('__typename') },
      ...(type.name === 'Query' ? [{ weight: 15, arbitrary: this.meta('__schema') }] : []),
      ...choices(others, 60),
      ...(fragments ? [fragments] : []),
    )
  }

  private meta(name: string): Arbitrary<Line> {
    return fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(name),
      alias: aliases,
      args: fc.constant({}),
      directives: this.directives,
      below: fc.constant(null),
      again: fc.constant(null),
    })
  }

  private field(type: Composite, field: GraphQLField<unknown, unknown>, depth: number): Arbitrary<Line> {
    const below = getNamedType(field.type)
    const places = field.args.map((argument) => ({
      name: `${type.name}.${field.name}.${argument.name}`,
      type: argument.type,
      optional: !isNonNullType(argument.type) || argument.defaultValue !== undefined,
    }))
    const isComposite = isObjectType(below) || isInterfaceType(below)
    const lines: Arbitrary<Line[] | null> = isComposite ? this.of(below, depth - 1) : fc.constant(null)
    const args = places.map((place): [Place, Arbitrary<Given>] => [place, given(place, this.pool)])
    // a person is asked for by one of two, and refused by none or both
    const isEither = type.name === 'Query' && field.name === 'person'
    const line = fc.record({
      kind: fc.constant('field' as const),
      name: fc.constant(field.name),
      alias: aliases,
      args: isEither
        ? fc.oneof({ weight: 20, arbitrary: some(args, 1, 1) }, { weight: 1, arbitrary: some(args) })
        : some(args),
      directives: this.directives,
      below: lines,
      again: fc.oneof({ weight: 14, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: lines }),
    })
    return line.map((line) => ('after' in line.args && line.below ? { ...line, below: [...line.below, end] } : line))
  }

  private fragment(type: Composite, depth: number): Arbitrary<Line> {
    const others = isInterfaceType(type) ? contract.getPossibleTypes(type) : type.getInterfaces()
    const on = [type, ...others].map((target) => ({
      weight: target === type ? 6 : (likely[target.name] ?? 2),
      arbitrary: fc.record({
        kind: fc.constant('fragment' as const),
        on: target === type ? fc.constantFrom(null, target.name) : fc.constant(target.name),
        named: fc.constantFrom(0, 0, 0, 1, 1, 2),
        directives: this.directives,
        below: this.of(target, depth - 1),
      }),
    }))
    return fc.oneof(...on)
  }
}
