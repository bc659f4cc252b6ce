import { Kind, parse } from 'graphql'

/** Whether an operation of a document is answered event by event. Throws a GraphQLError for a document that is none. */
export const isLive = (document: string, name: string | null | undefined): boolean =>
  parse(document).definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === 'subscription' &&
      (!name || definition.name?.value === name),
  )
