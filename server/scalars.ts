import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isDay } from './calendar.ts'

/** A scalar that travels as a string; `parse` gives the value, or undefined where it is malformed. */
export function text(
  name: string,
  expected: string,
  parse: (value: string) => string | undefined,
): GraphQLScalarType<string> {
  // the value itself stays out of the message: it may be somebody's number
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : undefined
    if (parsed === undefined) throw new GraphQLError(`expected ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } })
    return parsed
  }
  return new GraphQLScalarType({
    name,
    serialize: String,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  })
}

export const Day = text('Date', 'a day that exists, as in 2024-01-31', (value) => (isDay(value) ? value : undefined))
export const Moment = text('DateTime', 'a moment in UTC, as in 2024-01-31T07:00:00.000Z', (value) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && isDay(value.slice(0, 10)) ? value : undefined,
)
