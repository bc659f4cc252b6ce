import type { Operation } from './operation.ts'

/**
 * Makes an operation of a document of your own; its answer is all of `data`. Takes text, and what graphql-codegen
 * writes with `documentMode: 'string'`, types included. Throws a TypeError when no operation in it has a name.
 *
 * @example
 * const birthday = operation<{ person: { birthDate: string } | null }, { id: string }>(
 *   'query birthday($id: ID!) { person(id: $id) { birthDate } }',
 * )
 * const { person } = await client.run(birthday, { id })
 */
export const operation = <Data, Variables>(
  document: string | { toString(): string; readonly __apiType?: (variables: Variables) => Data },
): Operation<Data, Variables> => {
  const text = document.toString()
  const [, kind, name] = /(?:^|[}\s,])(query|mutation)\s+(\w+)/.exec(text.replaceAll(/#.*/g, '')) ?? []
  if (name === undefined) throw new TypeError('The document holds no query or mutation with a name.')
  return { name, kind: kind === 'mutation' ? 'mutation' : 'query', text, path: [] }
}
