import { admit } from './admission.ts'
import { type Asking, on } from './asking.ts'
import { connection } from './connection.ts'
import { leaf } from './form.ts'
import type { Given } from './given.ts'
import { arrayOf, type Json, objectOf, orNull, textOf } from './json.ts'
import { node, nodes } from './node.ts'
import { readKey, typeKey } from './note.ts'
import { ownerOf } from './owner.ts'
import { nothing, type Row } from './row.ts'
import type { Field, Selection } from './selection.ts'
import type { Arguments, Audited, Reading, Shape, Target } from './shape.ts'
import { all, identifier, join, literal, type Sql, sql } from './sql.ts'

/** The JSON of a row, and what must be joined to the row's own FROM for it. */
export interface Read {
  json: Json
  joins: Joins
}

/** Joins by the alias they bring: who wants one twice gets it once. */
export type Joins = ReadonlyMap<string, Sql>

/** A row as the selection wants it. */
export function object(shape: Shape, row: Row, selection: Selection, asking: Asking): Read {
  const joins = new Map<string, Sql>()
  const fields = selection.fields(shape.type)
  const pairs = fields.map((field): [string, Json] => {
    if (field.name === '__typename') return [field.key, [JSON.stringify(shape.type)]]
    const part = read(shape, row, field, asking)
    for (const [alias, join] of part.joins) joins.set(alias, join)
    return [field.key, part.json]
  })
  const notes: [string, Json][] = []
  if (shape.audited && isOnRecord(shape.audited, fields, asking)) {
    // nobody goes on record for reading himself
    const subject = (shape.relations && asking.owner?.person) || shape.audited.subject(row)
    const other = sql`nullif(${subject}, ${asking.person}::uuid)`
    notes.push([readKey, ['"', sql`coalesce(${literal(`${shape.type} `)} || ${other}, '')`, '"']])
  }
  if (selection.abstract) notes.push([typeKey, [JSON.stringify(shape.type)]])
  if (notes.length) selection.holdsNotes()
  return { json: objectOf([...pairs, ...notes]), joins }
}

const isOnRecord = ({ fields }: Audited, asked: readonly Field[], { role }: Asking): boolean =>
  !fields || role === 'INTEGRATION' || asked.some(({ name }) => fields.includes(name))

/** One field of a row. */
export function read(shape: Shape, row: Row, field: Field, before: Asking): Read {
  const reading: Reading = field.selection.model.reading(shape, field.definition)
  const asked = on(dayIn(field.args), before)
  const asking = 'sameAssignment' in reading || reading.kind === 'same' ? asked : { ...asked, owner: null }
  switch (reading.kind) {
    case 'value':
      return alone(
        leaf(field.definition.type, masked(shape, row, field, asking, reading.value(row, asking, field.args))),
      )
    case 'one':
      return one(reading, row, field, asking)
    case 'same':
      return same(reading.to, row, field, asking)
    case 'list':
      return alone(list(reading, row, field, asking))
    case 'connection':
      return alone(connection(reading, row, field, asking, `${shape.type}.${field.name}`))
    case 'node':
      return alone(node(field, asking))
    case 'nodes':
      return alone(nodes(field, asking))
  }
}

function masked(shape: Shape, row: Row, { name }: Field, asking: Asking, value: Sql): Sql {
  const shown = shape.shows?.(row, name, asking)
  return shown ? sql`case when ${shown} then ${value} end` : value
}

const alone = (json: Json): Read => ({ json, joins: new Map() })

function dayIn(args: Arguments): Given<string> | null | undefined {
  return (args['asOf'] ?? (args['filter'] as Arguments | undefined)?.['asOf']) as Given<string> | null | undefined
}

/** A row that belongs to this one is joined: a sub-query for each row would cost five times as much. */
function one(target: Target & { orderBy?: (row: Row) => Sql }, row: Row, field: Field, asking: Asking): Read {
  const found = reach(target, row, field, asking)
  if (!found) return alone(['null'])
  const { shape, item, table, joins, where, within } = found
  const { json, joins: below } = object(shape, item, field.selection, within)
  const first =
    target.orderBy &&
    sql`lateral (
    select ${item}.* from ${table} ${item} ${joins} where ${where} order by ${target.orderBy(item)} limit 1)`
  const joined = first ? sql`left join ${first} ${item} on true` : sql`left join ${table} ${item} on ${where}`
  const key = identifier(field.selection.model.keyOf(shape))
  return {
    json: [sql`case when ${item}.${key} is null then 'null' else ${textOf(json)} end`],
    joins: new Map([[item.alias, sql`${joined} ${joins}`], ...below]),
  }
}

/** The row itself is not looked up again. */
function same(to: string, row: Row, { selection }: Field, asking: Asking): Read {
  const shape = selection.model.shape(to)
  admit(shape.access, asking)
  const { json, joins } = object(shape, row, selection, asking)
  const seen = shape.visible?.(row, asking, true)
  return { json: seen ? [sql`case when ${seen} then ${textOf(json)} else 'null' end`] : json, joins }
}

/** All rows at once, for lists that are short by nature. */
function list(target: Target & { orderBy: (row: Row) => Sql }, row: Row, field: Field, asking: Asking): Json {
  const found = reach(target, row, field, asking)
  if (!found) return ['null']
  const { shape, item, table, joins, where, within } = found
  const { json, joins: below } = object(shape, item, field.selection, within)
  const from = sql`${table} ${item} ${joins} ${join([...below.values()], ' ')}`
  const items = arrayOf(sql`string_agg(${textOf(json)}, ',' order by ${target.orderBy(item)})`)
  return given(target, row, field, asking, sql`(select ${textOf(items)} from ${from} where ${where})`)
}

/** A text that is read only if the target's condition holds. */
export function given(target: Target, row: Row, { args }: Field, asking: Asking, text: Sql): Json {
  const condition = target.given?.(row, asking, args)
  return condition ? orNull(sql`case when ${condition} then ${text} end`) : [text]
}

/** Where the rows of a target come from, which of them the viewer gets, and what is known below them; the only way to rows there is. */
export function reach(
  target: Target,
  from: Row,
  { selection, args }: Pick<Field, 'selection' | 'args'>,
  asking: Asking,
) {
  const shape = selection.model.shape(target.to)
  const table = target.from ? target.from(from, asking, args) : identifier(shape.table ?? '')
  if (!table) return null
  admit(shape.access, asking)
  const item = selection.row()
  const few = from !== nothing || !('kind' in target) || target.kind === 'one'
  const conditions = [target.on?.(from, item, asking, args), target.seen ? null : shape.visible?.(item, asking, few)]
  const where = all(conditions.filter((condition) => condition != null))
  const within = { ...asking, owner: ownerOf(shape, target, item, asking) }
  return { shape, item, table, joins: shape.joins?.(item) ?? sql``, where, within }
}
