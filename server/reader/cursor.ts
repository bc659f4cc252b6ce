import { isDay } from '../calendar.ts'
import { Refusal } from '../errors.ts'
import { uuid } from '../id.ts'
import { commas, literal, type Sql, sql } from './sql.ts'

/** The cursor of a row: the list's name and the row's sort keys, opaque to clients. */
export function cursorOf(list: string, keys: readonly Sql[]): Sql {
  const array = sql`json_build_array(${literal(list)}, ${commas(keys)})::text`
  return sql`translate(encode(convert_to(${array}, 'UTF8'), 'base64'), E'+/=\n', '-_')`
}

/** The sort keys in a cursor. Refuses one that was made by another list, or by somebody else. */
export function keysIn(cursor: string, list: string, types: readonly (keyof typeof keyForms)[]): (string | number)[] {
  const [name, ...keys] = parse(cursor)
  const fits = keys.length === types.length && types.every((type, index) => keyForms[type](String(keys[index])))
  if (name !== list || !fits) throw bad()
  return keys.map((key) => (typeof key === 'number' ? key : String(key)))
}

/** What a sort key of each SQL type looks like. */
const keyForms = {
  text: (key: string) => !key.includes('\0'),
  date: isDay,
  uuid: (key: string) => uuid.test(key),
  int4: (key: string) => /^\d{1,9}$/.test(key),
  int8: (key: string) => /^\d{1,15}$/.test(key),
  timestamptz: (key: string) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key) && isDay(key.slice(0, 10)),
}

export type KeyType = keyof typeof keyForms

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value)) return value
  } catch {
    // not ours
  }
  throw bad()
}

const bad = () =>
  new Refusal(
    'BAD_USER_INPUT',
    '`after` is not a cursor of this list in this order: take `endCursor` of its last page.',
  )
