import { type DefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql'

/** The operation of a document that has a name, or the first. Throws a GraphQLError for a document that is none. */
export const operationIn = (document: string, name?: string | null): OperationDefinitionNode | undefined => {
  const operations = parse(document).definitions.filter(isOperation)
  return operations.find((operation) => operation.name?.value === name) ?? operations[0]
}

const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION
