import { v7 as newId } from 'uuid'
import { refreshPaths } from '../server/supervision/path.ts'
import type { makeDistrict } from './district.ts'
import { clientOf, server } from './support.ts'

type District = Awaited<ReturnType<typeof makeDistrict>>

interface Post {
  position: string
  at: 'office' | 'province' | 'school'
  basis?: string
  from?: string
  until?: string | null
}

/** Gives somebody new, or somebody of before, a post in a district. */
export async function appoint(
  district: District,
  { position, at, basis = 'DEFINITIVE', from = '2023-07-01', until = null }: Post,
  before?: string,
) {
  const { pool } = (await server()).database
  const [assignment, fresh] = [newId(), newId()]
  const person = before?.slice(4) ?? fresh
  if (!before) {
    await pool.query(
      `insert into person (id, key, name, employment, sex, birth_date) values ($1, $2, 'Wati', 'PNS', 'F', '1980-02-28')`,
      [person, `P-${fresh}`],
    )
  }
  const province = district.province.slice(4)
  const place = at === 'school' ? [district.school.slice(4), null] : [null, at === 'office' ? district.code : province]
  await pool.query(
    `insert into assignment (id, key, person_id, position, basis, school_npsn, office_code, validity)
     values ($1, $2, $3, $4, $5, $6, $7, daterange($8, $9))`,
    [assignment, `A-${assignment}`, person, position, basis, ...place, from, until],
  )
  return {
    person: `per_${person}`,
    assignment: `asg_${assignment}`,
    signIn: () => clientOf({ role: 'PERSON', person }),
  }
}

/** Puts one assignment below another. */
export async function supervise(
  capacity: 'APPRAISER' | 'WORK_TEAM',
  subordinate: string,
  supervisor: string,
  from = '2023-07-01',
  until: string | null = null,
) {
  const client = await (await server()).database.pool.connect()
  try {
    await client.query('begin')
    const id = subordinate.slice(4)
    const edge = [newId(), id, supervisor.slice(4), capacity, from, until]
    await client.query('insert into supervision values ($1, $2, $3, $4, daterange($5, $6))', edge)
    await client.query('create temp table changed (id uuid) on commit drop')
    await client.query('insert into changed values ($1)', [id])
    await refreshPaths(client, 'changed')
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** Ends a line of supervision on a day. */
export async function endSupervision(subordinate: string, supervisor: string, until: string) {
  const client = await (await server()).database.pool.connect()
  try {
    await client.query('begin')
    const ids = [subordinate.slice(4), supervisor.slice(4)]
    await client.query(
      `update supervision set validity = daterange(lower(validity), $3) where subordinate_id = $1 and supervisor_id = $2
       and upper(validity) is null`,
      [...ids, until],
    )
    await client.query('create temp table changed (id uuid) on commit drop')
    await client.query('insert into changed values ($1)', [ids[0]])
    await refreshPaths(client, 'changed')
    await client.query('commit')
  } finally {
    client.release()
  }
}
