import { beforeAll, expect, test } from 'vitest'
import collection from '../sdk/generated/collection.json' with { type: 'json' }
import { signToken } from '../server/access/token.ts'
import { loadSampleIfEmpty } from '../server/sample/load.ts'
import { post, secret, server, signInOperator } from './support.ts'

type Persona = keyof typeof collection.personas

/** Who each persona may be, by the token; what one of them may not, another may. */
let tokens: Readonly<Record<Persona, readonly string[]>>

/** Ids of the sample in the place of those that stand for any. */
let idsOf: (persona: Persona) => Readonly<Record<string, string>>

beforeAll(async () => {
  const { database } = await server()
  await loadSampleIfEmpty(database)
  const { rows } = await database.pool.query<{ position: string; person: string; assignment: string; nip: string }>(
    `select distinct on (position) position, person_id as person, assignment.id as assignment, nip
     from assignment join person on person.id = person_id left join school on npsn = school_npsn
     where '35.79' in (assignment.office_code, school.office_code) and upper_inf(validity) order by position, assignment.key`,
  )
  const somebody = (position: string) => {
    const row = rows.find((each) => each.position === position)
    if (!row) throw new Error(`the sample has no ${position} in Kota Batu`)
    return row
  }
  const person = (position: string) => signToken(secret, { role: 'PERSON', person: somebody(position).person }, 1)
  const operator = await signInOperator()
  const key = await operator.createApiKey({
    input: {
      name: 'Kota Batu',
      office: 'off_35.79',
      scopes: ['SUPERVISION_READ', 'PLAN_READ', 'APPRAISAL_READ', 'EVIDENCE_READ'],
    },
  })
  tokens = {
    teacher: [await person('TEACHER')],
    principal: [await person('PRINCIPAL')],
    office: await Promise.all(['OFFICE_HEAD', 'SCHOOL_INSPECTOR', 'OFFICE_ADMIN'].map(person)),
    operator: [await signToken(secret, { role: 'OPERATOR' }, 1)],
    analyst: [await signToken(secret, { role: 'ANALYST' }, 1)],
    application: [key.secret],
  }
  idsOf = (persona) => {
    const { person: id, assignment, nip } = somebody(persona === 'principal' ? 'PRINCIPAL' : 'TEACHER')
    return { per: `per_${id}`, asg: `asg_${assignment}`, nip }
  }
})

const withIds = (variables: object, ids: Readonly<Record<string, string>>): object =>
  JSON.parse(
    JSON.stringify(variables)
      .replaceAll(/(per|asg)_01890000-0000-7000-8000-000000000000/g, (id, prefix: string) => ids[prefix] ?? id)
      .replace('198507142010012001', ids['nip'] ?? ''),
  )

/** What nobody hears who asks for what is his, as it should be asked: what there is not, or not any more, he may hear. */
const wrong = [
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'QUERY_TOO_LARGE',
  'INTERNAL',
]

/** The codes that asking ends with and should not; none when it is answered. */
async function ask(persona: Persona, token: string, name: string): Promise<string[]> {
  const { document, variables } = operations[name] ?? { document: '', variables: {} }
  const body = JSON.stringify({ query: document, variables: withIds(variables, idsOf(persona)) })
  const { text } = await post(body, { authorization: `Bearer ${token}` })
  expect(text).toMatch(/^{"(data|errors)":/)
  return [...text.matchAll(/"code":"([A-Z_]+)"/g)].flatMap(([, code]) => (code && wrong.includes(code) ? [code] : []))
}

const operations: Readonly<Record<string, { document: string; variables: object }>> = collection.operations
// a subscription is answered for as long as it is listened to: `live.rights.test.ts` holds who may
const isAsked = (name: string) => !operations[name]?.document.startsWith('subscription')

test.each(Object.keys(collection.personas) as Persona[])(
  '%s may ask for all that the collection offers',
  async (persona) => {
    const refused: string[] = []
    for (const name of collection.personas[persona].operations.filter(isAsked)) {
      const heard = await Promise.all(tokens[persona].map((token) => ask(persona, token, name)))
      // of an office, somebody
      if (heard.every((codes) => codes.length > 0)) refused.push(`${name}: ${heard.flat().join(', ')}`)
    }
    expect(refused).toEqual([])
  },
)

test("what is somebody else's is refused, so that the tests above can fail", async () => {
  const [teacher = ''] = tokens.teacher
  expect(await ask('teacher', teacher, 'auditEntries')).toEqual(['FORBIDDEN'])
  expect(await ask('teacher', teacher, 'extendWindow')).toEqual(['FORBIDDEN'])
})

test("every operation is somebody's", () => {
  const offered = new Set(Object.values(collection.personas).flatMap((persona) => persona.operations))
  expect([...offered].sort()).toEqual(Object.keys(operations).sort())
})
