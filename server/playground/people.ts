import type { Pool } from 'pg'
import { signToken } from '../access/token.ts'
import { toldOffice } from '../sample/load.ts'
import { type SamplePerson, samplePeople } from '../sample/people.ts'
import type { Persona } from './ways-in.ts'

const hours = 12

const personas = {
  OFFICE_HEAD: 'office',
  SCHOOL_INSPECTOR: 'inspector',
  PRINCIPAL: 'principal',
  TEACHER: 'teacher',
} as const satisfies Record<SamplePerson['position'], Persona['persona']>

const rolesOf = { ANALYST: 'analyst', OPERATOR: 'operator' } as const
const titles = { ANALYST: 'An analyst', OPERATOR: 'An operator' } as const

/** All whom a developer may become: people of the sample, an analyst and an operator, who makes keys for programs. */
export async function peopleToBecome(pool: Pool, secret: string): Promise<Persona[]> {
  const people = await samplePeople(pool)
  const office = { off: `off_${toldOffice}` }
  const teacher = people.find(({ position }) => position === 'TEACHER')
  const head = people.find(({ position }) => position === 'OFFICE_HEAD')
  const below = teacher ? await idsOf(pool, teacher.assignment) : {}
  const signedIn = await Promise.all(
    people.map(async (one): Promise<Persona> => {
      const { position, name, place, person, assignment } = one
      const ids = position === 'SCHOOL_INSPECTOR' ? await idsOf(pool, await observedBy(pool, assignment)) : below
      const token = await signToken(secret, { role: 'PERSON', person }, hours)
      return { persona: personas[position], name, place, token, ids: { ...office, ...ids, root: `asg_${assignment}` } }
    }),
  )
  const roles = await Promise.all(
    (['ANALYST', 'OPERATOR'] as const).map(async (role): Promise<Persona> => {
      const token = await signToken(secret, { role }, hours)
      const seen = role === 'OPERATOR' ? { ...below, ...(head && { root: `asg_${head.assignment}` }) } : {}
      return { persona: rolesOf[role], name: titles[role], place: null, token, ids: { ...office, ...seen } }
    }),
  )
  return [...signedIn, ...roles]
}

/** Whom an inspector observes, and of whom most is to be seen; himself, where there is nobody. */
async function observedBy(pool: Pool, inspector: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select descendant_id as id from supervision_path, lateral (
       select exists (select from appraisal where assignment_id = descendant_id and status <> 'DRAFT')::int
         + exists (select from evidence join plan on plan.id = plan_id where assignment_id = descendant_id)::int
         + exists (select from observation where assignment_id = descendant_id)::int as kinds
     ) seen
     where ancestor_id = $1 and capacity = 'WORK_TEAM' and upper_inf(validity) order by kinds desc, id limit 1`,
    [inspector],
  )
  return rows[0]?.id ?? inspector
}

/** Somebody, and the newest row of each kind about an assignment of his. */
async function idsOf(pool: Pool, assignment: string): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ prefix: string; key: string }>(
    `select prefix, (array_agg(key order by period_code desc, key desc))[1] as key from (
       select 'pln' as prefix, id::text as key, period_code from plan where assignment_id = $1
       union all select 'obs', observation.id::text, period_code from observation join plan on plan.id = plan_id where plan.assignment_id = $1
       union all select 'evd', evidence.id::text, period_code from evidence join plan on plan.id = plan_id where assignment_id = $1
       union all select 'apr', id::text, period_code from appraisal where assignment_id = $1 and status <> 'DRAFT'
       union all select 'asg', $1::text, null
       union all select 'per', person_id::text, null from assignment where id = $1
       union all select 'sch', school_npsn, null from assignment where id = $1 and school_npsn is not null
     ) mine group by prefix`,
    [assignment],
  )
  const { rows: people } = await pool.query<{ nip: string | null }>(
    'select nip from assignment join person on person.id = person_id where assignment.id = $1',
    [assignment],
  )
  const ids = Object.fromEntries(rows.map(({ prefix, key }) => [prefix, `${prefix}_${key}`]))
  return people[0]?.nip ? { ...ids, nip: people[0].nip } : ids
}
