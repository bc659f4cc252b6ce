import { officesAt } from '../access/relation.ts'
import { Refusal } from '../errors.ts'
import { rulesOf } from '../period/period-code.ts'
import { type PeriodCode, rules } from '../period/rules.ts'
import { kindsIn } from '../plan/participation.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import type { Arguments } from '../reader/shape.ts'
import { all, commas, identifier, literal, type Sql, sql } from '../reader/sql.ts'

/** The rows that stand for one assignment in one period; and the office that runs its school. */
const asked = new Row('asked')
export const run = new Row('run')
export const held = new Row('held')
export const plan = new Row('known')
export const given = new Row('given')

/** What is counted, as `posts` reads it. */
export const post = new Row('post')

const most = 6

/** The codes of the periods that are asked about. Refuses none, too many, the same twice, and what is no period. */
export const periodsOf = ({ periods }: Arguments): Given<PeriodCode[]> =>
  (periods as Given<readonly string[]>).map((given) => {
    const codes = given.map((code) => rulesOf(code).code)
    if (codes.length >= 1 && codes.length <= most && new Set(codes).size === codes.length) return codes
    throw new Refusal('BAD_USER_INPUT', `\`periods\` are 1 to ${most} codes, each once.`)
  })

/** Values by the names of columns. */
export type Columns = Readonly<Record<string, Sql>>

/** Columns to select. */
export const named = (columns: Columns): Sql =>
  commas(Object.entries(columns).map(([name, value]) => sql`${value} as ${identifier(name)}`))
/** The same to group by, where they stand first. */
export const numbers = (columns: Columns | readonly Sql[]): Sql =>
  commas(Object.keys(columns).map((_, index) => literal(index + 1)))

export interface Counting {
  /** What is read of an assignment. */
  readonly read: Columns
  /** What is joined for that, besides its plan. */
  readonly joined: Sql
  /** Which assignments count; and of which offices, so that no others are looked through. */
  readonly where: readonly Sql[]
  readonly offices: readonly Sql[]
  /** What they are told apart by: what was read and what their kind is, as `post`; `takes_part` in the period, and `always`, in every one. */
  readonly apart: Columns
  readonly which: Sql
  /** What is made of that, office by office, if it is not told as it is. */
  readonly summed?: (alike: Sql) => Sql
}

/**
 * How many assignments at schools are alike, as `n`, of those in force on the day that counts for a period. Office by office: what is
 * joined lies together by offices, and is small enough to be joined in a processor's cache.
 */
// without `case`, and where the join of kinds were an inner one, PostgreSQL would expect a handful
export function posts(asking: Asking, args: Arguments, counting: Counting): Sql {
  const { read, joined, where, offices, apart, which, summed = (alike: Sql) => alike } = counting
  const columns = { period: sql`${asked}.code`, kind: sql`${held}.kind`, ...read }
  const alike = sql`
    select ${named(apart)}, sum(n) as n
    from (
      select *
      from (
        select ${named(columns)}, count(*) as n
        from assignment ${held}
        left join plan ${plan} on ${plan}.period_code = ${asked}.code and ${plan}.under_office = ${run}.code
          and ${plan}.assignment_id = ${held}.id
        ${joined}
        where ${all([
          sql`${held}.under_office = ${run}.code`,
          sql`case when ${held}.validity @> ${asked}.day then true else false end`,
          ...where,
        ])}
        group by ${numbers(columns)}) ${post}
      left join ${kinds} using (period, kind) offset 0) ${post}
    where ${which} group by ${numbers(apart)}`
  return sql`
  select ${asked}.code as period, counted.*
  from (select code, least(${asking.day}, upper(validity) - 1) as day from period where code = any(${periodsOf(args)}::text[])) ${asked}
  cross join office ${run}
  cross join lateral (${summed(alike)}) counted
  where ${all(offices)}`
}

/** An appraisal that is given to its owner. */
export const appraised = sql`left join appraisal ${given} on ${given}.period_code = ${asked}.code and ${given}.under_office = ${run}.code
  and ${given}.plan_id = ${plan}.id and ${given}.given_at is not null`

const truth = (is: boolean): Sql => (is ? sql`true` : sql`false`)
const codes = rules.map(({ code }) => code)
const inSome = [...new Set(codes.flatMap(kindsIn))]

/** Each kind of assignment that takes part in some period: what it is, and whether it does in one, and in all. */
const kinds = sql`(values ${commas(
  codes.flatMap((code) =>
    inSome.map((kind) => {
      const takesPart = kindsIn(code).includes(kind)
      const always = codes.every((one) => kindsIn(one).includes(kind))
      return sql`(${commas([...[code, kind, ...kind.split(' ')].map(literal), ...[takesPart, always].map(truth)])})`
    }),
  ),
)}) kind (period, kind, position, employment, ownership, takes_part, always)`

/** The code of the office that is asked about. */
export const officeOf = ({ office }: Arguments): Given<string> | null =>
  office == null ? null : key('Office', office, 'office').decidingPlan()

/** The NPSN of the school that is asked about. */
export const schoolOf = ({ school }: Arguments): Given<string> | null =>
  school == null ? null : key('School', school, 'school').decidingPlan()

/** The office that runs a school. */
export const officeAbove = (school: Sql): Sql => sql`(select office_code from school where npsn = ${school})`

/** Whether an office is, or is below, the one that is asked about, and runs the school that is. */
export function inOffice(office: Sql, args: Arguments): Sql[] {
  const [wanted, school] = [officeOf(args), schoolOf(args)]
  return [
    ...(wanted ? [sql`${office} in (${officesAt(sql`${wanted}`)})`] : []),
    ...(school ? [sql`${office} = ${officeAbove(sql`${school}`)}`] : []),
  ]
}
