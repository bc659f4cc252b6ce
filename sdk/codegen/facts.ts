import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { answerOf } from './answer.ts'
import { commonCodes, sorted, thrownBy } from './codes.ts'
import { type Documents, nameOf } from './document.ts'

/** What can be told of an answer before it is there. */
export interface Facts {
  /** Where in `data` a DateTime is selected. */
  readonly dates: readonly string[]
  /** What the operation may fail with, beside what any call may fail with. */
  readonly codes: readonly string[]
}

/** Looks at each field that an operation selects. */
export const factsOf = (operation: OperationDefinitionNode, { fragments }: Documents, schema: GraphQLSchema): Facts => {
  const dates = new Set<string>()
  const codes = new Set<string>()

  const walk = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, path: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)
        if (fragment) walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), path)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type
        walk(selection.selectionSet, narrowed, path)
      } else {
        const place = `${path}${selection.alias?.value ?? selection.name.value}`
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
        const below = field && getNamedType(field.type)
        for (const code of thrownBy(field?.astNode)) codes.add(code)
        if (below?.name === 'DateTime') dates.add(place)
        if (selection.selectionSet) walk(selection.selectionSet, below, `${place}.`)
      }
    }
  }

  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`${nameOf(operation)}: the schema has no ${operation.operation}.`)
  walk(operation.selectionSet, root, '')
  for (const code of thrownBy(root.astNode, ...root.extensionASTNodes)) codes.add(code)
  const { paged, path } = answerOf(operation, schema)
  // There is no list below what does not exist.
  if (paged && path.length > 1) codes.add('NOT_FOUND')
  const common = commonCodes(schema)
  return { dates: [...dates].sort(), codes: sorted(codes).filter((code) => !common.includes(code)) }
}
