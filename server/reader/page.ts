import { Refusal } from '../errors.ts'
import type { Asking } from './asking.ts'
import { keysIn } from './cursor.ts'
import type { Given } from './given.ts'
import type { Row } from './row.ts'
import type { Arguments, Key, Shape } from './shape.ts'
import { commas, identifier, type Sql, sql } from './sql.ts'

/** How a list is sorted. */
export interface Order {
  name: string
  keys: readonly Key[]
  descending: boolean
  direction: Sql
}

/** How many rows are asked for. Refuses what is not 1 to `most`. */
export function sizeOf({ first }: Arguments, most = 100): number {
  if (typeof first === 'number' && first >= 1 && first <= most) return first
  const range = `1 to ${most.toLocaleString('en')}`
  throw new Refusal('BAD_USER_INPUT', `\`first\` is ${range}: for more, ask for the next page with \`after\`.`)
}

/** The conditions of the `filter` that is given. */
export function filters(shape: Shape, row: Row, args: Arguments, asking: Asking): Sql[] {
  const filter = (args['filter'] ?? {}) as Arguments
  const given = Object.entries(filter).filter(([, value]) => value != null)
  return given.flatMap(([name, value]) => shape.filters?.[name]?.(row, value, asking, filter) ?? [])
}

/** The order that `orderBy` wants, else the shape's own; always total. */
export function orderOf(shape: Shape, args: Arguments): Order {
  const orders = Object.entries(shape.orders ?? {})
  const wanted = args['orderBy'] as { field: string; direction: string } | null | undefined
  const [name, keys] = orders.find(([field]) => field === wanted?.field) ?? orders[0] ?? ['', []]
  const descending = wanted ? wanted.direction === 'DESC' : shape.newestFirst === true
  return {
    name: `${name} ${descending ? 'DESC' : 'ASC'}`,
    keys: shape.last ? [...keys, shape.last] : keys,
    descending,
    direction: descending ? sql`desc` : sql`asc`,
  }
}

/** Whether the rows are few: always, or by the filter that is given. */
export function isSelective({ selective = [] }: Shape, { filter }: Arguments): boolean {
  if (selective === 'ALWAYS') return true
  return selective.some((name) => (filter as Arguments | null | undefined)?.[name] != null)
}

/** Only rows that come after the cursor, where there is one. */
export function beyond({ after }: Arguments, list: string, order: Order, keys: readonly Sql[]): Sql[] {
  if (after == null) return []
  const types = order.keys.map(({ type }) => type)
  const position = (after as Given<string>).map((cursor) => keysIn(cursor, list, types))
  const here = commas(keys)
  const there = commas(types.map((type, index) => sql`${position.map((values) => values[index])}::${identifier(type)}`))
  return [order.descending ? sql`(${here}) < (${there})` : sql`(${here}) > (${there})`]
}
