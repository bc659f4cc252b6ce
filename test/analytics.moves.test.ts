import { beforeAll, expect, test } from 'vitest'
import type { AnalyticsDimension } from '../sdk/index.ts'
import { appoint } from './appoint.ts'
import { makeDistrict } from './district.ts'
import { server, signInOperator } from './support.ts'

// what is counted lies with the office, copied there by triggers: it must follow what it is copied from

beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

type District = Awaited<ReturnType<typeof makeDistrict>>

const sqlOf = async () => (await server()).database.pool

/** A district with an agreed plan of Sari's, which has a predicate. */
async function withPlan(): Promise<District> {
  const district = await makeDistrict()
  const pool = await sqlOf()
  const assignment = district.assignment('Sari').slice(4)
  await pool.query(agree, [assignment])
  await pool.query(
    `insert into appraisal (id, plan_id, assignment_id, period_code, status, version, route, value_ratings, predicate, consequences,
       explanation, appraised, changed_at, given_at, objection_until)
     select gen_random_uuid(), id, assignment_id, period_code, 'FINAL', 3, 'ORGANISATION', '[]', 'GOOD', '[]', '[]', '{}', changed_at,
       changed_at, changed_at::date from plan where assignment_id = $1`,
    [assignment],
  )
  return district
}

const agree = `insert into plan (id, assignment_id, period_code, status, version, route, scope, indicator_code, behaviours, activities, duties,
    expectations, warnings, late, was_reset, changed_at, submitted_at)
  select gen_random_uuid(), $1, '2026', 'AGREED', 2, 'DIRECT', 'FULL', 'INSTRUCTION', '{}', '[]', '[]', '[]', '{}', false, false, at, at
  from (values (timestamptz '2026-01-05')) begun (at)`

/** The cells of an office, as `GOOD 1`. */
const counted = ({ office }: Pick<District, 'office'>, ...by: AnalyticsDimension[]) => countedIn('2026', office, by)

async function countedIn(period: string, office: string, by: AnalyticsDimension[] = []): Promise<string[]> {
  const { nodes } = await (await signInOperator()).analytics({ periods: [period], by, office })
  return nodes.map(({ level, employment, status, predicate, count }) =>
    [level, employment, status, predicate, count].filter((part) => part != null).join(' '),
  )
}

test('a school that goes to another office takes with it what is counted there', async () => {
  const [from, to] = await Promise.all([withPlan(), makeDistrict()])
  expect(await counted(from, 'PREDICATE')).toEqual(['2', 'GOOD 1'])
  await (await sqlOf()).query(`update school set office_code = $1, level = 'SMA' where npsn = $2`, [
    to.code,
    from.school.slice(4),
  ])
  expect(await counted(from, 'PREDICATE')).toEqual([])
  expect(await counted(to, 'LEVEL')).toEqual(['SD 3', 'SMA 3'])
  expect(await counted(to, 'PREDICATE')).toEqual(['5', 'GOOD 1'])
  expect(await counted(to, 'STATUS')).toEqual(['AGREED 1', 'MISSING 5'])
})

test('a school that changes hands: its civil servants do not plan here, in the periods that leave them out', async () => {
  const { office, school, person } = await makeDistrict()
  const pool = await sqlOf()
  await pool.query(`update person set employment = 'NON_ASN' where id = $1`, [person('Sari').slice(4)])
  expect(await countedIn('2025', office)).toEqual(['3'])
  await pool.query(`update school set ownership = 'PRIVATE' where npsn = $1`, [school.slice(4)])
  expect(await countedIn('2025', office)).toEqual(['1'])
  expect(await countedIn('2026', office)).toEqual(['3'])
})

test('an assignment at another school, or somebody else on it, counts as such', async () => {
  const [from, to] = await Promise.all([withPlan(), makeDistrict()])
  const pool = await sqlOf()
  const assignment = from.assignment('Sari').slice(4)
  await pool.query('update assignment set school_npsn = $1 where id = $2', [to.school.slice(4), assignment])
  expect(await counted(from, 'STATUS')).toEqual(['MISSING 2'])
  expect(await counted(to, 'PREDICATE')).toEqual(['3', 'GOOD 1'])
  await pool.query(`update person set employment = 'PPPK' where id = $1`, [to.person('Agus').slice(4)])
  await pool.query('update assignment set person_id = $1 where id = $2', [to.person('Agus').slice(4), assignment])
  expect(await counted(to, 'EMPLOYMENT')).toEqual(['PNS 2', 'PPPK 2'])
  // who does not teach there does not plan here
  await pool.query(`update assignment set position = 'SCHOOL_INSPECTOR' where id = $1`, [assignment])
  expect(await counted(to, 'EMPLOYMENT')).toEqual(['PNS 2', 'PPPK 1'])
  await pool.query(`update assignment set position = 'TEACHER' where id = $1`, [assignment])
  // to the office itself: no school, and nobody who plans
  await pool.query('update assignment set school_npsn = null, office_code = $1 where id = $2', [to.code, assignment])
  expect(await counted(to, 'PREDICATE')).toEqual(['3'])
})

test('a plan that is begun while its assignment moves is counted where that goes', async () => {
  const [from, to] = await Promise.all([makeDistrict(), makeDistrict()])
  const pool = await sqlOf()
  const { assignment } = await appoint(from, { position: 'TEACHER', at: 'school', from: '2025-07-01' })
  const mover = await pool.connect()
  try {
    await mover.query('begin')
    await mover.query('update assignment set school_npsn = $1 where id = $2', [to.school.slice(4), assignment.slice(4)])
    const begun = pool.query(agree, [assignment.slice(4)])
    // the locks are those of the whole cluster, and others may wait for theirs
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await pool.query(waiting)).rowCount).toBeGreaterThan(0)
    await mover.query('commit')
    await begun
  } finally {
    mover.release()
  }
  expect(await counted(from, 'STATUS')).toEqual(['MISSING 3'])
  expect(await counted(to, 'STATUS')).toEqual(['AGREED 1', 'MISSING 3'])
})
