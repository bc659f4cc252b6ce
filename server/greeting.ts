import { signToken } from './access/token.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { toldOffice } from './sample/load.ts'

const hours = 12

/** What the terminal shows when the server is ready: address, what is loaded, and a request to paste for each kind of viewer. */
export async function greet({ pool }: Database, { authSecret, production }: Config, url: string): Promise<string> {
  const { rows } = await pool.query<{ people: string; schools: string; assignments: string }>(
    `select (select count(*) from person) as people, (select count(*) from school) as schools,
       (select count(*) from assignment) as assignments`,
  )
  const count = (value = '0') => Number(value).toLocaleString('en')
  const loaded = `${count(rows[0]?.people)} people, ${count(rows[0]?.schools)} schools, ${count(rows[0]?.assignments)} assignments`
  const ready = `\nKinerja Graph is ready at ${url}\n${loaded}\n`
  if (production) return ready
  const samples = await people(pool)
  const requests = await Promise.all(
    samples.map(async ({ title, query, ...who }) => {
      const token = await signToken(authSecret, who, hours)
      return `\n${title}\n${curl(url, token, query)}\n`
    }),
  )
  return `${ready}${requests.join('')}\nThe tokens last ${hours} hours; \`npm run token\` makes more. Ctrl-C stops.\n`
}

/** Somebody of each kind: an office head, a principal below him, a teacher below her; and an operator. */
async function people(pool: Database['pool']) {
  const { rows } = await pool.query<{ position: keyof typeof queries; name: string; person: string; id: string }>(
    `with head as (
       select id from assignment where position = 'OFFICE_HEAD' and upper_inf(validity)
         order by office_code = '${toldOffice}' desc, office_code desc, key limit 1
     ), line as (
       select id, 0 as depth from head
       union all (
         select descendant_id, depth from supervision_path join head on ancestor_id = head.id
         where capacity = 'APPRAISER' and upper_inf(supervision_path.validity)
       )
     )
     select distinct on (position) position, person.name, person.id as person, line.id
     from line join assignment on assignment.id = line.id join person on person.id = assignment.person_id
     where position in ('OFFICE_HEAD', 'PRINCIPAL') or (position = 'TEACHER' and depth = 2)
     order by position, assignment.key`,
  )
  const signedIn = rows.map(({ position, name, person, id }) => ({
    title: `${titles[position]}: ${name}`,
    role: 'PERSON' as const,
    person,
    query: queries[position](`asg_${id}`),
  }))
  return [...signedIn.reverse(), { title: 'An operator', role: 'OPERATOR' as const, query: queries.OPERATOR() }]
}

const titles: Readonly<Record<string, string>> = {
  TEACHER: 'A teacher',
  PRINCIPAL: 'A principal',
  OFFICE_HEAD: 'An office head',
}

const queries = {
  TEACHER: (id: string) =>
    `{ supervisionChain(assignment: "${id}") { depth name position place } assignment(id: "${id}") { person { name } plan(period: "2024-S1") { status appraisal { content { predicate } } } } }`,
  PRINCIPAL: (id: string) =>
    `{ assignment(id: "${id}") { school { name } subordinates(first: 5) { totalCount nodes { person { name } plan(period: "2026") { status } } } } }`,
  OFFICE_HEAD: (id: string) =>
    `{ supervisionTree(root: "${id}", first: 5) { totalCount nodes { depth descendantCount assignment { position person { name } } } } }`,
  OPERATOR: () => '{ offices(first: 5) { totalCount nodes { code name head { person { name nip } } } } }',
}

const curl = (url: string, token: string, query: string) =>
  `curl -s ${url} -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${JSON.stringify({ query })}'`
