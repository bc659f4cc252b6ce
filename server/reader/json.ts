import { join, literal, type Sql, sql } from './sql.ts'

/** JSON text in the making: text that is known, and SQL that gives the rest as `text`, never null. */
export type Json = readonly (string | Sql)[]

/** An object out of keys and values, in their order. */
export function objectOf(pairs: readonly (readonly [string, Json])[]): Json {
  const members = pairs.flatMap(([key, value], index) => [`${index ? ',' : ''}${JSON.stringify(key)}:`, ...value])
  return ['{', ...members, '}']
}

/** The SQL that gives the text. It is put together from the pieces: `json_build_object` costs half as much again. */
export function textOf(json: Json): Sql {
  const pieces: (string | Sql)[] = []
  for (const piece of json) {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return concatenate(pieces.map((piece) => (typeof piece === 'string' ? literal(piece) : sql`(${piece})`)))
}

// evenly nested, a long piece is copied a few times, not once for each piece after it
function concatenate(pieces: readonly Sql[]): Sql {
  const half = Math.ceil(pieces.length / 2)
  if (half < 2) return join(pieces, ' || ')
  return sql`(${concatenate(pieces.slice(0, half))}) || (${concatenate(pieces.slice(half))})`
}

/** A text that is null becomes JSON's null. */
export const orNull = (text: Sql): Json => [sql`coalesce(${text}, 'null')`]

/** An array out of an aggregate of its items' text; empty when that is null. */
export const arrayOf = (items: Sql): Json => ['[', sql`coalesce(${items}, '')`, ']']
