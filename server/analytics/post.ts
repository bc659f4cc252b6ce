import { officesAt } from '../access/relation.ts'
import { Refusal } from '../errors.ts'
import { Employment } from '../generated/schema.ts'
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

const listed = (texts: readonly string[]): Sql =>
  sql`any(${literal(`{${[...new Set(texts)].map((text) => `"${text}"`).join()}}`)}::text[])`

/** A kind of post, as `kindsIn` writes it, after something else. */
interface Kind {
  readonly before: string
  readonly position: string
  readonly employment: string
  readonly ownership: string
}

const kindsOf = (code: PeriodCode, before = ''): Kind[] =>
  kindsIn(code).map((kind) => {
    const [position = '', employment = '', ownership = ''] = kind.split(' ')
    return { before, position, employment, ownership }
  })

/** Whether an assignment is of one of some kinds. Who holds it is looked up only where that decides. */
function isOf(kinds: readonly Kind[], before: Sql = literal('')): Sql {
  const post = ({ before, position, ownership }: Kind) => `${before} ${position} ${ownership}`
  const known = Map.groupBy(kinds, post)
  const whole = [...known].filter(
    ([, those]) => new Set(those.map(({ employment }) => employment)).size === employments,
  )
  const rest = kinds.filter((kind) => !whole.some(([one]) => one === post(kind)))
  const here = sql`${before} || ' ' || ${held}.position || ' ' || ${place}.ownership`
  const employment = sql`(select employment from person where person.id = ${held}.person_id)`
  return sql`case when ${here} = ${listed(whole.map(([one]) => one))} then true
    when ${here} = ${listed(rest.map(post))} then ${here} || ' ' || ${employment} = ${listed(rest.map((kind) => `${post(kind)} ${kind.employment}`))}
    else false end`
}

const employments = Object.keys(Employment).length
const codes = rules.map(({ code }) => code)
const inSome = codes.flatMap((code) => kindsOf(code))
const inEach = inSome.filter((kind) =>
  codes.every((code) => kindsIn(code).includes(`${kind.position} ${kind.employment} ${kind.ownership}`)),
)

/** Whether an assignment takes part in the period. */
export const takesPart = isOf(
  codes.flatMap((code) => kindsOf(code, code)),
  sql`${asked}.code`,
)

/** Whether it is of a kind that takes part in some period. */
export const couldTakePart = isOf(inSome)

/** Whether it is of a kind that takes part in every period. */
export const alwaysTakesPart = isOf(inEach)

// with `@>` PostgreSQL would expect a handful of assignments

/** The assignments at schools that are in force on the day that counts for a period, with their plans. */
export const posts = (asking: Asking, args: Arguments): Sql => sql`
  (select code, least(${asking.day}, upper(validity) - 1) as day from period where code = any(${periodsOf(args)}::text[])) ${asked}
  join assignment ${held} on case when lower(${held}.validity) <= ${asked}.day then coalesce(upper(${held}.validity) > ${asked}.day, true) else false end
  left join person ${holder} on ${holder}.id = ${held}.person_id
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
