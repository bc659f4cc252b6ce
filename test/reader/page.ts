import { refused } from './refused.ts'

type Keys = readonly (string | number)[]

/** A way to sort: total, so that every row has its place. */
export interface Order<Row> {
  /** Tells apart the cursors of different orders. */
  readonly name: string
  readonly keys: (row: Row) => Keys
  readonly descending: boolean
}

/** What every cursor of the interpreter begins with; nothing else in the world does. */
export const cursorMark = 'cursor '

/** The list that a cursor of the interpreter belongs to. */
export const listOf = (cursor: string): string => String(JSON.parse(cursor.slice(cursorMark.length))[0])

/** The rows in an order. */
export function sorted<Row>(rows: readonly Row[], { keys, descending }: Order<Row>): Row[] {
  return rows.toSorted((one, other) => compare(keys(one), keys(other)) * (descending ? -1 : 1))
}

/** A page of a list: at most `first` rows, after a cursor if one is given. */
export function page<Row>(list: string, rows: readonly Row[], order: Order<Row>, first: number, after?: string | null) {
  const way = order.descending ? -1 : 1
  const rest = () => {
    const start = after == null ? null : keysIn(after, list, order.name)
    return sorted(rows, order).filter((row) => !start || compare(order.keys(row), start) * way > 0)
  }
  const edges = () =>
    rest()
      .slice(0, first)
      .map((node) => ({ cursor: cursorOf(list, order, node), node }))
  // a cursor is looked at only where rows are asked for: the count is the same after any
  return {
    get edges() {
      return edges()
    },
    get nodes() {
      return edges().map(({ node }) => node)
    },
    get pageInfo() {
      return { hasNextPage: rest().length > first, endCursor: edges().at(-1)?.cursor ?? null }
    },
    totalCount: rows.length,
  }
}

const cursorOf = <Row>(list: string, { name, keys }: Order<Row>, row: Row) =>
  `${cursorMark}${JSON.stringify([list, name, ...keys(row)])}`

/** The place a cursor stands for. Refuses one of another list, or of another order of this one. */
export function keysIn(cursor: string, list: string, order: string): Keys {
  if (!cursor.startsWith(cursorMark)) throw refused('BAD_USER_INPUT')
  const [itsList, itsOrder, ...keys] = JSON.parse(cursor.slice(cursorMark.length))
  if (itsList !== list || itsOrder !== order) throw refused('BAD_USER_INPUT')
  return keys
}

function compare(one: Keys, other: Keys): number {
  for (const [index, key] of one.entries()) {
    const difference = compareKey(key, other[index] ?? '')
    if (difference !== 0) return difference
  }
  return 0
}

// texts by code point; JavaScript's own order is by UTF-16 unit
const compareKey = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)))
