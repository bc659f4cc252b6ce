import { officesAt } from '../access/relation.ts'
import { Refusal } from '../errors.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, literal, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { type Attribute, attributes, type DimensionName, dimensions, groupedBy, readFor } from './dimension.ts'
import {
  held,
  inOffice,
  kindRead,
  officeAbove,
  officeOf,
  ofKinds,
  post,
  posts,
  type Read,
  run,
  schoolOf,
} from './post.ts'
import { depths, mergedIn, nodesOf, protect, toldOf, valueIn } from './protect.ts'
import { chainOf, headcount, type Release, releases } from './release.ts'

const most = 1

/** What analysts are told of everybody: out of what a release tells, selected or added up. */
export function toldCells(asking: Asking, args: Arguments): Sql {
  const { by, others } = groupedBy(args, most)
  const [attribute] = others
  const release = attribute ? releaseOf(attribute) : headcount
  const { deepest, depth } = grain(by, args)
  const school = schoolOf(args)
  const places = commas(depths.map(identifier))
  const chosen = by.map((name) => dimensions[name].column)
  const columns = commas(['period', ...chosen, 'withheld'].map(identifier))
  const shown = identifier(attribute ? attributes[attribute].column : 'shown')
  const cells = sql`
    with ${commas([...counted(asking, args, release, attribute, deepest), ...protect(chainOf(release), deepest, nearTo(args))])}
    select ${columns}, case when bool_and(n is not null) then sum(n)::int end as count
    from (
      select period, ${places}, shown as ${shown}, ${mergedIn(release)} as withheld, n
      from ${nodesOf(release)} join ${toldOf(release)} using (path)
      where told and takes_part and depth = ${depth}
      union all
      select period, ${places}, null, true, case when known.told then n end
      from ${nodesOf(headcount)} join ${toldOf(headcount)} known using (path) join ${toldOf(release)} asked using (path)
      where not asked.told and takes_part and depth = ${depth}) each
    where office_code is null or ${all([nearTo(args), ...(school ? [sql`npsn = ${school}`] : [])])}
    group by ${columns}`
  return wholeCells(cells, by)
}

function releaseOf(attribute: Attribute): Release {
  const release = releases[attribute]
  if (release) return release
  const message = `Analysts cannot group by ${attribute}: ask for ${Object.keys(releases).join(', ')}.`
  throw new Refusal('FORBIDDEN', message)
}

/** Down to which places a release is reckoned, and which of them are added up: the largest that tell what is asked for. */
function grain(by: readonly DimensionName[], args: Arguments): { deepest: number; depth: Sql } {
  const office = officeOf(args)
  if (by.includes('SCHOOL') || schoolOf(args)) return { deepest: 3, depth: literal(3) }
  if (by.includes('LEVEL')) return { deepest: 2, depth: literal(2) }
  if (by.includes('OFFICE')) return { deepest: 1, depth: literal(1) }
  // that of a province stands for all in it
  if (office) return { deepest: 1, depth: sql`case when length(${office}) = 2 then 0 else 1 end` }
  return { deepest: 0, depth: literal(0) }
}

/**
 * How many are alike in all that is protected, down to a depth of places, as `posts`; and how many there are at each school, as `heads`: in
 * whole provinces, whatever is asked for.
 */
function counted(
  asking: Asking,
  args: Arguments,
  release: Release,
  attribute: Attribute | undefined,
  deepest: number,
): Sql[] {
  const [office, school] = [officeOf(args), schoolOf(args)]
  const offices = [
    ...(office ? [sql`${run}.code in (${provinceOf(sql`${office}`)})`] : []),
    ...(school ? [sql`${run}.code in (${provinceOf(officeAbove(sql`${school}`))})`] : []),
  ]
  const chain = chainOf(release)
  const { read, joined } = readFor([
    ...(attribute ? [attribute] : []),
    ...(chain.length > 2 ? ['STATUS' as const] : []),
  ])
  const shown = sql`${attribute ? attributes[attribute].value : sql`null::text`} as shown`
  const stage = chain.length > 2 ? [sql`${attributes.STATUS.value} as stage`] : []
  const count = (read: Read, joined: Sql, besides: readonly Sql[], columns: readonly Sql[]) => sql`
    select period, left(office_code, 2) as province, office_code, ${commas(columns)}, n, takes_part
    from (
      select ${commas([sql`${post}.*`, sql`takes_part`, sql`always`, ...besides])}
      from ${ofKinds(posts(asking, args, { read, joined, where: [], offices }))} offset 0) each
    where takes_part is not null`
  const placesTo = (depth: number) => Object.entries(placed).slice(0, Math.max(depth - 1, 0))
  const names = (places: readonly [string, Sql][]) => places.map(([name]) => identifier(name))
  const values = (releases: readonly Release[]) => releases.map((one) => sql`${one.value} as ${valueIn(one)}`)
  const [schools, near] = [placesTo(3), placesTo(deepest)]
  const heads = count({ ...kindRead, ...placed }, sql``, [], [...names(schools), ...values([headcount])])
  const alike = count(
    { ...read, ...Object.fromEntries(near) },
    joined,
    [shown, ...stage],
    [...names(near), sql`shown`, ...values(chain)],
  )
  return [sql`heads as (${heads})`, sql`posts as (${alike})`]
}

/** Where an assignment is, below its office. */
const placed: Read = { level: sql`${held}.school_level`, npsn: sql`${held}.school_npsn` }

/** Whether a place is of an office whose schools are asked for. */
const nearTo = (args: Arguments): Sql => all(inOffice(identifier('office_code'), args))

/** The offices of the province that an office is in. */
const provinceOf = (office: Sql): Sql => officesAt(sql`left(${office}, 2)`)
