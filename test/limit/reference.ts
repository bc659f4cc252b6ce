import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Measured } from '../../server/limit/measured.ts'

type Tally = Omit<Measured, 'introspects'>

/**
 * The published formula once more, slow and obvious: every fragment is written out, every argument is coerced by graphql-js, nothing is
 * remembered. Throws a GraphQLError where an argument cannot be coerced.
 */
export function reference(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Tally {
  const fragment = (name: string) =>
    document.definitions.find(
      (one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition' && one.name.value === name,
    )

  const isWanted = (node: SelectionNode) =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false

  /** The fields of an object with all fragments written out, and the directives met on the way. */
  function writtenOut(
    set: SelectionSetNode,
    type: GraphQLObjectType,
  ): { fields: FieldNode[]; directives: DirectiveNode[] } {
    const parts = set.selections.map((node) => {
      const directives = [...(node.directives ?? [])]
      if (!isWanted(node)) return { fields: [], directives }
      if (node.kind === 'Field') return { fields: [node], directives }
      const spread = node.kind === 'FragmentSpread' ? fragment(node.name.value) : node
      const condition = spread?.typeCondition?.name.value ?? type.name
      const isOfType = condition === type.name || type.getInterfaces().some(({ name }) => name === condition)
      if (!spread || !isOfType) return { fields: [], directives }
      const inside = writtenOut(spread.selectionSet, type)
      return { fields: inside.fields, directives: [...directives, ...inside.directives] }
    })
    return { fields: parts.flatMap(({ fields }) => fields), directives: parts.flatMap((part) => part.directives) }
  }

  function tallyOf(set: SelectionSetNode, type: GraphQLObjectType, page: number | undefined): Tally {
    const { fields, directives } = writtenOut(set, type)
    const tallies = fields.map((field) => tallyOfField(field, type, page))
    const sum = (of: 'aliases' | 'directives' | 'nodes' | 'cost') => tallies.reduce((all, one) => all + one[of], 0)
    return {
      depth: Math.max(0, ...tallies.map(({ depth }) => depth)),
      aliases: sum('aliases'),
      directives: directives.length + sum('directives'),
      nodes: sum('nodes'),
      cost: sum('cost'),
    }
  }

  function tallyOfField(node: FieldNode, type: GraphQLObjectType, page: number | undefined): Tally {
    const name = node.name.value
    const isRoot = type === schema.getQueryType()
    const aliases = isRoot || node.alias ? 1 : 0
    const field = type.getFields()[name]
    if (isRoot && name === '__schema') return { depth: 1, aliases, directives: 0, nodes: 0, cost: 10_000 }
    if (!field || !node.selectionSet)
      return { depth: 1, aliases, directives: 0, nodes: 0, cost: name === 'totalCount' ? 2 : 0 }
    const args = getArgumentValues(field, node, variables)
    const first = field.args.some((one) => one.name === 'first') ? Number(args['first'] ?? 0) : undefined
    const rows = first === undefined || (first >= 1 && first <= 2_000) ? first : 0
    const named = getNamedType(field.type)
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : isObjectType(named) ? [named] : []
    const below = types.map((one) => tallyOf(node.selectionSet as SelectionSetNode, one, rows))
    const dearest = (of: keyof Tally) => Math.max(...below.map((one) => one[of]))
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
    const ids = args['ids'] as unknown[] | undefined
    const paged = isList ? (ids?.length ?? page) : undefined
    const size = isList ? (paged ?? 5) : 1
    return {
      depth: 1 + dearest('depth'),
      aliases: aliases + dearest('aliases'),
      directives: dearest('directives'),
      nodes: size * dearest('nodes') + (paged ?? 0),
      cost: size + size * dearest('cost'),
    }
  }

  const query = schema.getQueryType()
  if (!query) throw new Error('the schema has no Query')
  const tally = tallyOf(operation.selectionSet, query, undefined)
  const directives = tally.directives + (operation.directives?.length ?? 0)
  return { ...tally, directives, cost: Math.max(1, tally.cost) }
}
