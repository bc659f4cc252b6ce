import type { Pool } from 'pg'

/** Somebody who stands above a post for a time. */
interface Edge {
  readonly capacity: 'APPRAISER' | 'WORK_TEAM'
  readonly from: string
  readonly until: string | null
  readonly assignment: string
  readonly person: string
}

/** A post at a school of the office: who plans, observes and appraises. */
export interface Post {
  readonly assignment: string
  readonly person: string
  readonly name: string
  readonly position: 'TEACHER' | 'PRINCIPAL'
  readonly basis: 'DEFINITIVE' | 'ACTING'
  readonly employment: string
  readonly ownership: string
  readonly school: string
  /** Which school of the office it is, and which post of that school: from 0. */
  readonly schoolIndex: number
  readonly index: number
  readonly from: string
  readonly until: string | null
  /** The indicators of the school's report card, the weakest first. */
  readonly weakest: readonly string[]
  readonly above: readonly Edge[]
}

const query = `
  select post.id as assignment, post.person_id as person, person.name, post.position, post.basis, person.employment, school.ownership,
    school.name as school, (dense_rank() over (order by school.npsn) - 1)::int as "schoolIndex",
    (row_number() over (partition by school.npsn, post.position order by post.key) - 1)::int as index,
    lower(post.validity)::text as "from", upper(post.validity)::text as "until",
    array(select indicator_code from report_card_score where school_npsn = school.npsn order by score, indicator_code) as weakest,
    (select coalesce(json_agg(json_build_object('capacity', capacity, 'from', lower(edge.validity), 'until', upper(edge.validity),
       'assignment', above.id, 'person', above.person_id) order by lower(edge.validity)), '[]')
     from supervision edge join assignment above on above.id = supervisor_id where subordinate_id = post.id) as above
  from assignment post join person on person.id = post.person_id join school on school.npsn = post.school_npsn
  where school.office_code = $1
  order by school.npsn, post.position desc, post.key`

/** Everybody at the schools of an office. */
export async function castOf(pool: Pick<Pool, 'query'>, office: string): Promise<readonly Post[]> {
  return (await pool.query<Post>(query, [office])).rows
}

/** The head of an office: the key of the person. */
export async function headOf(pool: Pick<Pool, 'query'>, office: string): Promise<string> {
  const { rows } = await pool.query<{ person: string }>(
    `select person_id as person from assignment where office_code = $1 and position = 'OFFICE_HEAD' order by key limit 1`,
    [office],
  )
  if (!rows[0]) throw new Error(`the sample has no head of ${office}`)
  return rows[0].person
}

/** Who stands directly above a post on a day; undefined where nobody does. */
export const aboveOn = ({ above }: Post, capacity: Edge['capacity'], day: string): Edge | undefined =>
  above.find((edge) => edge.capacity === capacity && edge.from <= day && (edge.until === null || day < edge.until))
