import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { signToken } from '../server/access/token.ts'
import { unmet } from '../server/appraisal/distribution.ts'
import { OrganisationGrade, Predicate } from '../server/generated/schema.ts'
import { appoint, supervise } from './appoint.ts'
import { type District, makeAppraisal, office, planOf, refusal } from './appraisal/scene.ts'
import { makeDistrict } from './district.ts'
import { clientOf, post, secret, server, signInOperator } from './support.ts'

// appraisal of 2026 has no calendar that a source gives: it is open all year
beforeAll(() => server({ clock: () => new Date('2026-12-10T03:00:00Z') }))

test('only the head of the office sets its predicate; everybody who is signed in may see it', async () => {
  const { district, budi, ratna } = await makeAppraisal()
  const elsewhere = await makeDistrict()
  for (const client of [budi, await elsewhere.signIn('Ratna'), await signInOperator()])
    await expect(client.setOrganisationPredicate({ input: office(district) })).rejects.toEqual(refusal('FORBIDDEN'))
  await ratna.setOrganisationPredicate({ input: office(district) })
  const query = `{ node(id: "${district.office}") { ... on Office { organisationPredicate(period: "2026") { grade } } } }`
  const token = await signToken(secret, { role: 'ANALYST' }, 1)
  const { text } = await post(JSON.stringify({ query }), { authorization: `Bearer ${token}` })
  expect(JSON.parse(text).data).toEqual({ node: { organisationPredicate: { grade: 'GOOD' } } })
})

test('of several who set a predicate at once, one does', async () => {
  const { district, ratna } = await makeAppraisal()
  const all = await Promise.allSettled(
    Array.from({ length: 8 }, () => ratna.setOrganisationPredicate({ input: office(district) })),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of all) if (outcome.status === 'rejected') expect(outcome.reason).toEqual(refusal('CONFLICT'))
})

test('what if: the preview counts and checks as the rule does, whatever the predicates', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const plans = await makePlans(district, 10)
  const grades = fc.constantFrom(...Object.values(OrganisationGrade))
  const predicates = fc.array(fc.constantFrom(...Object.values(Predicate)), { maxLength: plans.length })
  await fc.assert(
    fc.asyncProperty(grades, predicates, async (grade, drawn) => {
      await distribute(plans, drawn)
      const found = await ratna.previewDistribution({ office: district.office, period: '2026', grade })
      const counts = Object.fromEntries(
        Object.values(Predicate).map((each) => [each, drawn.filter((one) => one === each).length]),
      )
      expect(found.total).toBe(drawn.length)
      expect(Object.fromEntries(found.shares.map(({ predicate, count }) => [predicate, count]))).toEqual(counts)
      const missed = unmet(grade, counts).map(({ english }) => english)
      expect(found.clauses.filter(({ holds }) => !holds).map(({ english }) => english)).toEqual(missed)
      expect(found.fits).toBe(missed.length === 0)
    }),
    { numRuns: 60 },
  )
})

/** So many teachers more, below the same principal, each with an agreed plan. */
async function makePlans(district: District, count: number): Promise<string[]> {
  const plans: string[] = []
  for (let made = 0; made < count; made += 1) {
    const { assignment } = await appoint(district, { position: 'TEACHER', at: 'school' })
    await supervise('APPRAISER', assignment, district.assignment('Budi'), '2024-01-02')
    plans.push(await planOf({ assignment: () => assignment }, 'Sari'))
  }
  return plans
}

/** Recommends a predicate for each of the first plans, and for the others nothing. */
async function distribute(plans: readonly string[], predicates: readonly string[]): Promise<void> {
  const { pool } = (await server()).database
  const keys = plans.map((id) => id.slice(4))
  await pool.query('delete from appraisal where plan_id = any($1)', [keys])
  await pool.query(
    `insert into appraisal select gen_random_uuid(), id, assignment_id, period_code, 'RECOMMENDED', 2, 'ORGANISATION', null, null, null,
       null, null, 'MEETS', null, '[]', 'MEETS', null, predicate, null, '[]', '[]', '{}', null, '2026-03-01', '2026-03-01', null, null
     from unnest($1::uuid[], $2::text[]) as drawn (key, predicate) join plan on id = key where predicate is not null`,
    [keys, plans.map((_, index) => predicates[index] ?? null)],
  )
}

test('strangers preview nothing', async () => {
  const client = await clientOf(undefined)
  await expect(client.previewDistribution({ office: 'off_35.78', period: '2026', grade: 'GOOD' })).rejects.toEqual(
    refusal('UNAUTHENTICATED'),
  )
})
