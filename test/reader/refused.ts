import { GraphQLError } from 'graphql'

/** A refusal with a code of the contract; the words of the message are the server's own affair. */
export const refused = (code: string): GraphQLError => new GraphQLError(code, { extensions: { code } })
