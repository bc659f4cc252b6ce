import { inspect } from 'node:util'
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { answerOf } from './answer.ts'
import { type Answers, callText } from './call-text.ts'
import { nameOf } from './document.ts'
import { exampleOf } from './example.ts'

/** How an operation is called, with variables to try it with. */
export const snippetOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): string => {
  const variables = exampleOf(operation, schema)
  const given = Object.keys(variables).length > 0 ? inspect(variables, { depth: null, breakLength: 100 }) : ''
  return callText(nameOf(operation), answersOf(operation, schema), given)
}

/** How often an operation answers. */
export const answersOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): Answers => {
  const { paged, live } = answerOf(operation, schema)
  return paged ? 'items' : live ? 'events' : 'once'
}
