import type { OperationDefinitionNode } from 'graphql'
import { nameOf } from './document.ts'

/** What is called how in the generated code: `teachers` has `teachersOperation`, `TeachersAnswer`, `TeachersNode`… */
export const typeNames = (operation: OperationDefinitionNode) => {
  const name = nameOf(operation)
  const capital = capitalise(name)
  // As typescript-operations names them.
  const data = `${capital}${capitalise(operation.operation)}`
  return {
    value: `${name}Operation`,
    data,
    variables: `${data}Variables`,
    answer: `${capital}Answer`,
    node: `${capital}Node`,
    codes: `${capital}Code`,
  }
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
