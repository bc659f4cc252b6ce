import { Refusal } from '../errors.ts'
import { type Identified, parseId } from '../id.ts'
import type { Asking } from './asking.ts'
import { object, reach } from './object.ts'
import { Row } from './row.ts'
import type { Field } from './selection.ts'
import { identifier, join, literal, type Sql, sql } from './sql.ts'

const mostIds = 100

/** Anything by its id. */
export function node(field: Field, asking: Asking): Sql {
  const { type, key } = parseId(String(field.args['id']), 'id')
  return byKey(type, sql`${key}`, field, asking)
}

/** Many by their ids, in their order. */
export function nodes(field: Field, asking: Asking): Sql {
  const ids = field.args['ids'] as readonly string[]
  if (ids.length > mostIds)
    throw new Refusal('BAD_USER_INPUT', `\`ids\` takes ${mostIds} at once: ask for the rest in another query.`)
  const asked = ids.map((id, index) => parseId(id, `ids[${index}]`))
  if (!asked.length) return sql`'[]'::json`
  const wanted = new Row('wanted')
  const cases = [...new Set(asked.map(({ type }) => type))].map(
    (type) => sql`when ${literal(type)} then ${byKey(type, sql`${wanted}.key`, field, asking)}`,
  )
  const list = sql`unnest(${asked.map(({ type }) => type)}::text[], ${asked.map(({ key }) => key)}::text[]) with ordinality`
  return sql`(select json_agg(case ${wanted}.type ${join(cases, ' ')} end order by ${wanted}.n) from ${list} ${wanted} (type, key, n))`
}

function byKey(type: Identified, key: Sql, field: Field, asking: Asking): Sql {
  const primary = field.selection.model.primaryKey(type)
  const column = identifier(primary.name)
  const target = {
    to: type,
    on: (_: Row, row: Row) => sql`${row}.${column} = ${key}::${identifier(primary.type)}`,
  }
  const { shape, found, rows, where } = reach(target, new Row('none'), field, asking)
  return sql`(select ${object(shape, found, field.selection, asking)} from ${rows} where ${where})`
}
