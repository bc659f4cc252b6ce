import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql'
import { nameOf } from './document.ts'

/** Where in `data` the answer of an operation lies, and whether it is a connection to be paged through. */
export interface AnswerPlace {
  readonly path: readonly string[]
  readonly paged: boolean
  /** Whether it is a stream of events; then it lies at the root field. */
  readonly live: boolean
}

/**
 * As long as a selection holds one field of an object, the answer is that field's: `node(id) { ... on School { staff } }`
 * answers the staff. It stops at a connection whose `after` is the variable `$after`.
 */
export const answerOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): AnswerPlace => {
  const [root] = operation.selectionSet.selections
  if (operation.operation === 'subscription' && root?.kind === Kind.FIELD)
    return { path: [root.alias?.value ?? root.name.value], paged: false, live: true }
  const path: string[] = []
  let type: GraphQLNamedType | undefined = schema.getRootType(operation.operation) ?? undefined
  let selections = operation.selectionSet.selections
  for (;;) {
    const step = onlyField(selections, type, schema)
    if (!step) break
    const next = fieldType(step.parent, step.field)
    if (!next || !step.field.selectionSet) break
    path.push(step.field.alias?.value ?? step.field.name.value)
    if (takesAfter(step.field)) return { path, paged: true, live: false }
    type = next
    selections = step.field.selectionSet.selections
  }
  if (path.length === 0) throw new Error(`${nameOf(operation)} has more than one root field.`)
  return { path, paged: false, live: false }
}

const onlyField = (
  selections: readonly SelectionNode[],
  parent: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): { field: FieldNode; parent: GraphQLNamedType | undefined } | null => {
  const [first] = selections
  if (!first || selections.length > 1 || first.kind === Kind.FRAGMENT_SPREAD) return null
  if (first.kind === Kind.FIELD) return { field: first, parent }
  const narrowed = first.typeCondition ? schema.getType(first.typeCondition.name.value) : parent
  return onlyField(first.selectionSet.selections, narrowed, schema)
}

const fieldType = (parent: GraphQLNamedType | undefined, field: FieldNode): GraphQLNamedType | undefined => {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined
  const type = parent.getFields()[field.name.value]?.type
  return type && getNamedType(type)
}

const takesAfter = (field: FieldNode): boolean =>
  field.arguments?.some(({ name, value }) => name.value === 'after' && value.kind === Kind.VARIABLE) ?? false
