import { officesAt } from '../access/relation.ts'
import type { Asking } from '../reader/asking.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, identifier, type Sql, sql } from '../reader/sql.ts'
import { type Attribute, attributes, dimensions, readFor } from './dimension.ts'
import { type Columns, inOffice, named, numbers, officeAbove, officeOf, posts, run, schoolOf } from './post.ts'
import { valueIn } from './protect.ts'
import { headcount, type Release } from './release.ts'

/** From the largest on. */
const places = ['OFFICE', 'LEVEL', 'SCHOOL'] as const
type Place = (typeof places)[number]

const takesPart: Columns = { takes_part: sql`takes_part` }

/**
 * What is protected, before it is: how many are alike in an attribute and in what its releases tell, as `posts`; and how many there are by
 * what everybody knows of them, as `heads`, and at how many schools where nobody else is there. In whole provinces, whatever is asked for;
 * but school by school in those offices alone that are asked for: what becomes of their schools hangs on no other office's.
 */
export function crowds(
  asking: Asking,
  args: Arguments,
  { attribute, chain, deepest }: { attribute: Attribute | undefined; chain: readonly Release[]; deepest: number },
): Sql[] {
  const common = { where: [], offices: provincesOf(args), which: sql`takes_part is not null` }
  const near = all(inOffice(sql`${run}.code`, args))
  const to = places.slice(0, Math.max(deepest, 1))
  const read = columnsOf(to, near, (name) => dimensions[name].value)
  const whole = posts(asking, args, {
    ...common,
    ...readFor([...to, ...(attribute ? [attribute] : []), ...(chain.length > 2 ? (['STATUS'] as const) : [])]),
    apart: {
      ...read,
      ...takesPart,
      shown: attribute ? attributes[attribute].value : sql`null::text`,
      ...valuesOf(chain),
    },
  })
  const value = identifier(valueIn(headcount))
  const added: Columns = {
    ...columnsOf(to, near, (name) => identifier(dimensions[name].column)),
    ...takesPart,
    [valueIn(headcount)]: value,
  }
  const heads = posts(asking, args, {
    ...common,
    ...readFor([...to, 'SCHOOL']),
    apart: { ...read, npsn: dimensions.SCHOOL.value, ...takesPart, ...valuesOf([headcount]) },
    summed: (bySchool) => sql`
      select ${named(added)}, sum(n) as n, sum(first) as schools
      from (
        select *, (row_number() over (partition by npsn order by ${value}, takes_part) = 1)::int as first
        from (${bySchool}) school) each
      group by ${numbers(added)}`,
  })
  return [sql`heads as (${inProvinces(heads)})`, sql`posts as (${inProvinces(whole)})`]
}

/** Columns of places; schools that are not near are one. */
const columnsOf = (names: readonly Place[], near: Sql, value: (name: Place) => Sql): Columns =>
  Object.fromEntries(
    names.map((name) => [
      dimensions[name].column,
      name === 'SCHOOL' ? sql`case when ${near} then ${value(name)} else '' end` : value(name),
    ]),
  )

const valuesOf = (releases: readonly Release[]): Columns =>
  Object.fromEntries(releases.map((release) => [valueIn(release), release.value]))

const inProvinces = (counted: Sql): Sql => sql`select *, left(office_code, 2) as province from (${counted}) each`

/** Whether an office is in the provinces that are asked about. */
function provincesOf(args: Arguments): Sql[] {
  const [office, school] = [officeOf(args), schoolOf(args)]
  return [...(office ? [sql`${office}`] : []), ...(school ? [officeAbove(sql`${school}`)] : [])].map(
    (code) => sql`${run}.code in (${officesAt(sql`left(${code}, 2)`)})`,
  )
}
