import { randomUUID } from 'node:crypto'
import type { Client } from '../../sdk/index.ts'
import type { Relation } from '../../server/access/policy.ts'
import type { Route } from '../../server/plan/workflow.ts'
import { supervise } from '../appoint.ts'
import { makeDistrict, type Name } from '../district.ts'
import { server, signInOperator } from '../support.ts'

interface Case {
  readonly owner: Name
  readonly appraiser: Name
  readonly indicator: string
}

/** On each route somebody whose plan goes that way; Dewi is the work team of both. */
const cases: Readonly<Record<Route, Case>> = {
  DIRECT: { owner: 'Sari', appraiser: 'Budi', indicator: 'POSITIVE_DISCIPLINE' },
  CLARIFIED: { owner: 'Budi', appraiser: 'Ratna', indicator: 'VISION_AND_MISSION' },
}

/** A district with a plan that can be put into any state. */
export async function makeScene(period: string, route: Route) {
  const district = await makeDistrict()
  const { owner, appraiser, indicator } = cases[route]
  const post = district.assignment(owner)
  // a teacher's plan goes to the supervisor even where a work team observes her
  if (route === 'DIRECT') await supervise('WORK_TEAM', post, district.assignment('Dewi'))
  const { pool } = (await server()).database
  const [key, assignment] = [randomUUID(), post.slice(4)]
  const people = ([owner, appraiser, 'Dewi'] as const).map((name) => district.person(name).slice(4))
  const signedIn = [
    district.signIn(owner),
    district.signIn(appraiser),
    district.signIn('Dewi'),
    signInOperator(),
  ] as const
  const [self, above, team, operator] = await Promise.all(signedIn)
  const clients: Partial<Record<Relation, Client>> = {
    SELF: self,
    APPRAISER: above,
    WORK_TEAM: team,
    OPERATOR: operator,
  }
  const contentOf = (...behaviours: number[]) => ({
    indicator: `ind_${indicator}`,
    behaviours: behaviours.map((number) => `beh_${indicator}.${number}`),
  })
  return {
    assignment: post,
    clients,
    plan: `pln_${key}`,
    /** What a step is given: another behaviour than the plan has. */
    words: { content: contentOf(2), notes: [{ item: 'BEHAVIOUR' as const, note: 'Lebih perlu' }] },
    /** Makes it as if nothing had happened but what led to a status, at version 5; null: there is no plan. */
    async put(status: string | null): Promise<void> {
      await pool.query('delete from notification where person_id = any($1)', [people])
      await pool.query('delete from plan_step using plan where plan_id = plan.id and assignment_id = $1', [assignment])
      await pool.query('delete from plan where assignment_id = $1', [assignment])
      if (status === null) return
      await pool.query(
        `insert into plan values ($1, $2, $3, $4, 5, $5, 'FULL', null, $6, array[$6 || '.1'],
           '[]', '[]', '[]', null, '{}', false, false, '2024-01-05', null, null)`,
        [key, assignment, period, status, route, indicator],
      )
      await pool.query(
        `insert into plan_step values ($1, 5, 'ADJUST', 'SUBMITTED', 'ADJUSTED', '2024-01-05', $2, null, '[]',
           jsonb_build_object('indicator', $3::text, 'behaviours', jsonb_build_array($3 || '.3'), 'activities', '[]'::jsonb,
             'duties', '[]'::jsonb, 'expectations', '[]'::jsonb))`,
        [key, people[1], indicator],
      )
    },
    /** All that is kept of it, to the last byte. */
    async everything(): Promise<string | undefined> {
      const { rows } = await pool.query<{ text: string }>(
        `select json_build_array(
           (select json_agg(plan) from plan where assignment_id = $1),
           (select json_agg(step order by step.version) from plan_step step join plan on plan.id = plan_id where assignment_id = $1),
           (select json_agg(told order by told.id) from notification told where person_id = any($2)),
           (select json_agg(event order by event.id) from event where subject = any($2 || $3::uuid)),
           (select json_agg(entry order by entry.id) from audit_entry entry where subjects && $2 and action not in ('READ', 'REFUSED'))
         )::text as text`,
        [assignment, people, key],
      )
      return rows[0]?.text
    },
    /** Who is told what, as `OWNER PLAN_AGREED`. */
    async told(): Promise<string[]> {
      const { rows } = await pool.query<{ line: string }>(
        `select (array['OWNER', 'APPRAISER', 'WORK_TEAM'])[array_position($1::uuid[], person_id)] || ' ' || kind as line
         from notification where person_id = any($1) order by array_position($1::uuid[], person_id)`,
        [people],
      )
      return rows.map(({ line }) => line)
    },
  }
}
