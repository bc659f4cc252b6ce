import { expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { implies } from '../server/reader/owner.ts'
import { makeDistrict } from './district.ts'
import { post, secret, server, signInOperator } from './support.ts'

/** An agreed plan of Sari's with an observation and a piece of evidence; Budi is her supervisor. */
async function makePlan() {
  const { database } = await server()
  const district = await makeDistrict()
  const id = district.assignment('Sari').slice(4)
  await database.pool.query(
    `with planned as (
      insert into plan values (gen_random_uuid(), $1, '2024-S1', 'AGREED', 4, 'DIRECT', 'FULL', null, 'POSITIVE_DISCIPLINE', '{}', '[]', '[]',
        '[]', null, '{}', false, false, '2024-02-01', null, null) returning id
    ), observed as (
      insert into observation select gen_random_uuid(), id, $1, 1, 'PREPARING', 1, '2024-02-01', '{"behaviours":[],"efforts":[]}', null, null,
        null, '[]', null, null from planned
    )
    insert into evidence select gen_random_uuid(), id, 'ATTACHED', 1, 'DUTY', null, 'Wali kelas', null, 'DECREE', 'SK', 'Dinas', null, null,
      '2024-01-02', null, null, 'Ada di map', null, '2024-02-01' from planned`,
    [id],
  )
  return { district, query: (asked: string) => `{ assignment(id: "asg_${id}") { id ${asked} } }` }
}

async function ask(query: string, authorization: string) {
  const { text } = await post(JSON.stringify({ query }), { authorization, 'x-explain': '1' })
  const { data, extensions } = JSON.parse(text)
  return { assignment: data.assignment, statement: String(extensions.reader?.statement) }
}

/** How often a statement looks up what the viewer is to somebody. */
const lookUps = (statement: string) => statement.split('supervision_path').length - 1

test('what the viewer is to an assignment is looked up where less is enough to see the row than above it, and else not again', async () => {
  const { district, query } = await makePlan()
  const token = await signToken(secret, { role: 'PERSON', person: district.person('Budi').slice(4) }, 1)
  const look = async (asked: string) => lookUps((await ask(query(asked), `Bearer ${token}`)).statement)
  const once = await look('')
  expect(once).toBeGreaterThan(0)
  expect(await look('plan(period: "2024-S1") { status observations { status } }')).toBe(once)
  expect(await look('plan(period: "2024-S1") { evidence { title } }')).toBe(2 * once)
  expect(await look('plan(period: "2024-S1") { evidence { title history { at } assignment { id } } }')).toBe(2 * once)
  // by another way it is another row
  expect(await look('person { assignments { id } }')).toBe(2 * once)
})

test('a program is given below a plan what its key is for, and nothing else', async () => {
  const { district, query } = await makePlan()
  const operator = await signInOperator()
  const below = query('plan(period: "2024-S1") { observations { number } evidence { title } }')
  const read = async (...scopes: ('PLAN_READ' | 'EVIDENCE_READ' | 'APPRAISAL_READ' | 'SUPERVISION_READ')[]) => {
    const key = await operator.createApiKey({ input: { name: 'SIMPEG', office: district.office, scopes } })
    return (await ask(below, `Bearer ${key.secret}`)).assignment.plan
  }
  expect(await read('SUPERVISION_READ')).toBeNull()
  expect(await read('SUPERVISION_READ', 'PLAN_READ')).toEqual({ observations: [], evidence: [] })
  const all = await read('SUPERVISION_READ', 'PLAN_READ', 'EVIDENCE_READ', 'APPRAISAL_READ')
  expect(all).toEqual({ observations: [{ number: 1 }], evidence: [{ title: 'SK' }] })
})

test('one right follows from another if whatever gave that gives this', () => {
  expect(implies(['SELF', 'SUPERVISOR'], ['SUPERVISOR', 'SELF', 'OFFICE_ADMIN'])).toBe(true)
  expect(implies(['SELF', 'OFFICE_ADMIN'], ['SELF'])).toBe(false)
  expect(implies([], ['SELF'])).toBe(false)
  expect(implies(null, ['SELF'])).toBe(false)
})
