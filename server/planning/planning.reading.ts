import { officesAt } from '../access/relation.ts'
import { seesOf } from '../access/sight.ts'
import { rulesOf } from '../period/period-code.ts'
import { kindsIn } from '../plan/participation.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import type { Arguments, Extension, Shape } from '../reader/shape.ts'
import { all, commas, identifier, type Sql, sql } from '../reader/sql.ts'
import { begun, isAt } from './stage.ts'

const [held, holder, place, plan] = [new Row('held'), new Row('holder'), new Row('place'), new Row('known')]

const periodOf = ({ period }: Arguments): Given<string> =>
  (period as Given<string>).map((period) => rulesOf(period).code)

/** Whether an assignment at a school of the office is expected to plan, and the viewer watches over it. */
function expected(assignment: Row, person: Row, school: Row, asking: Asking, args: Arguments): Sql {
  const kinds = periodOf(args).map(kindsIn)
  const seen = seesOf('SchoolPlanning', sql`${assignment}.id`, asking, false)
  // one office runs ten schools, another ten thousand
  const office = key('Office', args['office'], 'office').decidingPlan()
  return all([
    sql`${assignment}.validity @> ${asking.day}`,
    sql`${school}.office_code in (${officesAt(sql`${office}`)})`,
    sql`${assignment}.position || ' ' || ${person}.employment || ' ' || ${school}.ownership = any(${kinds}::text[])`,
    // no join: the posts that the viewer sees are looked up among those of the office, hashed once
    ...(seen ? [sql`coalesce(${seen}, false)`] : []),
  ])
}

/** The schools of an office with their counts, in one pass over its posts. */
function countsOf(asking: Asking, args: Arguments): Sql {
  const counts = begun.map(
    (stage) => sql`count(*) filter (where ${isAt(plan, stage)}) as ${identifier(stage.toLowerCase())}`,
  )
  return sql`(
    select ${place}.npsn, ${place}.name, count(*) as expected, ${commas(counts)},
      count(*) filter (where ${plan}.late) as late, count(*) filter (where ${plan}.id is null) as missing
    from assignment ${held}
    join person ${holder} on ${holder}.id = ${held}.person_id
    join school ${place} on ${place}.npsn = ${held}.school_npsn
    left join plan ${plan} on ${plan}.assignment_id = ${held}.id and ${plan}.period_code = ${periodOf(args)}
    where ${expected(held, holder, place, asking, args)}
    group by ${place}.npsn)`
}

const numbers = ['expected', ...begun.map((stage) => stage.toLowerCase()), 'late', 'missing']

const ofSchool: Shape = {
  type: 'SchoolPlanning',
  key: 'npsn',
  access: 'SIGNED_IN',
  orders: { NAME: [{ by: (row) => sql`${row}.name`, type: 'text' }] },
  last: { by: (row) => sql`${row}.npsn`, type: 'text' },
  fields: {
    school: { kind: 'one', to: 'School', on: (row, target) => sql`${target}.npsn = ${row}.npsn` },
    ...Object.fromEntries(
      numbers.map((name) => [name, { kind: 'value', value: (row) => sql`${row}.${identifier(name)}` }]),
    ),
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    planningBySchool: {
      kind: 'connection',
      to: 'SchoolPlanning',
      from: (_, asking, args) => countsOf(asking, args),
    },
    unplanned: {
      kind: 'connection',
      to: 'Assignment',
      on: (_, row, asking, args) => sql`${expected(row, row.joined('person'), row.joined('school'), asking, args)}
        and not exists (select from plan ${plan} where ${plan}.assignment_id = ${row}.id
          and ${plan}.period_code = ${periodOf(args)} and ${plan}.status <> 'DRAFT')`,
    },
  },
}

export const planningReading = [ofSchool, roots]
