import { type GraphQLOutputType, getNullableType, isEnumType, isListType, isNonNullType } from 'graphql'
import { type Json, orNull, textOf } from './json.ts'
import { type Sql, sql } from './sql.ts'

const bare = (value: Sql): Json => [sql`${value}::text`]
const inQuotes = (value: Sql): Json => ['"', value, '"']
const escaped = (value: Sql): Json => [sql`to_json(${value})::text`]

/** How a scalar's column becomes JSON; ids, NIPs and moments hold nothing that JSON would escape. */
const scalars: Readonly<Record<string, (value: Sql) => Json>> = {
  Int: bare,
  Boolean: bare,
  Float: (value) => [sql`${value}::float8::text`],
  ID: inQuotes,
  NIP: inQuotes,
  DateTime: (value) => inQuotes(sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
}

/** The JSON of a value of a leaf type, as GraphQL serialises it. */
export function leaf(type: GraphQLOutputType, value: Sql): Json {
  const form = formOf(type)(value)
  return isNonNullType(type) ? form : orNull(textOf(form))
}

function formOf(type: GraphQLOutputType): (value: Sql) => Json {
  const named = getNullableType(type)
  if (isListType(named)) return escaped
  if (isEnumType(named)) return inQuotes
  return ('name' in named && scalars[named.name]) || escaped
}
