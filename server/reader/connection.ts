import type { Asking } from './asking.ts'
import { cursorOf } from './cursor.ts'
import { jsonObject } from './json.ts'
import { object, reach } from './object.ts'
import { beyond, filters, orderOf, sizeOf } from './page.ts'
import type { Row } from './row.ts'
import type { Field } from './selection.ts'
import type { Target } from './shape.ts'
import { all, commas, identifier, literal, type Sql, sql } from './sql.ts'

/** A page of rows with its edges, `pageInfo` and `totalCount`, by keyset. `path` names the list in cursors. */
export function connection(
  target: Target & { most?: number },
  row: Row,
  field: Field,
  asking: Asking,
  path: string,
): Sql {
  const { args, selection } = field
  const { shape, found, rows, joins, where } = reach(target, row, field, asking)
  const matching = all([where, ...filters(shape, found, args, asking)])
  const first = sizeOf(args, target.most)
  const order = orderOf(shape, args)
  const list = `${path} ${order.name}`
  const keys = order.keys.map(({ by }, index) => ({ value: by(found), name: identifier(`key ${index}`) }))

  // each is computed once a row of the page, after the limit
  const columns: Sql[] = []
  const column = (value: Sql): Sql => {
    const name = identifier(`column ${columns.length}`)
    columns.push(sql`${value} as ${name}`)
    return sql`page.${name}`
  }
  const cursor = () =>
    column(
      cursorOf(
        list,
        keys.map(({ name }) => sql`${found}.${name}`),
      ),
    )
  const node = (part: Field) => column(object(shape, found, part.selection, asking))
  const within = sql`page.n <= ${first}`
  const items = (value: Sql) => sql`coalesce(json_agg(${value} order by page.n) filter (where ${within}), '[]')`

  const answer = parts(field, {
    totalCount: () => sql`(select count(*) from ${rows} where ${matching})`,
    nodes: (part) => items(node(part)),
    edges: (part) => items(parts(part, { cursor, node })),
    pageInfo: (part) =>
      parts(part, {
        hasNextPage: () => sql`count(page.n) > ${first}`,
        endCursor: () => sql`(array_agg(${cursor()} order by page.n desc) filter (where ${within}))[1]`,
      }),
  })
  const given = target.given?.(row, asking, args)
  const select = sql`select ${given ? sql`case when ${given} then ${answer} end` : answer}`
  if (selection.fields().every(({ name }) => name === 'totalCount' || name === '__typename')) return sql`(${select})`

  const after = typeof args['after'] === 'string' ? [beyond(args['after'], list, order, found)] : []
  const limited = sql`
    select ${found}.*, ${commas(keys.map(({ value, name }) => sql`${value} as ${name}`))}
    from ${rows} where ${all([matching, ...after])}
    order by ${commas(keys.map(({ value }) => sql`${value} ${order.direction}`))} limit ${first + 1}`
  const sorted = commas(keys.map(({ name }) => sql`${found}.${name} ${order.direction}`))
  const page = sql`
    select ${commas([sql`row_number() over (order by ${sorted}) as n`, ...columns])} from (${limited}) ${found} ${joins}`
  // `having` makes one row of however many, also where nothing is aggregated
  return sql`(${select} from (${page}) page having true)`
}

/** A JSON object of the asked fields, each by its own rule. */
function parts({ selection }: Field, rules: Readonly<Record<string, (part: Field) => Sql>>): Sql {
  return jsonObject(
    selection.fields().map((part) => [part.key, rules[part.name]?.(part) ?? literal(selection.typeName)] as const),
  )
}
