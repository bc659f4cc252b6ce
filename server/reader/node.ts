import { Refusal } from '../errors.ts'
import { type Identified, identified, parseId } from '../id.ts'
import type { Asking } from './asking.ts'
import type { Given } from './given.ts'
import { arrayOf, type Json, orNull, textOf } from './json.ts'
import { object, reach } from './object.ts'
import { nothing, Row } from './row.ts'
import type { Field } from './selection.ts'
import { identifier, join, literal, type Sql, sql } from './sql.ts'

const mostIds = 100

/** Anything by its id. */
export function node(field: Field, asking: Asking): Json {
  const id = field.args['id'] as Given<string>
  const { type } = parseId(id.sample, 'id')
  return orNull(byKey(type, sql`${id.map((value) => parseId(value, 'id').key)}`, field, asking))
}

/** Many by their ids, in their order. */
export function nodes(field: Field, asking: Asking): Json {
  const ids = (field.args['ids'] as Given<readonly string[]>).map(parseIds)
  const types = typesIn((field.args['ids'] as Given<readonly string[]>).sample)
  const wanted = new Row('wanted')
  const cases = types.map((type) => sql`when ${literal(type)} then ${byKey(type, sql`${wanted}.key`, field, asking)}`)
  // without an id of ours there is nothing to tell apart
  const item = cases.length ? sql`case ${wanted}.type ${join(cases, ' ')} end` : sql`null`
  const list = sql`unnest(${ids.map((all) => all.map(({ type }) => type))}::text[], ${ids.map((all) => all.map(({ key }) => key))}::text[])`
  const items = arrayOf(sql`string_agg(${textOf(orNull(item))}, ',' order by ${wanted}.n)`)
  return [sql`(select ${textOf(items)} from ${list} with ordinality ${wanted} (type, key, n))`]
}

function parseIds(ids: readonly string[]) {
  if (ids.length <= mostIds) return ids.map((id, index) => parseId(id, `ids[${index}]`))
  throw new Refusal('BAD_USER_INPUT', `\`ids\` takes ${mostIds} at once: ask for the rest in another query.`)
}

/** The types that a list of ids is of, by their prefixes. */
const typesIn = (ids: readonly string[]): Identified[] =>
  (Object.keys(identified) as Identified[]).filter((type) =>
    ids.some((id) => id.startsWith(`${identified[type].prefix}_`)),
  )

function byKey(type: Identified, key: Sql, field: Field, asking: Asking): Sql {
  const { model } = field.selection
  const column = identifier(model.keyOf(model.shape(type)))
  const on = (_: Row, row: Row) => sql`${row}.${column} = ${key}::${identifier(identified[type].column)}`
  const found = reach({ to: type, on }, nothing, field, asking)
  if (!found) return sql`null`
  const { json, joins } = object(found.shape, found.item, field.selection, found.within)
  const from = sql`${found.table} ${found.item} ${found.joins} ${join([...joins.values()], ' ')}`
  return sql`(select ${textOf(json)} from ${from} where ${found.where})`
}
