import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { identified } from '../../server/id.ts'
import { whole as contract } from '../reader/sdl.ts'

/** Where a request brings a value: an argument, or a field of an input. */
export interface Place {
  /** As `Query.teachers.filter.nameContains`. */
  readonly name: string
  readonly type: GraphQLInputType
  /** A request with a value there, in a variable, and something that fits wherever else one is required. */
  asVariable(value: unknown): { query: string; variables: Record<string, unknown> }
  /** The same with the value in the document, as it is written. */
  asLiteral(value: string): { query: string }
}

/** The type of a place without what surrounds it, as `String`. */
export const typeOf = ({ type }: Place): string => getNamedType(type).name

const someId = 'asg_01890000-0000-7000-8000-000000000000'

const samples: Readonly<Record<string, string>> = {
  ID: JSON.stringify(someId),
  String: '"x"',
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  NIP: '"198507142010012012"',
  Date: '"2024-01-31"',
  DateTime: '"2040-01-31T07:00:00.000Z"',
}

/** How what a place holds, written as a literal, becomes what its argument holds. */
type Around = (literal: string) => string

/** Every place there is, of every field that a request answers at once; `ids` has an id of each type, as `Office`. */
export function placesOf(ids: Readonly<Record<string, string>>): Place[] {
  const types = Object.values(contract.getTypeMap()).filter(isObjectType)
  return types
    .filter(({ name }) => !name.startsWith('__') && name !== 'Subscription')
    .flatMap((type) => Object.values(type.getFields()).flatMap((field) => placesIn(type, field, ids)))
}

function placesIn(
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  ids: Readonly<Record<string, string>>,
): Place[] {
  return field.args.flatMap((argument) => {
    const others = field.args.filter((other) => other !== argument && isNonNullType(other.type))
    const given = others.map(({ name, type }) => `${name}: ${fitting(field.name, name) ?? sample(type)}`)
    const call = (literal: string) =>
      reach(parent, `${field.name}(${[`${argument.name}: ${literal}`, ...given].join(', ')}) ${selection(field)}`, ids)
    return inside(`${parent.name}.${field.name}.${argument.name}`, argument.type, (literal) => literal).map(
      ({ around, ...place }) => ({
        ...place,
        asVariable: (value: unknown) => ({
          query: call(around('$value')).replace(
            /(?=\{)/,
            `${isMutation(parent) ? 'mutation' : 'query'} ($value: ${place.type}) `,
          ),
          variables: { value },
        }),
        asLiteral: (value: string) => ({ query: `${isMutation(parent) ? 'mutation ' : ''}${call(around(value))}` }),
      }),
    )
  })
}

const isMutation = ({ name }: GraphQLObjectType) => name === 'Mutation'

/** The place itself and those inside it. */
function inside(
  name: string,
  type: GraphQLInputType,
  around: Around,
): (Pick<Place, 'name' | 'type'> & { around: Around })[] {
  const named = getNullableType(type)
  if (isListType(named)) return inside(name, named.ofType, (literal) => around(`[${literal}]`))
  const itself = { name, type, around }
  if (!isInputObjectType(named)) return [itself]
  const fields = Object.values(named.getFields())
  const within = fields.flatMap((field) => {
    const others = fields.filter(
      (other) => other !== field && isNonNullType(other.type) && other.defaultValue === undefined,
    )
    const rest = others.map((other) => `, ${other.name}: ${sample(other.type)}`).join('')
    return inside(`${name}.${field.name}`, field.type, (literal) => around(`{ ${field.name}: ${literal}${rest} }`))
  })
  return [itself, ...within]
}

/** What an argument takes that is more than its type says. */
function fitting(field: string, argument: string): string | undefined {
  if (argument === 'period') return '"2026"'
  if (argument === 'periods') return '["2026"]'
  if (argument === 'office') return '"off_35.78"'
  const prefix =
    argument === 'id' ? { plan: 'pln', evidence: 'evd', observation: 'obs', appraisal: 'apr' }[field] : undefined
  return prefix && JSON.stringify(someId.replace('asg', prefix))
}

/** Something that fits, as it is written. */
function sample(type: GraphQLInputType): string {
  const named = getNullableType(type)
  if (isListType(named)) return `[${sample(named.ofType)}]`
  if (isEnumType(named)) return named.getValues()[0]?.name ?? ''
  if (isScalarType(named)) return samples[named.name] ?? '"x"'
  const fields = Object.values(named.getFields()).filter((field) => isNonNullType(field.type))
  return `{ ${fields.map((field) => `${field.name}: ${sample(field.type)}`).join(', ')} }`
}

/** A document in which a field of a type is asked for. */
function reach({ name }: GraphQLObjectType, field: string, ids: Readonly<Record<string, string>>): string {
  if (name === 'Query' || name === 'Mutation') return `{ ${field} }`
  if (name === 'Viewer') return `{ viewer { ${field} } }`
  if (name === 'DataExport') return `{ dataExport(person: "${ids['Person']}") { ${field} } }`
  const id = ids[name]
  if (!(name in identified) || !id) throw new Error(`Say here how to reach the fields of ${name}.`)
  return `{ node(id: "${id}") { ... on ${name} { ${field} } } }`
}

function selection({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type)
  if (isScalarType(named) || isEnumType(named)) return ''
  return named.name.endsWith('Connection') ? '{ totalCount nodes { __typename } }' : '{ __typename }'
}
