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
import { literal, type Sql, sql } from '../reader/sql.ts'

/** The rows that stand for one assignment in one period. */
export const asked = new Row('asked')
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

const kinds = (codes: readonly PeriodCode[]) =>
  codes.map((code) => new Set(kindsIn(code).map((kind) => kind as string)))

const inSome = rules.flatMap(({ code }) => kindsIn(code))
const inEach = inSome.filter((kind) => kinds(rules.map(({ code }) => code)).every((those) => those.has(kind)))

const listed = (texts: readonly string[]): Sql =>
  sql`any(${literal(`{${[...new Set(texts)].map((text) => `"${text}"`).join()}}`)}::text[])`

const kind = sql`${held}.position || ' ' || ${holder}.employment || ' ' || ${place}.ownership`

/** Whether an assignment takes part in the period. */
export const takesPart = sql`${asked}.code || ' ' || ${kind} = ${listed(
  rules.flatMap(({ code }) => kindsIn(code).map((one) => `${code} ${one}`)),
)}`

/** Whether it is of a kind that takes part in some period. */
export const couldTakePart = sql`${kind} = ${listed(inSome)}`

/** Whether it is of a kind that takes part in every period. */
export const alwaysTakesPart = sql`${kind} = ${listed(inEach)}`

/** The assignments at schools that are in force on the day that counts for a period, with their plans. */
export const posts = (asking: Asking, args: Arguments): Sql => sql`
  (select code, least(${asking.day}, upper(validity) - 1) as day from period where code = any(${periodsOf(args)}::text[])) ${asked}
  join assignment ${held} on ${held}.validity @> ${asked}.day
  join person ${holder} on ${holder}.id = ${held}.person_id
  join school ${place} on ${place}.npsn = ${held}.school_npsn
  left join plan ${plan} on ${plan}.assignment_id = ${held}.id and ${plan}.period_code = ${asked}.code`

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
