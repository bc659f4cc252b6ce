import DataLoader from 'dataloader'
import { type GraphQLResolveInfo, getNamedType, Kind, type OperationDefinitionNode, parse, print } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { type Identified, identified } from '../id.ts'
import type { Reader } from './reader.ts'

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
export function createReadBacks(reader: Reader, viewer: Viewer | null, signal: AbortSignal): ReadBacks {
  const load = async (wanted: readonly Wanted[]): Promise<unknown[]> => {
    const [first] = wanted
    if (!first) return []
    const { schema, variableValues: variables } = first.info
    const places = byField(wanted)
    const document = parse(questionOf(places, first.info))
    const operation = document.definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION)
    const { data, refused } = await reader.find({
      schema,
      document,
      operation: operation as OperationDefinitionNode,
      variables,
      viewer,
      signal,
    })
    const answers = new Map<Wanted, unknown>()
    for (const [index, place] of places.entries()) {
      const found = (data[`place${index}`] ?? []) as readonly unknown[]
      for (const [number, each] of place.entries())
        answers.set(each, refused.get(`place${index}`) ?? found[number] ?? null)
    }
    return wanted.map((each) => answers.get(each))
  }
  // a question takes no more ids
  return new DataLoader(load, { cache: false, maxBatchSize: 100 })
}

/** The query that asks for all of them, each field's by its own selections. */
function questionOf(places: readonly (readonly Wanted[])[], { operation, fragments }: GraphQLResolveInfo): string {
  const asked = places.map((place, index) => {
    const selections = place[0]?.info.fieldNodes.map(
      ({ selectionSet }) => `... on ${typeOf(place)} ${selectionSet ? print(selectionSet) : ''}`,
    )
    return `place${index}: nodes(ids: ${JSON.stringify(place.map(({ id }) => id))}) { ${selections?.join(' ')} }`
  })
  const variables = operation.variableDefinitions?.map(print).join(', ')
  return [`query ${variables && `(${variables})`} { ${asked.join(' ')} }`, ...Object.values(fragments).map(print)].join(
    '\n',
  )
}

const typeOf = ([first]: readonly Wanted[]): string => (first ? getNamedType(first.info.returnType).name : '')

function byField(wanted: readonly Wanted[]): Wanted[][] {
  const fields = new Map<unknown, Wanted[]>()
  for (const each of wanted) fields.set(each.info.fieldNodes, [...(fields.get(each.info.fieldNodes) ?? []), each])
  return [...fields.values()]
}
