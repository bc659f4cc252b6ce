import { v7 as newId } from 'uuid'
import type { Database } from '../../server/database/database.ts'
import { areas } from '../../server/organisation/area.ts'
import { type Post, periods } from './world.ts'

const statusOf = { DRAFTED: 'DRAFT', SUBMITTED: 'IN_REVIEW', AGREED: 'RESET_REQUESTED' } as const
const observationOf = { BEGUN: 'SCHEDULED', OBSERVED: 'SHARED', CONCLUDED: 'COMPLETED' } as const

/** Puts posts into the database, with plans and what hangs on them; and with their offices, if these are not there. */
export async function store(posts: readonly Post[], { pool }: Database, withOffices = true): Promise<void> {
  const insert = async (table: string, columns: string, rows: readonly object[]) => {
    await pool.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
  const offices = new Set(posts.flatMap(({ province, office }) => [province, office]))
  await insert(
    'office',
    'code, name, level, parent_code',
    areas()
      .filter(({ code }) => withOffices && offices.has(code))
      .map(({ code, name, level, parent }) => ({ code, name, level, parent_code: parent })),
  )
  const schools = [...new Map(posts.map((post) => [post.school, post])).values()]
  await insert(
    'school',
    'npsn, name, level, ownership, district_code, office_code',
    schools.map(({ school, level, ownership, office }) => ({
      ...{ npsn: school, name: `Sekolah ${school}`, level, ownership },
      ...{ district_code: office.length === 5 ? office : `${office}.01`, office_code: office },
    })),
  )
  const held = posts.map((post) => ({ post, person: newId(), assignment: newId() }))
  await insert(
    'person',
    'id, key, name, employment, sex, birth_date',
    held.map(({ post, person }) => ({
      ...{
        id: person,
        key: person,
        name: 'Seseorang',
        employment: post.employment,
        sex: 'F',
        birth_date: '1985-07-14',
      },
    })),
  )
  await insert(
    'assignment',
    'id, key, person_id, position, basis, school_npsn, validity',
    held.map(({ post, person, assignment }) => ({
      ...{ id: assignment, key: assignment, person_id: person, position: post.position, basis: 'DEFINITIVE' },
      ...{ school_npsn: post.school, validity: '[2023-07-01,)' },
    })),
  )
  const plans = held.flatMap(({ post, assignment }) =>
    periods.flatMap((period) => {
      const { status, ...progress } = post.progress[period]
      return status === 'MISSING' ? [] : [{ id: newId(), assignment, period, status, ...progress }]
    }),
  )
  const at = '2026-02-01T00:00:00Z'
  await insert(
    'plan',
    `id, assignment_id, period_code, status, version, route, scope, indicator_code, behaviours, activities, duties, expectations, points,
     warnings, late, was_reset, changed_at, submitted_at`,
    plans.map(({ id, assignment, period, status, indicator, day, points }) => ({
      ...{
        id,
        assignment_id: assignment,
        period_code: period,
        status: statusOf[status],
        version: 2,
        route: 'DIRECT',
        scope: 'FULL',
      },
      ...{
        indicator_code: indicator,
        behaviours: [],
        activities: [],
        duties: [],
        expectations: [],
        warnings: [],
        late: false,
      },
      ...{
        points: period === '2024-S1' ? points : null,
        was_reset: false,
        changed_at: at,
        submitted_at: `${day}T00:30:00+07:00`,
      },
    })),
  )
  // before the furthest cycle is one that was given up
  const cycles = plans.flatMap(({ id, assignment, observation }) =>
    observation === 'NONE'
      ? [{ plan_id: id, assignment_id: assignment, number: 1, status: 'CANCELLED' }]
      : [
          { plan_id: id, assignment_id: assignment, number: 1, status: 'CANCELLED' },
          { plan_id: id, assignment_id: assignment, number: 2, status: observationOf[observation] },
        ],
  )
  await insert(
    'observation',
    'id, plan_id, assignment_id, number, status, version, changed_at, preparation, follow_ups',
    cycles.map((cycle) => ({ ...cycle, id: newId(), version: 2, changed_at: at, preparation: {}, follow_ups: [] })),
  )
  // where none is given, there is one that is not
  await insert(
    'appraisal',
    `id, plan_id, assignment_id, period_code, status, version, route, predicate, value_ratings, consequences, explanation, appraised,
     changed_at, given_at, objection_until`,
    plans.map(({ id, assignment, period, predicate }) => ({
      ...{
        id: newId(),
        plan_id: id,
        assignment_id: assignment,
        period_code: period,
        version: 3,
        route: 'ORGANISATION',
        changed_at: at,
      },
      ...{
        status: predicate ? 'FINAL' : 'RECOMMENDED',
        predicate: predicate ?? 'VERY_POOR',
        value_ratings: [],
        consequences: [],
      },
      ...{ explanation: [], appraised: {}, given_at: predicate && at, objection_until: predicate && '2026-02-15' },
    })),
  )
}
