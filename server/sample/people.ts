import type { Pool } from 'pg'
import { toldOffice } from './load.ts'

/** Somebody whom a developer may become. */
export interface SamplePerson {
  readonly position: 'OFFICE_HEAD' | 'SCHOOL_INSPECTOR' | 'PRINCIPAL' | 'TEACHER'
  readonly name: string
  /** Keys. */
  readonly person: string
  readonly assignment: string
  /** Where he works: a school or an office. */
  readonly place: string
  readonly school: string | null
}

/** The head of the office whose story is told, an inspector there, a principal below, and a teacher: whoever is found of them, the highest first. */
export async function samplePeople(pool: Pool): Promise<SamplePerson[]> {
  const { rows } = await pool.query<SamplePerson>(
    `with head as (
       select id, office_code from assignment where position = 'OFFICE_HEAD' and upper_inf(validity)
         order by office_code = $1 desc, office_code desc, key limit 1
     ), line as (
       select id, 0 as depth from head
       union all (
         select descendant_id, depth from supervision_path join head on ancestor_id = head.id
         where capacity = 'APPRAISER' and upper_inf(supervision_path.validity)
       )
     )
     select distinct on (position) position, person.name, person.id as person, line.id as assignment,
       coalesce(school.name, office.name) as place, school.npsn as school
     from line join assignment on assignment.id = line.id join person on person.id = assignment.person_id
     left join school on school.npsn = assignment.school_npsn left join office on office.code = assignment.office_code
     where position in ('OFFICE_HEAD', 'SCHOOL_INSPECTOR', 'PRINCIPAL') or (position = 'TEACHER' and depth = 2)
     order by position, assignment.key`,
    [toldOffice],
  )
  return rows
}
