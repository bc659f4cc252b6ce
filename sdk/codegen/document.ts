import type { Types } from '@graphql-codegen/plugin-helpers'
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  TokenKind,
  visit,
} from 'graphql'

/** All operations and fragments of the SDK. */
export interface Documents {
  readonly operations: readonly OperationDefinitionNode[]
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** The operations in the order of their names, so that moving one to another file changes nothing. */
export const documentsOf = (files: readonly Types.DocumentFile[]): Documents => {
  const definitions = files.flatMap(({ document }): readonly DefinitionNode[] => document?.definitions ?? [])
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return {
    operations: operations.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  }
}

/** The name, which becomes the name of a function. Throws when there is none. */
export const nameOf = (operation: OperationDefinitionNode): string => {
  if (!operation.name) throw new Error(`An operation has no name: ${print(operation).slice(0, 80)}`)
  return operation.name.value
}

/** The shortest text of an operation and of every fragment that it spreads, each once. */
export const textOf = (operation: OperationDefinitionNode, { fragments }: Documents): string => {
  const used = new Set<DefinitionNode>([operation])
  // A set grows while it is walked, so fragments of fragments are found too.
  for (const definition of used) {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value)
        if (!fragment) throw new Error(`${nameOf(operation)} spreads ${name.value}, which does not exist.`)
        used.add(fragment)
      },
    })
  }
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...used] }
  return stripIgnoredCharacters(print(document))
}

/** The comment right above an operation or a fragment: its description, since GraphQL 16 knows none. */
export const commentOf = (definition: DefinitionNode): string =>
  commentLinesOf(definition)
    .filter((line) => !line.startsWith('persona: '))
    .join('\n')

/** The lines of that comment, with those for the generator alone. */
export const commentLinesOf = (definition: DefinitionNode): string[] => {
  const lines: string[] = []
  let token = definition.loc?.startToken.prev
  while (token?.kind === TokenKind.COMMENT) {
    lines.unshift(token.value.trim())
    token = token.prev
  }
  return lines
}
