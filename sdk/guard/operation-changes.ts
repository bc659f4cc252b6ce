import { type GraphQLType, isNonNullType, typeFromAST } from 'graphql'
import { answerOf } from '../codegen/answer.ts'
import { nameOf } from '../codegen/document.ts'
import { selectedBy } from '../codegen/selected.ts'
import type { Change } from './change.ts'
import type { Contract, Shipped } from './contract.ts'
import { fits } from './fits.ts'

/** What broke in the operations of a release: in what they take, and in what they answer. */
export const operationChanges = (released: Contract, current: Contract): Change[] =>
  [...released.operations].flatMap(([name, before]) => {
    const after = current.operations.get(name)
    const what = after ? differences(sideOf(before, released), sideOf(after, current)) : ['is gone']
    return what.map((each) => ({ name, what: each }))
  })

interface Side {
  readonly kind: string
  readonly place: string
  /** What a caller may give; null where he must not leave it out. */
  readonly variables: ReadonlyMap<string, GraphQLType>
  readonly fields: ReadonlyMap<string, GraphQLType>
}

const differences = (before: Side, after: Side): string[] => [
  ...(before.kind === after.kind ? [] : [`was a ${before.kind} and is a ${after.kind}`]),
  ...(before.place === after.place ? [] : [`answered ${before.place}, and now ${after.place}`]),
  ...[...before.variables].flatMap(([name, type]) => {
    const now = after.variables.get(name)
    if (!now) return [`$${name} is gone`]
    return fits(type, now) ? [] : [`$${name} took ${type}, and now ${now}`]
  }),
  ...[...after.variables].flatMap(([name, type]) =>
    isNonNullType(type) && !before.variables.has(name) ? [`$${name} is required`] : [],
  ),
  ...[...before.fields].flatMap(([name, type]) => {
    const now = after.fields.get(name)
    if (!now) return [`${name} is gone`]
    return fits(now, type) ? [] : [`${name} was ${type}, and now is ${now}`]
  }),
]

const sideOf = ({ operation, documents }: Shipped, { schema }: Contract): Side => {
  const { path, paged, live } = answerOf(operation, schema)
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type: written, defaultValue }) => {
    const type = typeFromAST(schema, written)
    if (!type) throw new Error(`${nameOf(operation)}: $${variable.name.value} is of no type of the schema.`)
    // who has a default to fall back on may leave it out
    return [variable.name.value, defaultValue && isNonNullType(type) ? type.ofType : type] as const
  })
  return {
    kind: operation.operation,
    place: `${paged ? 'the pages' : live ? 'the events' : 'the value'} of ${path.join('.')}`,
    variables: new Map(variables),
    fields: new Map(
      [...selectedBy(operation, documents, schema)].map(({ path: place, field, on }) => [
        `${place} (of ${on})`,
        field.type,
      ]),
    ),
  }
}
