import { inspect } from 'node:util'
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { answerOf } from './answer.ts'
import { nameOf } from './document.ts'
import { exampleOf } from './example.ts'

/** How an operation is called, with variables to try it with. */
export const snippetOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): string => {
  const { paged, live } = answerOf(operation, schema)
  const variables = exampleOf(operation, schema)
  const given = Object.keys(variables).length > 0 ? inspect(variables, { depth: null, breakLength: 100 }) : ''
  const call = `client.${nameOf(operation)}(${given})`
  if (paged) return `for await (const item of ${call}) console.log(item)`
  if (live) return `for await (const event of ${call}) console.log(event)`
  return `console.log(await ${call})`
}
