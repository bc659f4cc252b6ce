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
  /** Whether it is there only where that type is, of the several that may stand there. */
  readonly narrowed: boolean
}

/** Each field that an operation selects, itself and by fragments, in the order of the text. */
export function* selectedBy(
  operation: OperationDefinitionNode,
  { fragments }: Documents,
  schema: GraphQLSchema,
): Generator<Selected> {
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`${nameOf(operation)}: the schema has no ${operation.operation}.`)
  yield* walk(operation.selectionSet, root, '', root)

  function* walk(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    above: string,
    declared: GraphQLNamedType | undefined,
  ): Generator<Selected> {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(type, selection.name.value)
        if (!field || !type) throw new Error(`${nameOf(operation)}: there is no ${type?.name}.${selection.name.value}.`)
        const path = `${above}${selection.alias?.value ?? selection.name.value}`
        yield { path, field, on: type.name, narrowed: type !== declared }
        const below = getNamedType(field.type)
        if (selection.selectionSet) yield* walk(selection.selectionSet, below, `${path}.`, below)
        continue
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (!part) throw new Error(`${nameOf(operation)} spreads a fragment that does not exist.`)
      const condition = part.typeCondition?.name.value
      yield* walk(part.selectionSet, condition ? schema.getType(condition) : type, above, declared)
    }
  }
}

const fieldOf = (type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined => {
  if (name === '__typename') return TypeNameMetaFieldDef
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}
