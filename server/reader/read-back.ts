import DataLoader from 'dataloader'
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLResolveInfo,
  getNamedType,
  type OperationDefinitionNode,
  parse,
  print,
} from 'graphql'
import { type Identified, identified } from '../id.ts'
import type { Found, Query } from './reader.ts'

/** An entity in a mutation's payload: the reader reads it as the selection below wants it. */
export class ReadBack {
  readonly id: string

  constructor(id: string) {
    this.id = id
  }
}

/** What a resolver puts in the place of an entity that it has written. Example: `{ apiKey: readBack('ApiKey', key.id) }`. */
export const readBack = (type: Identified, key: string): ReadBack => new ReadBack(`${identified[type].prefix}_${key}`)

/** What is to be read, and the field it is for. */
interface Wanted extends ReadBack {
  readonly info: GraphQLResolveInfo
}

/** Reads what payloads hold: all that is wanted at once is one statement. Nothing is kept, so that each write is seen. */
export type ReadBacks = Pick<DataLoader<Wanted, unknown>, 'load'>

/** The read-backs of a request. */
export function createReadBacks(read: (query: Omit<Query, 'viewer' | 'signal'>) => Promise<Found>): ReadBacks {
  const load = async (wanted: readonly Wanted[]): Promise<unknown[]> => {
    const { schema, variableValues } = (wanted[0] as Wanted).info
    const { document, ids } = questionOf(wanted)
    const operation = document.definitions[0] as OperationDefinitionNode
    const variables = { ...variableValues, ...Object.fromEntries(wanted.map(({ id }, index) => [ids[index], id])) }
    const { data, refused } = await read({ schema, document, operation, variables })
    return wanted.map((_, index) => refused.get(`_${index}`) ?? data[`_${index}`] ?? null)
  }
  return new DataLoader(load, { cache: false })
}

/** The query that asks for all of them, each with the selection below its field; and the names of the variables that their ids are. */
function questionOf(wanted: readonly Wanted[]): { document: DocumentNode; ids: string[] } {
  const { operation, fragments } = (wanted[0] as Wanted).info
  const selections = wanted.map(({ info: { returnType, fieldNodes } }) => {
    const type = getNamedType(returnType).name
    return fieldNodes.map(({ selectionSet }) => selectionSet && `... on ${type} ${textOf(selectionSet)}`).join(' ')
  })
  const rest = Object.values(fragments).map(textOf).join(' ')
  // what only the mutation took decides nothing here
  const used = (operation.variableDefinitions ?? []).filter(({ variable: { name } }) =>
    new RegExp(`\\$${name.value}\\b`).test(`${selections} ${rest}`),
  )
  // longer than any of the client's own
  const mark = '_'.repeat(1 + Math.max(0, ...used.map(({ variable }) => variable.name.value.length)))
  const ids = wanted.map((_, index) => `${mark}${index}`)
  const declared = [...used.map(textOf), ...ids.map((id) => `$${id}: ID!`)].join(' ')
  const asked = selections.map((selection, index) => `_${index}: node(id: $${ids[index]}) { ${selection} }`)
  return { document: documentOf(`query (${declared}) { ${asked.join(' ')} } ${rest}`), ids }
}

// a question that comes again is the same document: its statement is found by it, and prepared
const documents = new Map<string, DocumentNode>()
const mostDocuments = 500

function documentOf(text: string): DocumentNode {
  const known = documents.get(text)
  if (known) return known
  const [oldest] = documents.keys()
  if (documents.size >= mostDocuments && oldest !== undefined) documents.delete(oldest)
  const document = parse(text)
  documents.set(text, document)
  return document
}

// Apollo keeps documents, so a selection that comes again is the same object
const texts = new WeakMap<ASTNode, string>()

function textOf(node: ASTNode): string {
  const text = texts.get(node) ?? print(node)
  texts.set(node, text)
  return text
}
