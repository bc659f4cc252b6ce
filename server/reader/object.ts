import { admit } from './admission.ts'
import { type Asking, on } from './asking.ts'
import { connection } from './connection.ts'
import { jsonObject } from './json.ts'
import { node, nodes } from './node.ts'
import type { Row } from './row.ts'
import type { Field, Selection } from './selection.ts'
import type { Arguments, Reading, Shape, Target } from './shape.ts'
import { all, identifier, literal, type Sql, sql } from './sql.ts'

/** Where an object of an interface tells its type; no alias can be called so. */
export const typeKey = ' type'

/** The JSON of one row as the selection wants it. */
export function object(shape: Shape, row: Row, selection: Selection, asking: Asking): Sql {
  const pairs = selection
    .fields(shape.type)
    .map((field): [string, Sql] => [
      field.key,
      field.name === '__typename' ? literal(shape.type) : read(shape, row, field, asking),
    ])
  if (selection.abstract) pairs.push([typeKey, literal(shape.type)])
  return jsonObject(pairs)
}

/** The JSON of one field of a row. */
export function read(shape: Shape, row: Row, field: Field, before: Asking): Sql {
  const reading: Reading = field.selection.model.reading(shape, field.definition)
  const asking = on(dayOf(field.args), before)
  switch (reading.kind) {
    case 'value':
      return reading.value(row, asking, field.args)
    case 'one':
      return one(reading, row, field, asking)
    case 'list':
      return list(reading, row, field, asking)
    case 'connection':
      return connection(reading, row, field, asking, `${shape.type}.${field.name}`)
    case 'node':
      return node(field, asking)
    case 'nodes':
      return nodes(field, asking)
  }
}

function dayOf(args: Arguments): string | undefined {
  const asOf = args['asOf'] ?? (args['filter'] as Arguments | undefined)?.['asOf']
  return typeof asOf === 'string' ? asOf : undefined
}

function one(target: Target & { orderBy?: (row: Row) => Sql }, row: Row, field: Field, asking: Asking): Sql {
  if (target.from?.(row, asking, field.args) === null) return sql`null`
  const { shape, found, rows, where } = reach(target, row, field, asking)
  const first = target.orderBy ? sql`order by ${target.orderBy(found)} limit 1` : sql``
  return sql`(select ${object(shape, found, field.selection, asking)} from ${rows} where ${where} ${first})`
}

function list(target: Target & { orderBy: (row: Row) => Sql }, row: Row, field: Field, asking: Asking): Sql {
  const { shape, found, rows, where } = reach(target, row, field, asking)
  const items = sql`json_agg(${object(shape, found, field.selection, asking)} order by ${target.orderBy(found)})`
  const given = target.given?.(row, asking, field.args)
  const answer = sql`(select coalesce(${items}, '[]') from ${rows} where ${where})`
  return given ? sql`case when ${given} then ${answer} end` : answer
}

/** Where the rows of a target come from and which of them the viewer gets; the only way to rows there is. */
export function reach(
  target: Target,
  from: Row,
  { selection, args }: Pick<Field, 'selection' | 'args'>,
  asking: Asking,
) {
  const shape = selection.model.shape(target.to)
  admit(shape.access, asking.viewer)
  const found = selection.row()
  const table = target.from?.(from, asking, args) ?? identifier(shape.table ?? '')
  const joins = shape.joins?.(found) ?? sql``
  const conditions = [target.on?.(from, found, asking, args), target.seen ? null : shape.visible?.(found, asking)]
  const where = all(conditions.filter((condition) => condition != null))
  return { shape, found, rows: sql`${table} ${found} ${joins}`, joins, where }
}
