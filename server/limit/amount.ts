import { Kind, type OperationDefinitionNode, type TypeNode, type ValueNode } from 'graphql'

/** What of a value decides how much is asked for: a number, a condition, how long a list is. */
export type Amount = number | boolean | null

/** The variables that decide how much an operation asks for, by name; those left out without a default are not there. */
export type Amounts = ReadonlyMap<string, Amount>

const deciding: ReadonlySet<string> = new Set(['Int', 'Boolean'])

/** Reads the amounts out of variables as they were sent; what is of a wrong type is refused when they are coerced. */
export function amountsOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: object): Amounts {
  const amounts = new Map<string, Amount>()
  for (const { variable, type, defaultValue } of variableDefinitions) {
    if (!decides(type)) continue
    const name = variable.name.value
    const value: unknown = Object.hasOwn(variables, name) ? variables[name as keyof typeof variables] : undefined
    const amount = value === undefined ? defaultValue && literal(defaultValue) : amountOf(value)
    if (amount !== undefined) amounts.set(name, amount)
  }
  return amounts
}

/** The amount of an argument's value; undefined for a variable that is left out. */
export const amountIn = (value: ValueNode, amounts: Amounts): Amount | undefined =>
  value.kind === Kind.VARIABLE ? amounts.get(value.name.value) : literal(value)

const decides = (type: TypeNode): boolean => {
  if (type.kind === Kind.NON_NULL_TYPE) return decides(type.type)
  return type.kind === Kind.LIST_TYPE || deciding.has(type.name.value)
}

function amountOf(value: unknown): Amount {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.length : 1
}

function literal(value: ValueNode): Amount {
  switch (value.kind) {
    case Kind.NULL:
      return null
    case Kind.BOOLEAN:
      return value.value
    case Kind.INT:
      return Number(value.value)
    case Kind.LIST:
      return value.values.length
    default:
      // a value by itself is a list of one
      return 1
  }
}
