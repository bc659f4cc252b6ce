import type { ClientBase } from 'pg'
import { v7 as newId } from 'uuid'
import type { Database } from '../../server/database/database.ts'
import { refreshPaths } from '../../server/supervision/path.ts'
import type { Span } from './day.ts'
import type { Observation, Plan, World } from './world.ts'

type Rows = readonly object[]

const key = (id: string) => id.slice(4)
const validity = ({ from, until }: Span) => `[${from},${until ?? ''})`

/** What each table holds, in an order in which they can be filled. */
const tables = (world: World): Readonly<Record<string, Rows>> => ({
  office: world.offices.map(({ code, name, level, parentCode }) => ({ code, name, level, parent_code: parentCode })),
  school: world.schools.map(({ districtCode, officeCode, ...school }) => ({
    ...school,
    district_code: districtCode,
    office_code: officeCode,
  })),
  person: world.people.map(({ id, birthDate, ...person }) => ({ ...person, id: key(id), birth_date: birthDate })),
  assignment: world.assignments.map((assignment) => ({
    ...assignment,
    id: key(assignment.id),
    person_id: key(assignment.personId),
    school_npsn: assignment.npsn,
    office_code: assignment.officeCode,
    validity: validity(assignment),
  })),
  supervision: world.edges.map((edge) => ({
    id: newId(),
    subordinate_id: key(edge.subordinate),
    supervisor_id: key(edge.supervisor),
    capacity: edge.capacity,
    validity: validity(edge),
  })),
  report_card_score: world.scores.map(({ npsn, indicatorCode, ...score }) => ({
    ...score,
    school_npsn: npsn,
    indicator_code: indicatorCode,
  })),
  import_report: world.reports.map(({ id, startedAt, finishedAt }) => ({
    id: key(id),
    started_at: startedAt,
    finished_at: finishedAt,
  })),
  import_file: numbered(world, 'files'),
  import_refusal: numbered(world, 'refusals'),
  api_key: world.apiKeys.map((apiKey) => ({
    ...apiKey,
    id: key(apiKey.id),
    family: key(apiKey.id),
    hash: `\\x${key(apiKey.id).replaceAll('-', '').repeat(2)}`,
    office_code: apiKey.officeCode,
    documents_only: apiKey.documentsOnly,
    created_at: apiKey.createdAt,
    created_by_id: apiKey.createdById && key(apiKey.createdById),
    expires_at: apiKey.expiresAt,
    last_used_at: apiKey.lastUsedAt,
    revoked_at: apiKey.revokedAt,
  })),
  activity_catalogue: drawn(world).map(({ id, period, name }) => ({ id, name, period_code: period })),
  development_activity: drawn(world).flatMap(({ id, activities }) =>
    activities.map((activity) => ({ ...activity, id: key(activity.id), catalogue_id: id })),
  ),
  plan: world.plans.map(columnsOf),
  plan_step: world.plans.flatMap(({ id, history }) =>
    history.map(({ from, to, personId, ...step }) => ({
      ...step,
      plan_id: key(id),
      from_status: from,
      to_status: to,
      person_id: personId && key(personId),
    })),
  ),
  notification: world.notifications.map((notification) => ({
    ...notification,
    id: key(notification.id),
    person_id: key(notification.personId),
    plan_id: key(notification.planId),
    read_at: notification.readAt,
  })),
  observation: world.observations.map(cycleOf),
  observation_step: world.observations.flatMap(({ id, history }) =>
    history.map(({ from, to, personId, ...step }) => ({
      ...step,
      observation_id: key(id),
      from_status: from,
      to_status: to,
      person_id: personId && key(personId),
    })),
  ),
  observer_note: world.observations.flatMap(({ id, notes }) =>
    notes.map(({ personId, changedAt, ...note }) => ({
      ...note,
      observation_id: key(id),
      person_id: key(personId),
      changed_at: changedAt,
    })),
  ),
})

const drawn = ({ catalogues }: World) => catalogues.filter(({ isDrawn }) => isDrawn)

const columnsOf = (plan: Plan) => ({
  ...plan,
  id: key(plan.id),
  assignment_id: key(plan.assignmentId),
  period_code: plan.periodCode,
  catalogue_id: plan.catalogueId,
  indicator_code: plan.indicatorCode,
  behaviours: plan.behaviours.map(key),
  activities: plan.activities.map(({ activity, times }) => ({ activity: key(activity), times })),
  was_reset: plan.wasReset,
  changed_at: plan.changedAt,
  submitted_at: plan.submittedAt,
  agreed_at: plan.agreedAt,
})

const cycleOf = ({ preparation, sheet, ...cycle }: Observation) => ({
  ...cycle,
  id: key(cycle.id),
  plan_id: key(cycle.planId),
  assignment_id: key(cycle.assignmentId),
  changed_at: cycle.changedAt,
  shared_at: cycle.sharedAt,
  preparation: { ...preparation, behaviours: preparation.behaviours.map(key) },
  sheet: sheet && {
    ...sheet,
    ratings: sheet.ratings.map((rating) => ({ ...rating, behaviour: key(rating.behaviour) })),
  },
  follow_ups: cycle.followUps,
})

const numbered = (world: World, part: 'files' | 'refusals'): Rows =>
  world.reports.flatMap((report) =>
    report[part].map((row, index) => ({ report_id: key(report.id), number: index + 1, ...row })),
  )

/** Writes a world into an empty database, in no particular order within a table. */
export async function store(world: World, { pool }: Database): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const [table, rows] of Object.entries(tables(world))) await insert(client, table, rows)
    await client.query('create temporary table changed on commit drop as select subordinate_id as id from supervision')
    await refreshPaths(client, 'changed')
    await client.query('commit')
  } finally {
    client.release()
  }
}

function insert(client: ClientBase, table: string, rows: Rows) {
  const order = table === 'office' ? '' : 'order by random()'
  return client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1) ${order}`, [
    JSON.stringify(rows),
  ])
}
