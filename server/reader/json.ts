import { commas, literal, type Sql, sql } from './sql.ts'

// PostgreSQL functions take at most 100 arguments
const pairsAtOnce = 50

/** A JSON object out of keys and values, in their order. */
export function jsonObject(pairs: readonly (readonly [string, Sql])[]): Sql {
  const some = pairs.slice(0, pairsAtOnce).map(([key, value]) => sql`${literal(key)}, ${value}`)
  const head = sql`json_build_object(${commas(some)})`
  if (pairs.length <= pairsAtOnce) return head
  return sql`(left(${head}::text, -1) || ', ' || substr(${jsonObject(pairs.slice(pairsAtOnce))}::text, 2))::json`
}
