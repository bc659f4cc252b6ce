import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { type Amount, type Amounts, amountIn } from './amount.ts'
import { type Measured, most, nothing, plus } from './measured.ts'

/** What things cost, in points. Scalars cost nothing, an object costs 1, a list costs its size times what one of it costs. */
export const prices = {
  object: 1,
  totalCount: 2,
  mutation: 10,
  /** With what one event reads; its events cost nothing more. */
  subscription: 10,
  /** `__schema` and `__type`, with all below. */
  introspection: 10_000,
  request: 1,
} as const

/** How long a list without pages is taken to be: these are short by nature. */
const listSize = 5

/** No list has longer pages. */
export const longestPage = 2_000

/** An operation to measure. */
export interface Operation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly amounts: Amounts
}

/** Measures a valid operation before it runs. However its fragments fan out, each part is looked at once. */
export function measure(asked: Operation): Measured {
  const { schema, operation } = asked
  const type = schema.getRootType(operation.operation)
  if (!type) return nothing
  const measured = plus(new Walk(asked).all(operation.selectionSet, type, null), directivesOf(operation))
  return { ...measured, cost: Math.max(prices.request, measured.cost) }
}

class Walk {
  private readonly asked: Operation
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  private readonly known = new Map<SelectionSetNode, Map<string, Measured>>()

  constructor(asked: Operation) {
    this.asked = asked
    const fragments = asked.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
    this.fragments = new Map((fragments as FragmentDefinitionNode[]).map((fragment) => [fragment.name.value, fragment]))
  }

  /** All that is selected of one object; `page` is the size of the page where the object is a connection. */
  all(set: SelectionSetNode, type: GraphQLObjectType, page: number | null): Measured {
    const known = this.known.get(set) ?? new Map<string, Measured>()
    this.known.set(set, known)
    const key = `${type.name} ${page}`
    const before = known.get(key)
    if (before) return before
    // where a fragment holds itself, which validation refuses, the walk ends
    known.set(key, nothing)
    const measured = set.selections.reduce((sum, part) => plus(sum, this.part(part, type, page)), nothing)
    known.set(key, measured)
    return measured
  }

  private part(part: SelectionNode, type: GraphQLObjectType, page: number | null): Measured {
    const directives = directivesOf(part)
    if (this.isLeftOut(part)) return directives
    return plus(directives, part.kind === Kind.FIELD ? this.field(part, type, page) : this.fragment(part, type, page))
  }

  private fragment(
    part: InlineFragmentNode | FragmentSpreadNode,
    type: GraphQLObjectType,
    page: number | null,
  ): Measured {
    const fragment = part.kind === Kind.INLINE_FRAGMENT ? part : this.fragments.get(part.name.value)
    if (!fragment) return nothing
    const on = fragment.typeCondition && this.asked.schema.getType(fragment.typeCondition.name.value)
    const fits = !on || on === type || (isAbstractType(on) && this.asked.schema.isSubType(on, type))
    return fits ? this.all(fragment.selectionSet, type, page) : nothing
  }

  private field(node: FieldNode, type: GraphQLObjectType, page: number | null): Measured {
    const { schema } = this.asked
    const name = node.name.value
    const isMutation = type === schema.getMutationType()
    const isSubscription = type === schema.getSubscriptionType()
    const isRoot = type === schema.getQueryType() || isMutation || isSubscription
    const field = { ...nothing, depth: 1, aliases: node.alias || isRoot ? 1 : 0 }
    if (isRoot && /^__(schema|type)$/.test(name)) return { ...field, cost: prices.introspection, introspects: true }
    const definition = type.getFields()[name]
    if (!definition) return field
    const root = isMutation ? prices.mutation : isSubscription ? prices.subscription : 0
    const own = name === 'totalCount' ? prices.totalCount : root
    if (!node.selectionSet) return { ...field, cost: own }
    const below = this.below(node.selectionSet, definition, this.page(definition, node))
    const isList = isListType(getNullableType(definition.type))
    const rows = isList ? (this.length(definition, node) ?? page) : null
    const size = rows ?? (isList ? listSize : 1)
    return {
      depth: 1 + below.depth,
      aliases: field.aliases + below.aliases,
      directives: below.directives,
      nodes: (rows ?? 0) + size * below.nodes,
      cost: own + size * (prices.object + below.cost),
      introspects: false,
    }
  }

  /** Of an interface, whichever type asks for most counts. */
  private below(set: SelectionSetNode, { type }: GraphQLField<unknown, unknown>, page: number | null): Measured {
    const named = getNamedType(type)
    const types = isAbstractType(named) ? this.asked.schema.getPossibleTypes(named) : isObjectType(named) ? [named] : []
    return types.map((one) => this.all(set, one, page)).reduce(most, nothing)
  }

  /** What `first` asks for. What is out of range is refused by the list, which then reads nothing. */
  private page(definition: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const first = this.argument('first', definition, node)
    if (first === undefined) return null
    return typeof first === 'number' && first >= 1 && first <= longestPage ? first : 0
  }

  private length(definition: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const ids = this.argument('ids', definition, node)
    return typeof ids === 'number' ? ids : null
  }

  /** Undefined where there is no such argument. */
  private argument(name: string, { args }: GraphQLField<unknown, unknown>, node: FieldNode): Amount | undefined {
    const argument = args.find((one) => one.name === name)
    if (!argument) return undefined
    const given = this.amount(name, node.arguments)
    return given === undefined ? ((argument.defaultValue as Amount | undefined) ?? null) : given
  }

  private amount(name: string, given: readonly ArgumentNode[] = []): Amount | undefined {
    const argument = given.find((one) => one.name.value === name)
    return argument && amountIn(argument.value, this.asked.amounts)
  }

  private isLeftOut({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: given }) => {
      const condition = this.amount('if', given)
      return name.value === 'skip' ? condition === true : name.value === 'include' && condition === false
    })
  }
}

const directivesOf = ({
  directives = [],
}: {
  readonly directives?: readonly DirectiveNode[] | undefined
}): Measured => ({
  ...nothing,
  directives: directives.length,
})
