import { Refusal } from '../errors.ts'
import { join, literal, type Sql, sql } from './sql.ts'

const bad = () =>
  new Refusal(
    'BAD_USER_INPUT',
    '`after` is not a cursor of this list in this order: take `endCursor` of its last page.',
  )

/** The cursor of a row: the list's name and the row's sort keys, opaque to clients. */
export function cursorOf(list: string, keys: readonly Sql[]): Sql {
  const array = sql`json_build_array(${literal(list)}, ${join(keys, ', ')})::text`
  return sql`translate(encode(convert_to(${array}, 'UTF8'), 'base64'), E'+/=\n', '-_')`
}

/** The sort keys in a cursor. Refuses one that was made by another list. */
export function keysIn(cursor: string, list: string, count: number): unknown[] {
  const [name, ...keys] = parse(cursor)
  const scalars = keys.every((key) => typeof key === 'string' || typeof key === 'number')
  if (name !== list || keys.length !== count || !scalars) throw bad()
  return keys
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value)) return value
  } catch {
    // not ours
  }
  throw bad()
}
