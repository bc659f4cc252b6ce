import { afterEach, beforeEach, expect, test } from 'vitest'
import { pathDifferences } from '../server/supervision/path.ts'
import { makeTown, places, staff, type Town } from './import.delivery.ts'

let town: Town

beforeEach(async () => {
  town = await makeTown()
  await town.deliver({ ...places, ...staff(4) })
})

afterEach(async () => {
  const client = await town.pool.connect()
  expect(await pathDifferences(client)).toMatchObject({ missingCount: 0, surplusCount: 0 })
  client.release()
  await town.close()
})

const edges = `select a.key || ' ' || b.key || ' ' || s.validity from supervision s
  join assignment a on a.id = s.subordinate_id join assignment b on b.id = s.supervisor_id order by 1`

const edge = (subordinate: number, supervisor: number, from = '2023-01-01', until = '') => ({
  subordinate_key: `A${subordinate}`,
  supervisor_key: `A${supervisor}`,
  from,
  until,
})

test('an appraiser can hand over to another in one delivery', async () => {
  await town.deliver({ supervision: [edge(2, 1)] })
  const handOver = [edge(2, 3, '2024-03-15'), edge(2, 1, '2023-01-01', '2024-03-15')]
  const outcome = await town.deliver({ supervision: handOver })
  expect(outcome.files).toMatchObject([{ inserted: 1, updated: 1, refused: 0 }])
  expect(await town.read(edges)).toEqual(['A2 A1 [2023-01-01,2024-03-15)', 'A2 A3 [2024-03-15,)'])
})

test('a stored edge goes before a new one, unless its end is delivered', async () => {
  await town.deliver({ supervision: [edge(2, 1)] })
  const outcome = await town.deliver({ supervision: [edge(2, 3, '2024-03-15'), edge(2, 1)] })
  expect(outcome.refusals).toEqual(['supervision.csv:2 OVERLAP'])
})

test('a change that is refused leaves the stored edge, and others must get along with that', async () => {
  await town.deliver({ supervision: [edge(2, 1, '2023-01-01', '2023-06-01'), edge(2, 3, '2024-01-01')] })
  const longer = edge(2, 1, '2023-01-01', '2024-02-01')
  const outcome = await town.deliver({ supervision: [longer, edge(2, 4, '2023-02-01', '2023-03-01')] })
  expect(outcome.refusals).toEqual(['supervision.csv:2 OVERLAP', 'supervision.csv:3 OVERLAP'])
})

test('two appraisers on other days are fine, on a common day the earlier line wins', async () => {
  const outcome = await town.deliver({
    supervision: [edge(2, 1, '2023-01-01', '2023-07-01'), edge(2, 3, '2023-07-01'), edge(2, 4, '2023-12-31')],
  })
  expect(outcome.refusals).toEqual(['supervision.csv:4 OVERLAP'])
})

test('supervision may turn round from one day to the next, but not go round on one day', async () => {
  const outcome = await town.deliver({
    supervision: [
      edge(1, 2, '2023-01-01', '2024-01-01'),
      edge(2, 1, '2024-01-01'),
      edge(3, 2),
      edge(4, 3),
      edge(1, 4, '2025-01-01'),
    ],
  })
  expect(outcome.refusals).toEqual(['supervision.csv:6 SUPERVISION_CYCLE'])
  const [advice] = await town.read('select advice from import_refusal')
  expect(advice).toMatch('A1 → A4 → A3 → A2 → A1.')
})

test('a cycle through stored edges is refused', async () => {
  await town.deliver({ supervision: [edge(1, 2), edge(2, 3)] })
  const outcome = await town.deliver({ supervision: [edge(3, 1)] })
  expect(outcome.refusals).toEqual(['supervision.csv:2 SUPERVISION_CYCLE'])
})

test('a chain that nobody can mean is refused where it is deepest', async () => {
  await town.deliver(staff(100))
  const chain = Array.from({ length: 99 }, (_, index) => edge(index + 2, index + 1))
  const outcome = await town.deliver({ supervision: chain })
  expect(new Set(outcome.refusals.map((refusal) => refusal.split(' ')[1]))).toEqual(new Set(['SUPERVISION_CYCLE']))
  expect(outcome.refused).toBe(99 - 64)
})

test('an edge must lie within both assignments', async () => {
  await town.deliver({ assignments: [{ assignment_key: 'A1', person_key: 'P1', until: '2024-01-01' }] })
  const outcome = await town.deliver({ supervision: [edge(2, 1), edge(3, 2, '2022-12-31'), edge(4, 2)] })
  expect(outcome.refusals).toEqual(['supervision.csv:2 BAD_INTERVAL', 'supervision.csv:3 BAD_INTERVAL'])
})

test('an assignment that is shortened takes its edges with it, and the delivery that says so loads in one run', async () => {
  await town.deliver({ supervision: [edge(2, 1), edge(3, 1, '2024-06-01'), edge(1, 4)] })
  const outcome = await town.deliver({
    assignments: [{ assignment_key: 'A1', person_key: 'P1', until: '2024-01-01' }],
    supervision: [edge(2, 1, '2023-01-01', '2024-01-01'), edge(2, 4, '2024-01-01')],
  })
  expect(outcome.refusals).toEqual([])
  expect(await town.read(edges)).toEqual([
    'A1 A4 [2023-01-01,2024-01-01)',
    'A2 A1 [2023-01-01,2024-01-01)',
    'A2 A4 [2024-01-01,)',
  ])
})

test('two edges of one pair that begin on one day once they are cut become one', async () => {
  const team = { capacity: 'WORK_TEAM' }
  const pair = [edge(2, 1, '2023-01-01', '2023-09-01'), edge(2, 1, '2023-03-01', '2023-12-01')]
  await town.deliver({ supervision: pair.map((row) => ({ ...row, ...team })) })
  await town.deliver({ assignments: [{ assignment_key: 'A1', person_key: 'P1', from: '2023-05-01' }] })
  expect(await town.read(edges)).toEqual(['A2 A1 [2023-05-01,2023-12-01)'])
})
