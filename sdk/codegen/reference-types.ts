import {
  type GraphQLInputType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { AnswerPlace } from './answer.ts'
import type { Documents } from './document.ts'
import { code } from './markdown.ts'
import { selectedBy } from './selected.ts'

type Row = readonly [name: string, type: string, description: string]

/** A type, with a link to its values where it is an enum. */
const typeCell = (type: GraphQLType): string => {
  const named = getNamedType(type)
  return isEnumType(named) ? `[${code(type)}](enums.md#${named.name.toLowerCase()})` : code(type)
}

/** What an operation takes, the fields of inputs included. */
export const variableRows = (operation: OperationDefinitionNode, schema: GraphQLSchema): Row[] => {
  const descriptions = argumentsOf(operation, schema)
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: written }) => {
    const name = variable.name.value
    const type = typeFromAST(schema, written) as GraphQLInputType | undefined
    return type ? inputRows(name, type, descriptions.get(name), new Set()) : []
  })
}

const inputRows = (
  name: string,
  type: GraphQLInputType,
  description: string | null | undefined,
  above: ReadonlySet<string>,
): Row[] => {
  const named = getNamedType(type)
  const below = isInputObjectType(named) && !above.has(named.name) ? Object.values(named.getFields()) : []
  return [
    [code(name), typeCell(type), description ?? (isInputObjectType(named) ? (named.description ?? '') : '')],
    ...below.flatMap((field) =>
      inputRows(`${name}.${field.name}`, field.type, field.description, new Set([...above, named.name])),
    ),
  ]
}

/** What is said of the argument that each variable is given to. */
const argumentsOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): Map<string, string | null> => {
  const found = new Map<string, string | null>()
  const types = new TypeInfo(schema)
  visit(
    operation,
    visitWithTypeInfo(types, {
      Variable: ({ name }) => {
        const argument = types.getArgument()
        if (argument && !found.has(name.value)) found.set(name.value, argument.description ?? null)
      },
    }),
  )
  return found
}

/** What an operation answers: of a list, what each item has; of one field, what it has. */
export const answerRows = (
  operation: OperationDefinitionNode,
  documents: Documents,
  schema: GraphQLSchema,
  { path, paged }: AnswerPlace,
): Row[] => {
  const start = [...path, ...(paged ? ['nodes'] : [])].join('.')
  const rows = new Map<string, Row>()
  for (const { path: place, field, on, narrowed } of selectedBy(operation, documents, schema)) {
    if (!place.startsWith(`${start}.`) || field.name === '__typename') continue
    const description = [field.deprecationReason && `Deprecated: ${field.deprecationReason}`, field.description]
    rows.set(`${place} ${on}`, [
      `${code(place.slice(start.length + 1))}${narrowed ? ` of ${on}` : ''}`,
      typeCell(field.type),
      description.filter(Boolean).join(' '),
    ])
  }
  return [...rows.values()]
}
