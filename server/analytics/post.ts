import { officesAt } from '../access/relation.ts'
import { Refusal } from '../errors.ts'
import { Employment, Ownership, Position } from '../generated/schema.ts'
import { rulesOf } from '../period/period-code.ts'
import { type PeriodCode, rules } from '../period/rules.ts'
import { kindsIn } from '../plan/participation.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import type { Arguments } from '../reader/shape.ts'
import { commas, literal, type Sql, sql } from '../reader/sql.ts'

/** The rows that stand for one assignment in one period. */
const asked = new Row('asked')
export const held = new Row('held')
export const holder = new Row('holder')
export const place = new Row('place')
export const plan = new Row('known')

const most = 6

/** The codes of the periods that are asked about. Refuses none, too many, the same twice, and what is no period. */
const periodsOf = ({ periods }: Arguments): Given<PeriodCode[]> =>
  (periods as Given<readonly string[]>).map((given) => {
    const codes = given.map((code) => rulesOf(code).code)
    if (codes.length >= 1 && codes.length <= most && new Set(codes).size === codes.length) return codes
    throw new Refusal('BAD_USER_INPUT', `\`periods\` are 1 to ${most} codes, each once.`)
  })

const text = (array: readonly string[]): Sql => literal(`{${array.map((one) => `"${one}"`).join()}}`)

const codes = rules.map(({ code }) => code)

/** Who owns schools of which some posts take part in a period, and others of the same position do not: what their holders are decides. */
const mixedIn = (code: PeriodCode): Ownership[] =>
  Object.values(Ownership).filter((ownership) => {
    const employments = (position: Position) =>
      kindsIn(code).filter((kind) => kind.startsWith(position) && kind.endsWith(ownership)).length
    return Object.values(Position).some(
      (position) => ![0, Object.keys(Employment).length].includes(employments(position)),
    )
  })

/** By whose ownership posts of a period are told apart by what their holders are. */
type Mixed = (code: PeriodCode) => readonly Ownership[]

/** Where it decides about taking part in the period. */
export const inItsPeriod: Mixed = mixedIn

/** Where it does in any period: so counts of several periods hang together. */
export const inAnyPeriod: Mixed = () => codes.flatMap(mixedIn)

/** What an assignment is, as far as that decides about taking part, besides the ownership of its school: columns to count by. */
export const kindColumns = (mixed: Mixed): readonly Sql[] => [
  sql`${asked}.code as period`,
  sql`${held}.position`,
  sql`case when ${asked}.code || ' ' || ${place}.ownership = any(${text(codes.flatMap((code) => mixed(code).map((one) => `${code} ${one}`)))}::text[])
    then (select person.employment from person where person.id = ${held}.person_id) else 'ANY' end as holders`,
]

/** The kinds that take part in a period, as texts. */
const kindsAs = (code: PeriodCode, mixed: Mixed = inAnyPeriod): string[] =>
  kindsIn(code).map((kind) => {
    const [position, employment, ownership = ''] = kind.split(' ')
    return [position, mixed(code).some((one) => one === ownership) ? employment : 'ANY', ownership].join(' ')
  })

const kind = sql`position || ' ' || holders || ' ' || ownership`

/** Whether what was counted by `kindColumns` and ownership takes part in its period. */
export const takesPart = (mixed: Mixed): Sql =>
  sql`(period || ' ' || ${kind} = any(${text(codes.flatMap((code) => kindsAs(code, mixed).map((one) => `${code} ${one}`)))}::text[]))`

/** Whether it takes part in some period. */
export const couldTakePart = sql`(${kind} = any(${text(codes.flatMap((code) => kindsAs(code)))}::text[]))`

/** Whether it takes part in every period. */
export const alwaysTakesPart = sql`(${kind} = any(${text(
  codes.flatMap((code) => kindsAs(code)).filter((one) => codes.every((code) => kindsAs(code).includes(one))),
)}::text[]))`

/** The assignments at schools that are in force on the day that counts for a period, with their plans, and what else is joined. */
// without the `case`, PostgreSQL would expect a handful of them
export const posts = (asking: Asking, args: Arguments, joined: Sql): Sql => sql`
  (select code, least(${asking.day}, upper(validity) - 1) as day from period where code = any(${periodsOf(args)}::text[])) ${asked}
  join assignment ${held} on case when ${held}.validity @> ${asked}.day then true else false end
  left join person ${holder} on ${holder}.id = ${held}.person_id
  join school ${place} on ${place}.npsn = ${held}.school_npsn
  left join plan ${plan} on ${plan}.assignment_id = ${held}.id and ${plan}.period_code = ${asked}.code ${joined}`

/** All of some columns, by their numbers. */
export const numbers = (columns: readonly Sql[]): Sql => commas(columns.map((_, index) => literal(index + 1)))

/** The code of the office that is asked about. */
export const officeOf = ({ office }: Arguments): Given<string> | null =>
  office == null ? null : key('Office', office, 'office').decidingPlan()

/** The NPSN of the school that is asked about. */
export const schoolOf = ({ school }: Arguments): Given<string> | null =>
  school == null ? null : key('School', school, 'school').decidingPlan()

/** Whether a place is where it is asked about. */
export function isWanted(office: Sql, school: Sql, args: Arguments): Sql[] {
  const [wantedOffice, wantedSchool] = [officeOf(args), schoolOf(args)]
  return [
    ...(wantedOffice ? [sql`${office} in (${officesAt(sql`${wantedOffice}`)})`] : []),
    ...(wantedSchool ? [sql`${school} = ${wantedSchool}`] : []),
  ]
}
