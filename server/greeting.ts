import { signToken } from './access/token.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { samplePeople } from './sample/people.ts'

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

/** Somebody of each kind: a teacher, a principal above her, an office head above both; and an operator. */
async function people(pool: Database['pool']) {
  const signedIn = (await samplePeople(pool)).flatMap(({ position, name, person, assignment }) =>
    position === 'SCHOOL_INSPECTOR'
      ? []
      : {
          title: `${titles[position]}: ${name}`,
          role: 'PERSON' as const,
          person,
          query: queries[position](`asg_${assignment}`),
        },
  )
  return [...signedIn.reverse(), { title: 'An operator', role: 'OPERATOR' as const, query: queries.OPERATOR() }]
}

const titles = {
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
