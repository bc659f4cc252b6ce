import { type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql'
import { type Identified, identified } from '../id.ts'
import { rules } from '../period/rules.ts'
import type { Found, Query } from '../reader/reader.ts'
import type { Feed, Happening, Heard } from './feed.ts'
import type { Subject } from './outbox.ts'

/** What a subscription listens to, and the type of what is to be read of each event. */
export interface Listening extends Subject {
  readonly type: Identified
  readonly after: string | null
  readonly schema: GraphQLSchema
}

/** Reads for a viewer, by his rights of this moment. */
type Read = (query: Omit<Query, 'viewer' | 'signal'>) => Promise<Found>

const question = (text: string) => {
  const document = parse(text)
  return { document, operation: document.definitions[0] as OperationDefinitionNode }
}
const thing = question('query event($id: ID!) { node(id: $id) { id } }')
const plan = question('query sight($id: ID!) { plan(id: $id) { id } }')

const people = question(
  'query people($office: ID!, $periods: [String!]!) { analytics(office: $office, periods: $periods, first: 1) { totalCount } }',
)

/** The question whether a plan is there for a viewer. */
export const sightOf = (id: string, schema: GraphQLSchema) => ({ ...plan, schema, variables: { id } })

/** The question how many people there are whom a viewer watches over at an office's schools, in any period. */
export const peopleAt = (office: string, schema: GraphQLSchema) => ({
  ...people,
  schema,
  variables: { office, periods: rules.map(({ code }) => code) },
})

/** The events of a subject, without those whose thing the viewer may not see when they arrive. */
export async function eventsOf(
  feed: Feed,
  read: Read,
  signal: AbortSignal,
  { type, after, schema, ...subject }: Listening,
): Promise<Heard> {
  const { from, happenings } = await feed.listen(subject, after, signal)
  const isSeen = async ({ key }: Happening) => {
    const { data } = await read({ ...thing, schema, variables: { id: `${identified[type].prefix}_${key}` } })
    return data['node'] !== null
  }
  return { from, happenings: seen(happenings, isSeen) }
}

async function* seen(
  happenings: AsyncIterable<Happening>,
  isSeen: (happening: Happening) => Promise<boolean>,
): AsyncGenerator<Happening, void, undefined> {
  for await (const happening of happenings) if (await isSeen(happening)) yield happening
}
