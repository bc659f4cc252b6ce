import { v7 as newId } from 'uuid'
import { areas } from '../server/organisation/area.ts'
import { refreshPaths } from '../server/supervision/path.ts'
import { clientOf, server } from './support.ts'

/** Who is in a district. */
export const everybody = ['Ratna', 'Dewi', 'Hadi', 'Budi', 'Sari', 'Agus'] as const

export type Name = (typeof everybody)[number]

/** Who sees whose row today: self, those above in the tree of appraisers, and Dewi, on whose work team Budi is. */
export const sight: Readonly<Record<Name, readonly Name[]>> = {
  Ratna: ['Ratna', 'Dewi', 'Budi', 'Sari', 'Agus'],
  Dewi: ['Dewi', 'Budi'],
  Hadi: ['Hadi'],
  Budi: ['Budi', 'Sari', 'Agus'],
  Sari: ['Sari'],
  Agus: ['Agus'],
}

interface Post {
  name: Name
  position: string
  at: 'office' | 'school'
  employment?: string
  from?: string
  until?: string
}

/** Who works in a district: its office, and one school whose principal changed on 2 January 2024. */
const posts: readonly Post[] = [
  { name: 'Ratna', position: 'OFFICE_HEAD', at: 'office' },
  { name: 'Dewi', position: 'SCHOOL_INSPECTOR', at: 'office' },
  { name: 'Hadi', position: 'PRINCIPAL', at: 'school', until: '2024-01-02' },
  { name: 'Budi', position: 'PRINCIPAL', at: 'school', from: '2024-01-02' },
  { name: 'Sari', position: 'TEACHER', at: 'school' },
  { name: 'Agus', position: 'TEACHER', at: 'school', employment: 'PPPK' },
]

/** Who rates whom; `Dewi` observes Budi as work team besides. */
const appraisers: readonly [Name, Name, string, string?][] = [
  ['Dewi', 'Ratna', '2023-07-01'],
  ['Hadi', 'Ratna', '2023-07-01', '2024-01-02'],
  ['Budi', 'Ratna', '2024-01-02'],
  ['Sari', 'Hadi', '2023-07-01', '2024-01-02'],
  ['Agus', 'Hadi', '2023-07-01', '2024-01-02'],
  ['Sari', 'Budi', '2024-01-02'],
  ['Agus', 'Budi', '2024-01-02'],
]

let made = 0

/** A district of a test's own, with its people; nobody else is in it. */
export async function makeDistrict() {
  const { database } = await server()
  const number = ++made
  const area = areas().filter(({ level }) => level === 'DISTRICT')[number - 1]
  if (!area?.parent) throw new Error('there are no more districts')
  const { code, parent } = area
  const npsn = String(50_000_000 + number)
  const people = Object.fromEntries(posts.map(({ name }) => [name, newId()])) as Record<Name, string>
  const assignments = Object.fromEntries(posts.map(({ name }) => [name, newId()])) as Record<Name, string>
  // a hundred districts to a year of appointment
  const nip = (name: Name) =>
    `19850714${2010 + Math.floor(number / 100)}012${String(number % 100).padStart(2, '0')}${posts.findIndex((post) => post.name === name)}`

  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`insert into office values ($1, $2, 'PROVINCE') on conflict do nothing`, [
      parent,
      `Dinas ${parent}`,
    ])
    await client.query(`insert into office values ($1, $2, 'DISTRICT', $3)`, [
      code,
      `Dinas Pendidikan ${area.name}`,
      parent,
    ])
    await client.query(`insert into school values ($1, $2, 'SD', 'STATE', $3, $3)`, [npsn, `SD Negeri ${number}`, code])
    for (const { name, employment = 'PNS', ...post } of posts) {
      await client.query(
        `insert into person (id, key, name, nip, employment, sex, birth_date, email)
         values ($1, $2, $3, $4, $5, 'F', '1985-07-14', $6)`,
        [
          people[name],
          `P-${code}-${name}`,
          name,
          nip(name),
          employment,
          `${name.toLowerCase()}.${number}@guru.example.id`,
        ],
      )
      const { position, at, from = '2023-07-01', until = null } = post
      const place = at === 'school' ? [npsn, null] : [null, code]
      await client.query(
        `insert into assignment (id, key, person_id, position, basis, school_npsn, office_code, validity)
         values ($1, $2, $3, $4, 'DEFINITIVE', $5, $6, daterange($7, $8))`,
        [assignments[name], `A-${code}-${name}`, people[name], position, ...place, from, until],
      )
    }
    const supervise = (
      capacity: string,
      subordinate: Name,
      supervisor: Name,
      from: string,
      until: string | null = null,
    ) =>
      client.query(`insert into supervision values ($1, $2, $3, $4, daterange($5, $6))`, [
        newId(),
        assignments[subordinate],
        assignments[supervisor],
        capacity,
        from,
        until,
      ])
    for (const edge of appraisers) await supervise('APPRAISER', ...edge)
    await supervise('WORK_TEAM', 'Budi', 'Dewi', '2024-01-02')
    await client.query('create temp table changed on commit drop as select subordinate_id as id from supervision')
    await refreshPaths(client, 'changed')
    await client.query('commit')
  } finally {
    client.release()
  }

  return {
    code,
    office: `off_${code}`,
    area: `are_${code}`,
    province: `are_${parent}`,
    school: `sch_${npsn}`,
    nip,
    person: (name: Name) => `per_${people[name]}`,
    assignment: (name: Name) => `asg_${assignments[name]}`,
    /** The SDK as that person uses it. */
    signIn: (name: Name) => clientOf({ role: 'PERSON', person: people[name] }),
  }
}

/** Makes somebody an administrator of his district's office, or of another one. */
export async function appoint(
  name: Name,
  { code, person }: Pick<Awaited<ReturnType<typeof makeDistrict>>, 'code' | 'person'>,
  { office = code, from = '2023-07-01', until }: { office?: string; from?: string; until?: string } = {},
): Promise<void> {
  const { database } = await server()
  await database.pool.query(
    `insert into assignment (id, key, person_id, position, basis, office_code, validity)
     values ($1, $2, $3, 'OFFICE_ADMIN', 'DEFINITIVE', $4, daterange($5, $6))`,
    [newId(), `A-${code}-${name}-${office}-${from}`, person(name).slice(4), office, from, until],
  )
}
