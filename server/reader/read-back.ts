import DataLoader from 'dataloader'
import { type GraphQLResolveInfo, getNamedType, type OperationDefinitionNode, parse, print } from 'graphql'
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
    const { schema, variableValues: variables } = (wanted[0] as Wanted).info
    const document = parse(questionOf(wanted))
    const operation = document.definitions[0] as OperationDefinitionNode
    const { data, refused } = await read({ schema, document, operation, variables })
    return wanted.map((_, index) => refused.get(`_${index}`) ?? data[`_${index}`] ?? null)
  }
  return new DataLoader(load, { cache: false })
}

/** The query that asks for all of them, each with the selection below its field. */
function questionOf(wanted: readonly Wanted[]): string {
  const { operation, fragments } = (wanted[0] as Wanted).info
  const variables = operation.variableDefinitions?.map(print).join(' ')
  const asked = wanted.map(({ id, info: { returnType, fieldNodes } }, index) => {
    const type = getNamedType(returnType).name
    const selections = fieldNodes.map(({ selectionSet }) => selectionSet && `... on ${type} ${print(selectionSet)}`)
    return `_${index}: node(id: ${JSON.stringify(id)}) { ${selections.join(' ')} }`
  })
  const question = `query ${variables ? `(${variables})` : ''} { ${asked.join(' ')} }`
  return [question, ...Object.values(fragments).map(print)].join(' ')
}
