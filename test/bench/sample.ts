import type { Pool } from 'pg'
import { signToken } from '../../server/access/token.ts'
import { today } from '../../server/calendar.ts'
import type { Sample } from './workloads/workload.ts'

/** What our server signs tokens with, while it is measured. */
export const secret = 'a secret that only the benchmark knows of'

/** Somebody who asks our server, and what there is to ask for. */
export interface Visitor {
  readonly token: string
  readonly sample: Sample
}

/** An operator, who sees everything. */
export function operator(pool: Pool): Promise<Visitor> {
  return visitor(pool, { role: 'OPERATOR' }, '%')
}

/** The head of the first district's office, who sees the people of the district. */
export async function officeHead(pool: Pool): Promise<Visitor> {
  const { rows } = await pool.query<{ person: string; office: string }>(
    `select person_id as person, office_code as office from assignment
     where position = 'OFFICE_HEAD' and length(office_code) = 5 and validity @> $1::date order by office_code limit 1`,
    [today()],
  )
  if (!rows[0]) throw new Error('there is no office head')
  return visitor(pool, { role: 'PERSON', person: rows[0].person }, rows[0].office)
}

async function visitor(
  pool: Pool,
  who: { role: 'OPERATOR' | 'PERSON'; person?: string },
  office: string,
): Promise<Visitor> {
  const token = await signToken(secret, who, 24)
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number }
  const day = today()
  const list = async (statement: string, ...values: unknown[]): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(statement, values)
    return rows.map(({ id }) => id)
  }
  const [period = '2026'] = await list(`select code as id from period where validity @> $1::date`, day)
  const [year = '2023'] = await list(`select max(year) as id from report_card_score`)
  return {
    token,
    sample: {
      day,
      period,
      year: Number(year),
      people: await list(
        `select person_id as id from assignment a join school on npsn = school_npsn
         where position = 'TEACHER' and validity @> $2::date and school.office_code like $1 and length(school.office_code) = 5
         order by md5(a.key) limit 400`,
        office,
        day,
      ),
      schools: await list(
        `select npsn as id from school where office_code like $1 and length(office_code) = 5 order by md5(npsn) limit 300`,
        office,
      ),
      offices: await list(
        `select code as id from office where code like $1 and length(code) = 5 order by code`,
        office,
      ),
      heads: await list(
        `select id from assignment where position = 'OFFICE_HEAD' and validity @> $2::date and office_code like $1 and length(office_code) = 5
         order by office_code limit 40`,
        office,
        day,
      ),
      viewer: { role: who.role, expiresAt: new Date(exp * 1000).toISOString() },
    },
  }
}
