import { buildASTSchema, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { commonCodes } from '../sdk/codegen/codes.ts'
import { factsOf } from '../sdk/codegen/facts.ts'
import { typeDefs } from '../server/schema.ts'

const schema = buildASTSchema(parse(typeDefs.join('\n')))
const known = new Map<string, readonly string[]>()

/** The codes that a document may be refused with, as `@throws` says. */
const codesOf = (text: string): readonly string[] => {
  const before = known.get(text)
  if (before) return before
  const { definitions } = parse(text)
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  )
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const codes = [
    ...commonCodes(schema),
    ...operations
      .flatMap(rootByRoot)
      .flatMap((operation) => factsOf(operation, { operations, fragments }, schema).codes),
  ]
  known.set(text, codes)
  return codes
}

/** An operation of several root fields as several operations. */
const rootByRoot = (operation: OperationDefinitionNode): OperationDefinitionNode[] =>
  operation.selectionSet.selections.map((root) => ({
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: [root] },
  }))

/** What servers have refused with a code that no `@throws` of the document says. */
export const unsaid = new Set<string>()

/** Asks, and looks at the codes of the answer. */
export const witness: typeof fetch = async (url, init) => {
  const response = await fetch(url, init)
  if (!response.headers.get('content-type')?.includes('json')) return response
  const { operationName, query } = JSON.parse(String(init?.body))
  const { errors = [] } = (await response.clone().json()) as { errors?: { extensions: { code: string } }[] }
  for (const { extensions } of errors)
    if (!codesOf(query).includes(extensions.code)) unsaid.add(`${operationName}: ${extensions.code}`)
  return response
}
