import { seesOf } from '../access/sight.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, join, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { type DimensionName, dimensions, groupedBy } from './dimension.ts'
import { asked, held, isWanted, place, posts, takesPart } from './post.ts'

const most = 2

/** How many there are of those whom the viewer watches over, exactly. */
export function seenCells(asking: Asking, args: Arguments): Sql {
  const { by } = groupedBy(args, most)
  const watched = seesOf('AnalyticsCell', sql`${held}.id`, asking, false)
  const shown = by.map((name) => ({ ...dimensions[name], seen: sees(name, asking) }))
  const values = shown.map(({ column, value, seen }) =>
    seen ? sql`case when ${seen} then ${value} end as ${identifier(column)}` : sql`${value} as ${identifier(column)}`,
  )
  const hidden = shown.flatMap(({ seen }) => (seen ? [sql`not ${seen}`] : []))
  const columns = ['period', ...shown.map(({ column }) => column), 'withheld'].map(identifier)
  const cells = sql`
    select ${commas(columns)}, count(*)::int as count
    from (
      select ${commas([sql`${asked}.code as period`, ...values, sql`${hidden.length ? join(hidden, ' or ') : sql`false`} as withheld`])}
      from ${posts(asking, args)}
      where ${all([takesPart, ...isWanted(sql`${place}.office_code`, sql`${place}.npsn`, args), ...(watched ? [watched] : [])])}) each
    group by ${commas(columns)}`
  return wholeCells(cells, by)
}

/** Whether the viewer sees the value of an assignment that he watches over; null: of each. */
function sees(name: DimensionName, asking: Asking): Sql | null {
  const { seenAs } = dimensions[name]
  const seen = seenAs && seesOf(seenAs, sql`${held}.id`, asking, false)
  return seen ? sql`coalesce(${seen}, false)` : null
}
