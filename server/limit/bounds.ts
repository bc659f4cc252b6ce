import type { GraphQLFormattedError } from 'graphql'
import { Refusal } from '../errors.ts'
import type { Measured } from './measured.ts'

/** The most that one request may ask for. */
export const bounds = {
  depth: 12,
  aliases: 50,
  directives: 20,
  nodes: 10_000,
  cost: 200_000,
  /** Words, names, numbers and signs of the text. */
  tokens: 2_000,
  /** Fields and fragments once all fragments are spread. */
  selections: 10_000,
  /** Errors told of one document or of its variables; graphql-js adds one, that there are more. */
  errors: 4,
} as const

const number = (value: number) => value.toLocaleString('en')

/** The bounds on what is measured, and what to say of a document that is over one. */
const refusals: readonly [keyof typeof bounds & keyof Measured, (value: string, most: string) => string][] = [
  ['depth', (is, most) => `The document is ${is} fields deep, of ${most} at most: ask for what lies deeper by its id.`],
  [
    'aliases',
    (is, most) =>
      `The document has ${is} root fields and aliases, of ${most} at most: ask for some in another request, or with \`nodes\`.`,
  ],
  ['directives', (is, most) => `The document has ${is} directives, of ${most} at most: leave out what is not wanted.`],
  [
    'nodes',
    (is, most) =>
      `The answer could hold ${is} rows, of ${most} at most: ask for smaller pages with \`first\`, or one list at a time.`,
  ],
  [
    'cost',
    (is, most) =>
      `The document costs ${is} points, of ${most} at most: ask for smaller pages with \`first\`, or for less of each row.`,
  ],
]

/** Why an operation is too large for one request; undefined when it is not. */
export function refusalOf(measured: Measured): Refusal | undefined {
  for (const [bound, message] of refusals) {
    if (measured[bound] > bounds[bound]) return tooLarge(message(number(measured[bound]), number(bounds[bound])))
  }
  return undefined
}

/** Why nobody with this budget can ever pay for an operation; undefined when he can. */
export function tooDear({ cost }: Measured, capacity: number): Refusal | undefined {
  if (cost <= capacity) return undefined
  return tooLarge(
    `The document costs ${number(cost)} points, and the whole budget is ${number(capacity)}: ask for less at a time.`,
  )
}

/** What to say instead where graphql-js or Apollo finds a text too large. */
export function tooLargeToRead({ message, extensions }: GraphQLFormattedError): string | undefined {
  if (/^Syntax Error: Document contains more tha[nt] /.test(message))
    return `The document has more than ${number(bounds.tokens)} tokens: use fragments, or ask in several requests.`
  if (extensions?.['validationErrorCode'] === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED')
    return `The document has more than ${number(bounds.selections)} fields once its fragments are spread: ask for less at a time.`
  return undefined
}

const tooLarge = (message: string) => new Refusal('QUERY_TOO_LARGE', message, 400)
