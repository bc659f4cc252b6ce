import { Refusal } from '../errors.ts'
import { type PeriodCode, rules } from '../period/rules.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, literal, type Sql, sql } from '../reader/sql.ts'
import { wholeCells } from './cell.ts'
import { crowds } from './crowd.ts'
import { type Attribute, attributes, type DimensionName, dimensions, groupedBy } from './dimension.ts'
import { inOffice, officeOf, periodsOf, schoolOf } from './post.ts'
import { depths, mergedIn, nodesOf, protect, toldOf } from './protect.ts'
import { chainOf, headcount, type Release, releases } from './release.ts'

const most = 1

/** What analysts are told of everybody: out of what a release tells, selected or added up. */
export function toldCells(asking: Asking, args: Arguments): Sql {
  const { by, others } = groupedBy(args, most)
  const [attribute] = others
  const release = attribute ? releaseFor(attribute) : headcount
  const { deepest, depth } = grain(by, args)
  const chain = chainOf(release)
  const counted = release.stays ? { ...args, periods: newestOf(args) } : args
  const school = schoolOf(args)
  const places = commas(depths.map(identifier))
  const chosen = by.map((name) => dimensions[name].column)
  const columns = commas(['period', ...chosen, 'withheld'].map(identifier))
  const shown = identifier(attribute ? attributes[attribute].column : 'shown')
  const cells = sql`
    with ${commas([...crowds(asking, counted, { attribute, chain, deepest }), ...protect(chain, deepest)])}
    select ${columns}, case when bool_and(n is not null) then sum(n)::int end as count
    from (
      select period, ${places}, shown as ${shown}, ${mergedIn(release)} as withheld, n
      from ${nodesOf(release)} join ${toldOf(release)} using (path)
      where told and takes_part and depth = ${depth}
      union all
      select period, ${places}, null, true, case when known.told then n end
      from ${nodesOf(headcount)} join ${toldOf(headcount)} known using (path) join ${toldOf(release)} asked using (path)
      where not asked.told and takes_part and depth = ${depth}) each
    where office_code is null or ${all([...inOffice(identifier('office_code'), args), ...(school ? [sql`npsn = ${school}`] : [])])}
    group by ${columns}`
  return wholeCells(cells, by)
}

function releaseFor(attribute: Attribute): Release {
  const release = releases[attribute]
  if (release) return release
  const message = `Analysts cannot group by ${attribute}: ask for ${Object.keys(releases).join(', ')}.`
  throw new Refusal('FORBIDDEN', message)
}

/** The periods that are asked about: the newest alone, for what stays from one to the next. */
const newestOf = (args: Arguments): Given<readonly PeriodCode[]> =>
  periodsOf(args).map((codes) => {
    if (codes.every((code) => code === rules.at(-1)?.code)) return codes
    const message = 'Analysts can group by employment in the newest period alone: ask for that.'
    throw new Refusal('FORBIDDEN', message)
  })

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
