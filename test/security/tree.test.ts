import { expect, test } from 'vitest'
import { importsInto, places, staff } from '../import.delivery.ts'
import { clientOf, server, signInOperator } from '../support.ts'

const { database } = await server()
const { deliver } = importsInto(database.pool)

/** Delivers people of a place of their own, A1, A2 …, and who supervises whom; the ids of assignments by their keys. */
async function deliverTree(name: string, size: number, edges: readonly (readonly [number, number])[]) {
  const { people = [], assignments = [] } = staff(size)
  const named = <Row extends object>(rows: Row[]) =>
    JSON.parse(JSON.stringify(rows).replaceAll(/(?<=")(?=[PA]\d+")/g, name))
  const supervision = edges.map(([subordinate, supervisor]) => ({
    subordinate_key: `${name}A${subordinate}`,
    supervisor_key: `${name}A${supervisor}`,
  }))
  const outcome = await deliver({
    ...places,
    people: named(people as object[]),
    assignments: named(assignments as object[]),
    supervision,
  })
  const { rows } = await database.pool.query<{ key: string; id: string; person_id: string }>(
    'select key, id, person_id from assignment where key = any($1)',
    [Array.from({ length: size }, (_, index) => `${name}A${index + 1}`)],
  )
  const found = new Map(rows.map((row) => [row.key, row]))
  return {
    refusals: outcome.refusals,
    id: (number: number) => `asg_${found.get(`${name}A${number}`)?.id}`,
    signIn: (number: number) => clientOf({ role: 'PERSON', person: String(found.get(`${name}A${number}`)?.person_id) }),
  }
}

const chainOf = (length: number) => Array.from({ length }, (_, index) => [index + 2, index + 1] as const)

test('D6: a circle of supervisors is refused where it would close, and the rest is a tree', async () => {
  const { refusals, id } = await deliverTree('C', 3, [
    [2, 1],
    [3, 2],
    [1, 3],
  ])
  expect(refusals).toEqual(['supervision.csv:4 SUPERVISION_CYCLE'])
  const operator = await signInOperator()
  expect((await operator.tree({ root: id(1) }))?.size).toBe(3)
  expect(await operator.supervisionChain({ assignment: id(1) })).toEqual([])
})

test('D6: nobody comes to supervise himself, by a delivery or past it', async () => {
  const { refusals, id } = await deliverTree('S', 1, [[1, 1]])
  expect(refusals).toEqual(['supervision.csv:2 SELF_SUPERVISION'])
  const assignment = id(1).slice('asg_'.length)
  const edge = "insert into supervision values (gen_random_uuid(), $1, $1, 'APPRAISER', daterange('2023-01-01', null))"
  await expect(database.pool.query(edge, [assignment])).rejects.toMatchObject({ code: '23514' })
})

test('D6: a chain of 60 is told whole, upwards and downwards, and seen from its top alone', async () => {
  const { refusals, id, signIn } = await deliverTree('L', 61, chainOf(60))
  expect(refusals).toEqual([])
  const top = await signIn(1)
  const above = await top.supervisionChain({ assignment: id(61) })
  expect(above?.map(({ depth }) => depth)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
  const upper = await top.supervisionTree({ root: id(1) }).toArray({ limit: 100 })
  expect(upper.map(({ depth, descendantCount }) => [depth, descendantCount])).toEqual(
    Array.from({ length: 33 }, (_, depth) => [depth, 60 - depth]),
  )
  const lower = await top.supervisionTree({ root: id(33) }).toArray({ limit: 100 })
  expect(lower.map(({ id: found }) => found)).toEqual(Array.from({ length: 29 }, (_, index) => id(33 + index)))
  const bottom = await signIn(61)
  await expect(bottom.assignment({ id: id(60) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('D6: ten thousand subordinates are counted, listed once each, and nobody else’s', async () => {
  const size = 10_001
  const { refusals, id, signIn } = await deliverTree(
    'W',
    size,
    Array.from({ length: size - 1 }, (_, index) => [index + 2, 1] as const),
  )
  expect(refusals).toEqual([])
  const head = await signIn(1)
  const nodes = await head.supervisionTree({ root: id(1), first: 2_000 }).toArray({ limit: 20_000 })
  expect(new Set(nodes.map((node) => node.id)).size).toBe(size)
  expect(nodes[0]).toMatchObject({ childCount: size - 1, descendantCount: size - 1 })
  expect((await head.subordinates({ assignment: id(1) })).totalCount).toBe(size - 1)
  expect((await head.teachers({})).totalCount).toBe(size)
  const one = await signIn(5_000)
  expect((await one.teachers({})).totalCount).toBe(1)
}, 120_000)
