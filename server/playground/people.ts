import type { Pool } from 'pg'
import { signToken } from '../access/token.ts'
import { identified } from '../id.ts'
import { toldOffice } from '../sample/load.ts'
import { type SamplePerson, samplePeople } from '../sample/people.ts'

const hours = 12

/** Somebody whom a developer may become in the playground. */
export interface Persona {
  readonly persona: 'office' | 'inspector' | 'principal' | 'teacher' | 'analyst' | 'operator'
  readonly name: string
  readonly place: string | null
  readonly token: string
  /** What to try operations with: an id of each kind by its prefix, of rows that he or she sees. */
  readonly ids: Readonly<Record<string, string>>
}

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
  const below = teacher ? await idsOf(pool, teacher) : {}
  const signedIn = await Promise.all(
    people.map(async (one): Promise<Persona> => {
      const { position, name, place, person } = one
      const ids = position === 'SCHOOL_INSPECTOR' ? await idsOf(pool, one) : below
      const token = await signToken(secret, { role: 'PERSON', person }, hours)
      return { persona: personas[position], name, place, token, ids: { ...office, ...ids } }
    }),
  )
  const roles = await Promise.all(
    (['ANALYST', 'OPERATOR'] as const).map(async (role): Promise<Persona> => {
      const token = await signToken(secret, { role }, hours)
      const seen = role === 'OPERATOR' ? below : {}
      return { persona: rolesOf[role], name: titles[role], place: null, token, ids: { ...office, ...seen } }
    }),
  )
  return [...signedIn, ...roles]
}

/** The newest row of each kind about an assignment. */
async function idsOf(pool: Pool, { person, assignment, school }: SamplePerson): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ prefix: string; key: string }>(
    `select prefix, (array_agg(key order by period_code desc, key desc))[1] as key from (
       select 'pln' as prefix, id as key, period_code from plan where assignment_id = $1
       union all select 'obs', observation.id, period_code from observation join plan on plan.id = plan_id where plan.assignment_id = $1
       union all select 'evd', evidence.id, period_code from evidence join plan on plan.id = plan_id where assignment_id = $1
       union all select 'apr', id, period_code from appraisal where assignment_id = $1 and status <> 'DRAFT'
     ) mine group by prefix`,
    [assignment],
  )
  const { prefix: per } = identified.Person
  const { prefix: asg } = identified.Assignment
  const { prefix: sch } = identified.School
  return Object.fromEntries([
    [per, `${per}_${person}`],
    [asg, `${asg}_${assignment}`],
    ...(school ? [[sch, `${sch}_${school}`]] : []),
    ...rows.map(({ prefix, key }) => [prefix, `${prefix}_${key}`]),
  ])
}
