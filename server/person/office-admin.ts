import type { EntityManager } from '@mikro-orm/postgresql'
import type { Relation } from '../access/policy.ts'
import { administered, officesAt } from '../access/relation.ts'
import type { Viewer } from '../access/viewer.ts'
import { today } from '../calendar.ts'
import type { Asking } from '../reader/asking.ts'
import { type Sql, sql } from '../reader/sql.ts'

/** The codes of the offices that the viewer administers on the day: his own, and those below it. */
export const officesAdministered = (asking: Asking): Sql => sql`any(array(${officesAt(administered(asking))}))`

/** What a viewer is to an office today. */
export async function relationsTo(office: string, { role, person }: Viewer, em: EntityManager): Promise<Relation[]> {
  if (role === 'OPERATOR') return ['OPERATOR']
  if (!person) return []
  const posts = await em.execute<object[]>(
    `select from assignment join office on assignment.office_code in (office.code, office.parent_code)
     where office.code = ? and person_id = ?::uuid and position = 'OFFICE_ADMIN' and validity @> ?::date limit 1`,
    [office, person, today()],
  )
  return posts.length ? ['OFFICE_ADMIN'] : []
}
