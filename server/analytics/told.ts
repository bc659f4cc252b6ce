import { officesAt } from '../access/relation.ts'
import { Refusal } from '../errors.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, literal, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { type Attribute, attributes, type DimensionName, dimensions, groupedBy, joinedFor } from './dimension.ts'
import {
  couldTakePart,
  inAnyPeriod,
  isWanted,
  kindColumns,
  numbers,
  officeOf,
  place,
  posts,
  schoolOf,
  takesPart,
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
  const places = commas(depths.map(identifier))
  const chosen = by.map((name) => dimensions[name].column)
  const columns = commas(['period', ...chosen, 'withheld'].map(identifier))
  const shown = identifier(attribute ? attributes[attribute].column : 'shown')
  const cells = sql`
    with posts as (${counted(asking, args, release, attribute)}),
    ${commas(protect(chainOf(release), deepest, nearTo(args)))}
    select ${columns}, case when bool_and(n is not null) then sum(n)::int end as count
    from (
      select period, ${places}, shown as ${shown}, ${mergedIn(release)} as withheld, n
      from ${nodesOf(release)} join ${toldOf(release)} using (path)
      where told and takes_part and depth = ${depth}
      union all
      select period, ${places}, null, true, case when known.told then n end
      from ${nodesOf(headcount)} join ${toldOf(headcount)} known using (path) join ${toldOf(release)} asked using (path)
      where not asked.told and takes_part and depth = ${depth}) each
    where office_code is null or ${all(isWanted(identifier('office_code'), identifier('npsn'), args))}
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

/** How many are alike in all that is protected, by school: in whole provinces, whatever is asked for. */
function counted(asking: Asking, args: Arguments, release: Release, attribute: Attribute | undefined): Sql {
  const [office, school] = [officeOf(args), schoolOf(args)]
  const where = [
    ...(office ? [sql`${place}.office_code in (${provinceOf(sql`${office}`)})`] : []),
    ...(school
      ? [sql`${place}.office_code in (${provinceOf(sql`(select office_code from school where npsn = ${school})`)})`]
      : []),
  ]
  const columns = [
    ...kindColumns(inAnyPeriod),
    sql`${place}.npsn`,
    sql`${attribute ? attributes[attribute].value : sql`null::text`} as shown`,
    ...(chainOf(release).length > 2 ? [sql`${attributes.STATUS.value} as stage`] : []),
  ]
  return sql`
    select period, left(office_code, 2) as province, office_code, level, npsn, shown, n, ${takesPart(inAnyPeriod)} as takes_part,
      ${commas(chainOf(release).map((one) => sql`${one.value} as ${valueIn(one)}`))}
    from (
      select ${commas(columns)}, ${place}.ownership, ${place}.office_code, ${place}.level, count(*) as n from ${posts(asking, args, joinedFor(attribute ? [attribute] : []))} where ${all(where)}
      group by ${numbers(columns)} offset 0) each
    where ${couldTakePart}`
}

/** Whether a place is of an office whose schools are asked for. */
function nearTo(args: Arguments): Sql {
  const [office, school] = [officeOf(args), schoolOf(args)]
  return all([
    ...(office ? [sql`office_code in (${officesAt(sql`${office}`)})`] : []),
    ...(school ? [sql`office_code = (select office_code from school where npsn = ${school})`] : []),
  ])
}

/** The offices of the province that an office is in. */
const provinceOf = (office: Sql): Sql => officesAt(sql`left(${office}, 2)`)
