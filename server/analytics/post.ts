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

/** A row of `posts`. */
export const post = new Row('post')

const most = 6

/** The codes of the periods that are asked about. Refuses none, too many, the same twice, and what is no period. */
const periodsOf = ({ periods }: Arguments): Given<PeriodCode[]> =>
  (periods as Given<readonly string[]>).map((given) => {
    const codes = given.map((code) => rulesOf(code).code)
    if (codes.length >= 1 && codes.length <= most && new Set(codes).size === codes.length) return codes
    throw new Refusal('BAD_USER_INPUT', `\`periods\` are 1 to ${most} codes, each once.`)
  })

/** What is read of an assignment to be counted by, by the names of columns. */
export type Read = Readonly<Record<string, Sql>>

/** What decides about taking part, besides the period. */
export const kindRead: Read = {
  position: sql`${held}.position`,
  employment: sql`${held}.employment`,
  ownership: sql`${held}.school_ownership`,
}

export interface Counting {
  readonly read: Read
  /** What is joined for that, besides plans. */
  readonly joined: Sql
  /** Which assignments count; and of which offices, so that no others are looked through. */
  readonly where: readonly Sql[]
  readonly offices: readonly Sql[]
}

/**
 * How many assignments at schools are alike, as `n`, of those in force on the day that counts for a period. Office by office: what is
 * joined lies together by offices, and is small enough to be joined in a processor's cache.
 */
// without the `case`, PostgreSQL would expect a handful of them
export const posts = (asking: Asking, args: Arguments, { read, joined, where, offices }: Counting): Sql => sql`(
  select ${asked}.code as period, ${run}.code as office_code, counted.*
  from (select code, least(${asking.day}, upper(validity) - 1) as day from period where code = any(${periodsOf(args)}::text[])) ${asked}
  cross join office ${run}
  cross join lateral (
    select ${commas(Object.entries(read).map(([name, value]) => sql`${value} as ${identifier(name)}`))}, count(*) as n
    from assignment ${held}
    left join plan ${plan} on ${plan}.period_code = ${asked}.code and ${plan}.under_office = ${run}.code
      and ${plan}.assignment_id = ${held}.id
    ${joined}
    where ${all([sql`${held}.under_office = ${run}.code`, sql`case when ${held}.validity @> ${asked}.day then true else false end`, ...where])}
    group by ${commas(Object.keys(read).map((_, index) => literal(index + 1)))}) counted
  where ${all(offices)}) ${post}`

/** An appraisal that is given to its owner. */
export const appraised = sql`left join appraisal ${given} on ${given}.period_code = ${asked}.code and ${given}.under_office = ${run}.code
  and ${given}.plan_id = ${plan}.id and ${given}.given_at is not null`

const truth = (is: boolean): Sql => (is ? sql`true` : sql`false`)
const codes = rules.map(({ code }) => code)
const inSome = [...new Set(codes.flatMap(kindsIn))]

/**
 * Posts with their kind: whether it takes part in the period, null where it does in none; and whether it does in every one, `always`.
 */
// a left join: PostgreSQL would expect that an inner one finds hardly any
export const ofKinds = (posts: Sql): Sql =>
  sql`${posts} left join (values ${commas(
    codes.flatMap((code) =>
      inSome.map((kind) => {
        const takesPart = kindsIn(code).includes(kind)
        const always = codes.every((one) => kindsIn(one).includes(kind))
        return sql`(${commas([...[code, ...kind.split(' ')].map(literal), ...[takesPart, always].map(truth)])})`
      }),
    ),
  )}) kind (period, position, employment, ownership, takes_part, always) using (period, position, employment, ownership)`

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
