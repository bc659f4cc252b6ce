import { type GraphQLSchema, isEnumType, Kind, type OperationDefinitionNode } from 'graphql'
import { answerOf } from './answer.ts'
import { commentOf, type Documents, nameOf } from './document.ts'
import { factsOf } from './facts.ts'
import { code, page, table } from './markdown.ts'
import { personasOf } from './personas.ts'
import { answerRows, variableRows } from './reference-types.ts'
import { snippetOf } from './snippet.ts'

/** The page of an operation: what it does, what it takes and answers, how it fails, and how it is called. */
export const operationPage = (
  operation: OperationDefinitionNode,
  documents: Documents,
  schema: GraphQLSchema,
): string => {
  const place = answerOf(operation, schema)
  const { codes } = factsOf(operation, documents, schema)
  return page(
    `# ${nameOf(operation)}`,
    `A ${operation.operation} for: ${personasOf(operation).join(', ')}. [All operations](README.md)`,
    commentOf(operation),
    `\`\`\`ts\n${snippetOf(operation, schema)}\n\`\`\``,
    section('Rules', quote(rulesOf(operation, schema))),
    section('Variables', table(['variable', 'type', ''], variableRows(operation, schema))),
    section(
      place.paged ? 'Each item of the list' : place.live ? 'Each event' : 'Answer',
      table(['field', 'type', ''], answerRows(operation, documents, schema, place)),
    ),
    section(
      'Errors',
      table(
        ['code', ''],
        codes.map((name) => [code(name), meaningOf(name, schema)]),
      ),
    ),
    '[What any call may fail with](errors.md)',
  )
}

const section = (title: string, text: string): string => (text === '' ? '' : `## ${title}\n\n${text}`)

const quote = (text: string): string => text.replace(/^/gm, '> ').replace(/^> $/, '')

/** What the schema says of the fields that are asked for. */
const rulesOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): string =>
  operation.selectionSet.selections
    .flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []))
    .map((name) => schema.getRootType(operation.operation)?.getFields()[name]?.description ?? '')
    .join('\n')

const meaningOf = (name: string, schema: GraphQLSchema): string => {
  const codes = schema.getType('ErrorCode')
  return (isEnumType(codes) && codes.getValue(name)?.description) || ''
}
