import type { Client } from '../../sdk/index.ts'
import { signToken } from '../../server/access/token.ts'
import { makeDistrict } from '../district.ts'
import { secret, server } from '../support.ts'

export const period = '2024-S1'
export const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
export const adjusted = { ...content, behaviours: ['beh_POSITIVE_DISCIPLINE.2'] }
export const note = { item: 'BEHAVIOUR', note: 'Lebih perlu' } as const
export const unknown = 'pln_01890000-0000-7000-8000-000000000000'

/** A district, with a plan of Sari's that has gone so far. */
export async function makePlan(status: 'NONE' | 'DRAFT' | 'SUBMITTED' | 'ADJUSTED') {
  const district = await makeDistrict()
  const [sari, budi, agus] = (await Promise.all((['Sari', 'Budi', 'Agus'] as const).map(district.signIn))) as [
    Client,
    Client,
    Client,
  ]
  const assignment = district.assignment('Sari')
  const drafted = status === 'NONE' ? null : await sari.draftPlan({ input: { assignment, period, content } })
  const plan = drafted?.id ?? unknown
  if (status === 'SUBMITTED' || status === 'ADJUSTED') await sari.submitPlan({ input: { plan, version: 1 } })
  if (status === 'ADJUSTED') await budi.adjustPlan({ input: { plan, version: 2, content: adjusted, notes: [note] } })
  const people = (['Sari', 'Budi', 'Agus'] as const).map((name) => district.person(name).slice(4))
  /** All that is kept about them. */
  const written = async () => {
    const { rows } = await (await server()).database.pool.query(
      `select (select json_agg(plan order by plan.id) from plan join assignment post on post.id = assignment_id where person_id = any($1)) as plans,
         (select json_agg(step order by plan_id, step.version) from plan_step step where person_id = any($1)) as steps,
         (select json_agg(told order by told.id) from notification told where person_id = any($1)) as told,
         (select count(*) from event where subject = any($1::uuid[] || $2::uuid)) as events,
         (select count(*) from audit_entry where person_id = any($1) and action not in ('READ', 'REFUSED')) as entries`,
      [people, plan.slice(4)],
    )
    return JSON.stringify(rows)
  }
  const token = await signToken(secret, { role: 'PERSON', person: people[0] ?? '' }, 1)
  return { district, assignment, sari, budi, agus, plan, written, headers: { authorization: `Bearer ${token}` } }
}

export type Stage = Awaited<ReturnType<typeof makePlan>>
