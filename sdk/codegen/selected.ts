import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql'
import { type Documents, nameOf } from './document.ts'

/** A field that an operation selects. */
export interface Selected {
  /** Where it stands in `data`, such as `plans.nodes.status`. */
  readonly path: string
  readonly field: GraphQLField<unknown, unknown>
  /** The type that it is a field of, which tells apart what several types of an interface have at one place. */
  readonly on: string
}

/** Each field that an operation selects, itself and by fragments, in the order of the text. */
export function* selectedBy(
  operation: OperationDefinitionNode,
  { fragments }: Documents,
  schema: GraphQLSchema,
): Generator<Selected> {
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`${nameOf(operation)}: the schema has no ${operation.operation}.`)
  yield* walk(operation.selectionSet, root, '')

  function* walk(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    above: string,
  ): Generator<Selected> {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(type, selection.name.value)
        if (!field || !type) throw new Error(`${nameOf(operation)}: there is no ${type?.name}.${selection.name.value}.`)
        const path = `${above}${selection.alias?.value ?? selection.name.value}`
        yield { path, field, on: type.name }
        if (selection.selectionSet) yield* walk(selection.selectionSet, getNamedType(field.type), `${path}.`)
        continue
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (!part) throw new Error(`${nameOf(operation)} spreads a fragment that does not exist.`)
      const condition = part.typeCondition?.name.value
      yield* walk(part.selectionSet, condition ? schema.getType(condition) : type, above)
    }
  }
}

const fieldOf = (type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined => {
  if (name === '__typename') return TypeNameMetaFieldDef
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}
