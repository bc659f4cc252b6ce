import type { EntityManager } from '@mikro-orm/postgresql'
import type { Relation } from '../access/policy.ts'
import { administered, officesAt } from '../access/relation.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import type { Asking } from '../reader/asking.ts'
import { type Sql, sql } from '../reader/sql.ts'

/** The codes of the offices that the viewer administers on the day: his own, and those below it. */
export const officesAdministered = (asking: Asking): Sql => sql`any(array(${officesAt(administered(asking))}))`

/** What a viewer is to an office on the day. */
export async function relationsTo(
  office: string,
  { role, person }: Viewer,
  em: EntityManager,
  day = today(),
): Promise<Relation[]> {
  if (role === 'OPERATOR') return ['OPERATOR']
  if (!person) return []
  const posts = await em.execute<{ relation: Relation }[]>(
    `select distinct case position when 'OFFICE_HEAD' then 'SUPERIOR' else position end as relation
     from assignment join office on assignment.office_code in (office.code, office.parent_code)
     where office.code = ? and person_id = ?::uuid and validity @> ?::date
       and (position = 'OFFICE_ADMIN' or position = 'OFFICE_HEAD' and assignment.office_code = office.code)`,
    [office, person, day],
  )
  return posts.map(({ relation }) => relation)
}
