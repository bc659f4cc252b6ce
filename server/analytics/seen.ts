import { seesOf } from '../access/sight.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { commas, identifier, join, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { type DimensionName, dimensions, groupedBy, readFor } from './dimension.ts'
import { held, inOffice, posts, run, schoolOf } from './post.ts'

const most = 2

/** How many there are of those whom the viewer watches over, exactly. */
export function seenCells(asking: Asking, args: Arguments): Sql {
  const { by } = groupedBy(args, most)
  const { read, joined } = readFor(by)
  const sights = sightsOf(by, asking)
  const withheld = sights.length
    ? join(
        sights.map(({ flag }) => sql`not ${identifier(flag)}`),
        ' or ',
      )
    : sql`false`
  const values = by.map((name): [string, Sql] => {
    const { column, value } = dimensions[name]
    const sight = sights.find((one) => one.name === name)
    return [column, sight ? sql`case when ${identifier(sight.flag)} then ${value} end` : value]
  })
  const school = schoolOf(args)
  const watches = seesOf('AnalyticsCell', sql`${held}.id`, asking, false)
  const watched = watches && {
    all: sql`select id, under_office from assignment ${held} where ${watches}`,
    // without the `case`, PostgreSQL would expect a handful of them
    where: [sql`case when ${held}.id in (select id from watched) then true else false end`],
    offices: [sql`${run}.code in (select under_office from watched)`],
  }
  const counted = posts(asking, args, {
    read: { ...read, ...Object.fromEntries(sights.map(({ flag, sees }) => [flag, sees])) },
    joined,
    where: [...(school ? [sql`${held}.school_npsn = ${school}`] : []), ...(watched?.where ?? [])],
    offices: [...inOffice(sql`${run}.code`, args), ...(watched?.offices ?? [])],
    apart: { withheld, ...Object.fromEntries(values) },
    which: sql`takes_part`,
  })
  const columns = commas(['period', 'withheld', ...by.map((name) => dimensions[name].column)].map(identifier))
  const cells = sql`
    ${watched ? sql`with watched as materialized (${watched.all})` : sql``}
    select ${columns}, sum(n)::int as count from (${counted}) each group by ${columns}`
  return wholeCells(cells, by)
}

interface Sight {
  readonly name: DimensionName
  readonly flag: string
  readonly sees: Sql
}

/** Of which dimensions the viewer may not see the value of each assignment that he watches over; and whether he sees that of one. */
const sightsOf = (by: readonly DimensionName[], asking: Asking): Sight[] =>
  by.flatMap((name) => {
    const { seenAs } = dimensions[name]
    const sees = seenAs && seesOf(seenAs, sql`${held}.id`, asking, false)
    return sees ? [{ name, flag: `sees ${name}`, sees: sql`coalesce(${sees}, false)` }] : []
  })
