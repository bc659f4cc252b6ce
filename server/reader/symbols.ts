import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import { identified } from '../id.ts'
import { constant, Given, type Request } from './given.ts'

type Values = Readonly<Record<string, unknown>>

/** The variables of an operation as a statement is written with them, and all of them that its text depends on. */
export interface Symbols {
  readonly variables: Record<string, unknown>
  readonly key: string
}

/** Replaces what only travels beside the statement by `Given`s; what decides its text stays, and makes the key. */
export function symbolsOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Values): Symbols {
  const symbols: Record<string, unknown> = {}
  let key = ''
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    if (!(name in variables) || !input) continue
    const symbol = symbolOf(input, variables[name], ({ variables: all }) => all[name])
    symbols[name] = symbol.value
    key += `${name}:${symbol.key};`
  }
  return { variables: symbols, key }
}

function symbolOf(
  type: GraphQLInputType,
  value: unknown,
  read: (request: Request) => unknown,
): { value: unknown; key: string } {
  const named = getNullableType(type)
  if (value === null || value === undefined) return { value, key: String(value) }
  if (isInputObjectType(named)) {
    const fields = Object.entries(named.getFields()).filter(([name]) => name in (value as Values))
    const symbols = fields.map(([name, field]) => {
      const symbol = symbolOf(field.type, (value as Values)[name], (request) => (read(request) as Values)[name])
      return { name, ...symbol }
    })
    return {
      value: Object.fromEntries(symbols.map((symbol) => [symbol.name, symbol.value])),
      key: `{${symbols.map((symbol) => `${symbol.name}:${symbol.key}`).join()}}`,
    }
  }
  if (isListType(named)) {
    const items = value as unknown[]
    // which there are, however often and in whatever order: so there are not more statements than sets
    const key = isEnumType(getNullableType(named.ofType))
      ? [...new Set(items)].toSorted().join()
      : prefixes(named.ofType, items)
    return { value: new Given(read, value), key: `[${key}]` }
  }
  const decides = isEnumType(named) || typeof value === 'boolean' || typeof value === 'number'
  return decides ? { value, key: String(value) } : { value: new Given(read, value), key: prefixes(named, [value]) }
}

const known: ReadonlySet<string> = new Set(Object.values(identified).map(({ prefix }) => `${prefix}_`))

// which types ids are of decides what is read for `node`
function prefixes(type: GraphQLInputType, values: readonly unknown[]): string {
  const named = getNullableType(type)
  if (!('name' in named) || named.name !== 'ID') return '?'
  const found = values.map((value) => String(value).slice(0, 4)).filter((prefix) => known.has(prefix))
  return [...new Set(found)].sort().join()
}

/** A coerced argument with `Given`s in place of what travels beside the statement, wherever it came from. */
export function given(type: GraphQLInputType, value: unknown): unknown {
  const named = getNullableType(type)
  if (value == null || value instanceof Given) return value
  if (isInputObjectType(named)) {
    const fields = named.getFields()
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, fields[name] ? given(fields[name].type, part) : part]),
    )
  }
  if (isListType(named)) return together(value as unknown[])
  return isEnumType(named) || typeof value === 'boolean' || typeof value === 'number' ? value : constant(value)
}

/** A list literal, which may hold variables. */
function together(items: readonly unknown[]): Given<unknown[]> {
  const read = (item: unknown, request: Request) => (item instanceof Given ? item.read(request) : item)
  const sample = items.map((item) => (item instanceof Given ? item.sample : item))
  return new Given((request) => items.map((item) => read(item, request)), sample)
}
