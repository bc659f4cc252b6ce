import type { Asking } from './asking.ts'
import { cursorOf } from './cursor.ts'
import { arrayOf, type Json, objectOf, orNull, textOf } from './json.ts'
import { given, object, reach } from './object.ts'
import { beyond, filters, isSelective, orderOf, sizeOf } from './page.ts'
import type { Row } from './row.ts'
import type { Field } from './selection.ts'
import type { Target } from './shape.ts'
import { all, commas, identifier, join, literal, type Sql, sql } from './sql.ts'

/** A page of rows with its edges, `pageInfo` and `totalCount`, by keyset. `path` names the list in cursors. */
export function connection(
  target: Target & { most?: number },
  row: Row,
  field: Field,
  asking: Asking,
  path: string,
): Json {
  const { args } = field
  const found = reach(target, row, field, asking)
  if (!found) return ['null']
  const { shape, item, table, joins, where, within } = found
  const rows = sql`${table} ${item} ${joins}`
  const matching = all([where, ...filters(shape, item, args, asking)])
  const first = literal(sizeOf(args, target.most))
  const order = orderOf(shape, args)
  const list = `${path} ${order.name}`
  const values = order.keys.map(({ by }) => by(item))
  const names = values.map((_, index) => identifier(`key ${index}`))
  const keys = names.map((name) => sql`${item}.${name}`)
  const cursor = cursorOf(list, keys)

  // a column is computed once for each row of the page, after the limit
  const columns: Sql[] = []
  const column = (value: Sql): Sql => {
    columns.push(sql`${value} as ${identifier(`column ${columns.length}`)}`)
    return sql`page.${identifier(`column ${columns.length - 1}`)}`
  }
  const below = new Map<string, Sql>()
  const node = (part: Field): Json => {
    const { json, joins: needed } = object(shape, item, part.selection, within)
    for (const [alias, join] of needed) below.set(alias, join)
    return [column(textOf(json))]
  }
  const items = (json: Json) =>
    arrayOf(sql`string_agg(${textOf(json)}, ',' order by page.n) filter (where page.n <= ${first})`)
  const last = sql`(row_number() over page = ${first} or row_number() over page < ${first} and lead(true) over page is null)`

  const asked = new Set(field.selection.fields().map(({ name }) => name))
  const foundOnce = isSelective(shape, args) && asked.has('totalCount') && (asked.has('nodes') || asked.has('edges'))

  const json = parts(field, {
    totalCount: () => [sql`(select count(*) from ${foundOnce ? sql`matching` : sql`${rows} where ${matching}`})::text`],
    nodes: (part) => items(node(part)),
    edges: (part) => items(parts(part, { cursor: () => ['"', column(cursor), '"'], node })),
    pageInfo: (part) =>
      parts(part, {
        hasNextPage: () => [sql`(count(page.n) > ${first})::text`],
        endCursor: () => orNull(sql`'"' || max(${column(sql`case when ${last} then ${cursor} end`)}) || '"'`),
      }),
  })
  const counted = field.selection.fields().every(({ name }) => name === 'totalCount' || name === '__typename')
  // a filter that nothing reads must refuse a wrong value all the same
  const heeded = asked.has('totalCount')
    ? sql``
    : sql`where (select true from ${rows} where ${matching} limit 0) is null`
  if (counted) return given(target, row, field, asking, sql`(select ${textOf(json)} ${heeded})`)

  const keyed = sql`select ${item}.*, ${commas(values.map((value, index) => sql`${value} as ${names[index]}`))} from ${rows}`
  const sorted = (by: readonly Sql[]) => commas(by.map((value) => sql`${value} ${order.direction}`))
  const limited = foundOnce
    ? sql`select ${item}.* from matching ${item} where ${all(beyond(args, list, order, keys))} order by ${sorted(keys)}`
    : sql`${keyed} where ${all([matching, ...beyond(args, list, order, values)])} order by ${sorted(values)}`
  const once = foundOnce ? sql`with matching as materialized (${keyed} where ${matching})` : sql``
  const page = sql`
    select ${commas([sql`row_number() over page as n`, ...columns])}
    from (${limited} limit ${first} + 1) ${item} ${joins} ${join([...below.values()], ' ')}
    window page as (order by ${sorted(keys)})`
  // `having` makes one row of however many, also where nothing is aggregated
  return given(target, row, field, asking, sql`(${once} select ${textOf(json)} from (${page}) page having true)`)
}

/** A JSON object of the asked fields, each by its own rule. */
function parts({ selection }: Field, rules: Readonly<Record<string, (part: Field) => Json>>): Json {
  return objectOf(
    selection.fields().map((part) => [part.key, rules[part.name]?.(part) ?? [JSON.stringify(selection.typeName)]]),
  )
}
