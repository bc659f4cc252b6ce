import { buildSchema, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql'
import { type Documents, documentsOf, nameOf } from '../codegen/document.ts'

/** What a release promises: a schema, and operations on it. */
export interface Contract {
  readonly version: string
  readonly schema: GraphQLSchema
  /** By name. */
  readonly operations: ReadonlyMap<string, Shipped>
}

/** An operation with its fragments. */
export interface Shipped {
  readonly operation: OperationDefinitionNode
  readonly documents: Documents
}

/** Reads a contract from its three files: `version`, `schema.graphql`, `documents.json`. */
export const readContract = (version: string, sdl: string, manifest: string): Contract => {
  const texts = Object.values(JSON.parse(manifest) as Readonly<Record<string, string>>)
  const shipped = texts.flatMap((text) => {
    const documents = documentsOf([{ document: parse(text) }])
    return documents.operations.map((operation) => ({ operation, documents }))
  })
  return {
    version: version.trim(),
    schema: buildSchema(sdl),
    operations: new Map(shipped.map((each) => [nameOf(each.operation), each])),
  }
}
