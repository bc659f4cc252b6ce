import { operationIn } from './operation.ts'

/** What is sent to the server. */
export interface Request {
  readonly url: string
  readonly document: string
  readonly variables: object
  /** Whether a token goes with it. */
  readonly signedIn: boolean
}

/** A command of bash that sends an operation of a request; the token stays in the environment. Throws a GraphQLError for a document that is none. */
export const curlOf = ({ url, document, variables, signedIn }: Request, name?: string): string => {
  const operation = operationIn(document, name)
  const live = operation?.operation === 'subscription'
  return [
    `curl ${live ? '--no-buffer ' : ''}--silent --show-error ${quoted(url)}`,
    `--header 'content-type: application/json'`,
    ...(live ? [`--header 'accept: text/event-stream'`] : []),
    ...(signedIn ? ['--header "authorization: Bearer $KINERJA_TOKEN"'] : []),
    `--data-binary ${quoted(JSON.stringify({ query: document, variables, operationName: operation?.name?.value }))}`,
  ].join(' \\\n  ')
}

/** A text as one word, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
