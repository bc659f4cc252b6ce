import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ApiError, operation } from '../../sdk/index.ts'
import { everybody, makeDistrict, type Name, sight } from '../district.ts'
import { Random } from '../reader/random.ts'
import { server } from '../support.ts'

const seed = Number(process.env['SEED'] ?? 2026)

type District = Awaited<ReturnType<typeof makeDistrict>>

const nodesOperation = operation<{ nodes: ({ id: string } | null)[] }, { ids: string[] }>(
  'query nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }',
)
const rowsOperation = operation<
  { teachers: { nodes: { person: { id: string } }[] }; supervisors: { nodes: { person: { id: string } }[] } },
  { part: string }
>(`query rows($part: String) {
  teachers(filter: { nameContains: $part }) { nodes { person { id } } }
  supervisors(filter: { nameContains: $part }) { nodes { person { id } } }
}`)

/** Somebody of a district, the ids of all that he sees there today, and how he asks. */
const userOf = async (district: District, name: Name) => ({
  client: await district.signIn(name),
  seen: new Set(sight[name].map(district.person)),
})

const idsOf = (district: District) => everybody.map(district.person)

test('D13: 400 requests of 42 people on four connections, a third of them broken off, bring nobody a foreign row', async () => {
  const { pool } = await server()
  pool.options.max = 4
  const random = new Random(seed)
  const districts = await Promise.all(Array.from({ length: 7 }, () => makeDistrict()))
  const users = await Promise.all(districts.flatMap((district) => everybody.map((name) => userOf(district, name))))
  const all = districts.flatMap(idsOf)
  const outcomes = await Promise.all(
    Array.from({ length: 400 }, async () => {
      const { client, seen } = random.pick(users)
      const [kind, breaksOff, patience] = [random.below(10), random.chance(33), random.below(60)]
      const stop = new AbortController()
      if (breaksOff) void wait(patience).then(() => stop.abort())
      const { signal } = stop
      try {
        if (kind < 5) {
          const { nodes } = await client.run(nodesOperation, { ids: all }, { signal })
          expect(nodes.map((node) => node?.id)).toEqual(all.map((id) => (seen.has(id) ? id : undefined)))
        } else {
          // PostgreSQL itself refuses the character, and the statement fails
          const part = kind === 9 ? '\0' : ''
          const { teachers, supervisors } = await client.run(rowsOperation, { part }, { signal })
          const found = [...teachers.nodes, ...supervisors.nodes].map(({ person }) => person.id)
          expect(found.filter((id) => !seen.has(id))).toEqual([])
        }
        return 'ANSWERED'
      } catch (error) {
        if (ApiError.is(error)) return error.code
        throw error
      }
    }),
  )
  // who waits too long for a connection is sent away
  const kinds = new Set(outcomes.filter((outcome) => outcome !== 'SERVICE_UNAVAILABLE'))
  expect(kinds).toEqual(new Set(['ANSWERED', 'ABORTED', 'BAD_USER_INPUT']))

  const connections = await Promise.all(Array.from({ length: 4 }, () => pool.connect()))
  for (const connection of connections) {
    const { rows } = await connection.query(`select current_setting('plan_cache_mode') as plans,
      coalesce(current_setting('app.user', true), '') as viewer, current_user = session_user as "isItself"`)
    connection.release()
    expect(rows).toEqual([{ plans: 'force_generic_plan', viewer: '', isItself: true }])
  }
})

test('D15: two people who ask for the same ids at the same time are each answered by their own right', async () => {
  const district = await makeDistrict()
  const ids = idsOf(district)
  const [ratna, sari] = await Promise.all([userOf(district, 'Ratna'), userOf(district, 'Sari')])
  const rounds = Array.from({ length: 60 }, (_, round) => (round % 2 ? ratna : sari))
  await Promise.all(
    rounds.map(async ({ client, seen }) => {
      const { nodes } = await client.run(nodesOperation, { ids })
      expect(nodes.map((node) => node?.id)).toEqual(ids.map((id) => (seen.has(id) ? id : undefined)))
    }),
  )
})
