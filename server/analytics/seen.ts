import { seesOf } from '../access/sight.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, join, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { type DimensionName, dimensions, groupedBy, joinedFor } from './dimension.ts'
import { held, inItsPeriod, isWanted, kindColumns, numbers, place, posts, takesPart } from './post.ts'

const most = 2

/** How many there are of those whom the viewer watches over, exactly. */
export function seenCells(asking: Asking, args: Arguments): Sql {
  const { by } = groupedBy(args, most)
  const shown = by.map((name) => ({ ...dimensions[name], seen: sees(name, asking) }))
  const hidden = shown.flatMap(({ seen }) => (seen ? [sql`not ${seen}`] : []))
  const values = shown.map(({ value, seen }) => (seen ? sql`case when ${seen} then ${value} end` : value))
  const columns = shown.map(({ column }) => identifier(column))
  const told = [sql`period`, sql`withheld`, ...columns]
  const watched = seesOf('AnalyticsCell', sql`${held}.id`, asking, false)
  const counted = [
    ...kindColumns(inItsPeriod),
    sql`${place}.ownership`,
    sql`${hidden.length ? join(hidden, ' or ') : sql`false`} as withheld`,
    ...values.map((value, index) => sql`${value} as ${columns[index] ?? value}`),
  ]
  const wanted = isWanted(sql`${place}.office_code`, sql`${place}.npsn`, args)
  const cells = sql`
    select ${commas(told)}, sum(n)::int as count
    from (
      select ${commas(counted)}, count(*) as n from ${posts(asking, args, joinedFor(by))}
      where ${all([...wanted, ...(watched ? [watched] : [])])} group by ${numbers(counted)} offset 0) each
    where ${takesPart(inItsPeriod)} group by ${commas(told)}`
  return wholeCells(cells, by)
}

/** Whether the viewer sees the value of an assignment that he watches over; null: of each. */
function sees(name: DimensionName, asking: Asking): Sql | null {
  const { seenAs } = dimensions[name]
  const seen = seenAs && seesOf(seenAs, sql`${held}.id`, asking, false)
  return seen ? sql`coalesce(${seen}, false)` : null
}
