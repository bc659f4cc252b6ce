import { beforeAll, expect, test, vi } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { makeDistrict } from './district.ts'
import { post, server, signInOperator } from './support.ts'

// planning of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-03-02T03:00:00Z') }))

type Name = 'Sari' | 'Budi'

/** A district, and Sari's plan in it, which Budi has begun to look at. */
async function makePlan() {
  const district = await makeDistrict()
  const [sari, budi] = [await district.signIn('Sari'), await district.signIn('Budi')]
  const content = { indicator: 'ind_POSITIVE_DISCIPLINE', behaviours: ['beh_POSITIVE_DISCIPLINE.1'] }
  const input = { assignment: district.assignment('Sari'), period: '2026', content }
  const plan = (await sari.draftPlan({ input }))?.id ?? ''
  await sari.submitPlan({ input: { plan, version: 1 } })
  await budi.reviewPlan({ input: { plan, version: 2, note: 'Mulai diperiksa' } })
  return { district, sari, budi, plan }
}

type District = Awaited<ReturnType<typeof makeDistrict>>

/** The secret of a new key for the district's office, to read plans. */
async function keyFor({ office }: District): Promise<string> {
  const operator = await signInOperator()
  return (await operator.createApiKey({ input: { name: 'SIMPEG', office, scopes: ['PLAN_READ'] } })).secret
}

/** What is on record of others having read about somebody; waits until so much is written. */
async function readsOf(district: District, name: Name, count: number) {
  const client = await district.signIn(name)
  return vi.waitFor(async () => {
    const found = (await client.dataAccesses()).nodes.filter(({ action }) => action === 'READ')
    expect(found).toHaveLength(count)
    return found.map(({ type, role }) => `${type} ${role}`).sort()
  })
}

test('H4: each way of reading somebody else’s plan leaves one record, and reading one’s own none', async () => {
  const { district, sari, budi, plan } = await makePlan()
  const before = (await readsOf(district, 'Sari', 1)).length
  await budi.plan({ id: plan })
  await budi.plans({ filter: { school: district.school } })
  await sari.plan({ id: plan })
  await sari.plans()
  expect(await readsOf(district, 'Sari', before + 2)).toEqual(['Plan PERSON', 'Plan PERSON', 'Plan PERSON'])
  expect(await readsOf(district, 'Budi', 0)).toEqual([])
})

test('H4: of what a program reads in a plan, its owner and who took the steps are on record', async () => {
  const { district, plan } = await makePlan()
  const authorization = `Bearer ${await keyFor(district)}`
  await readsOf(district, 'Sari', 1)
  const { text } = await post(JSON.stringify({ query: `{ plan(id: "${plan}") { status history { name } } }` }), {
    authorization,
  })
  const history = [{ name: 'Sari' }, { name: 'Sari' }, { name: 'Budi' }]
  expect(JSON.parse(text).data.plan).toEqual({ status: 'IN_REVIEW', history })
  expect(await readsOf(district, 'Sari', 3)).toEqual(['Plan INTEGRATION', 'Plan PERSON', 'PlanStep INTEGRATION'])
  expect(await readsOf(district, 'Budi', 1)).toEqual(['PlanStep INTEGRATION'])
})

test('a program that reads plans sees whose they are, but neither numbers nor who supervises whom', async () => {
  const { district, plan } = await makePlan()
  const authorization = `Bearer ${await keyFor(district)}`
  const assignment =
    '{ person { name employment nip nuptk sex birthDate email assignments { id } } supervisor { name } supervisors { name } }'
  const query = `{ plan(id: "${plan}") { assignment ${assignment} content { indicator { code } } } }`
  const { text } = await post(JSON.stringify({ query }), { authorization })
  const hidden = { nip: null, nuptk: null, sex: null, birthDate: null, email: null }
  expect(JSON.parse(text).data.plan).toEqual({
    assignment: {
      person: { name: 'Sari', employment: expect.any(String), ...hidden, assignments: [] },
      supervisor: null,
      supervisors: [],
    },
    content: { indicator: { code: 'POSITIVE_DISCIPLINE' } },
  })
  const program = createClient({ url: (await server()).url, token: authorization.slice(7) })
  await expect(program.person({ id: district.person('Sari') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('on an earlier day nobody sees a plan that has changed since, nor an end that was still to come', async () => {
  const { district, sari, plan } = await makePlan()
  const operator = await signInOperator()
  for (const client of [sari, operator]) {
    const asOf = '2026-03-01'
    expect((await client.plans({ filter: { asOf, school: district.school } })).totalCount).toBe(0)
    await expect(client.plan({ id: plan, asOf })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
  const { database } = await server()
  await database.pool.query(`update assignment set validity = daterange(lower(validity), '2026-06-01') where id = $1`, [
    district.assignment('Sari').slice(4),
  ])
  const closedAfter = async (asOf: string) => (await operator.plan({ id: plan, asOf }))?.closedAfter
  expect(await closedAfter('2026-05-31')).toBeNull()
  expect(await closedAfter('2026-06-01')).toBe('2026-05-31')
})
