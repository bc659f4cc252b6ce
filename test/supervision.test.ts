import { expect, test } from 'vitest'
import { operation } from '../sdk/index.ts'
import { makeDistrict } from './district.ts'
import { signInOperator } from './support.ts'

const chainWithRows = operation<{ supervisionChain: { assignment: object | null }[] }, { assignment: string }>(
  'query chain($assignment: ID!) { supervisionChain(assignment: $assignment) { assignment { id } } }',
)

const names = (
  tree: { walk(): Iterable<{ value: { assignment: { person: { name: string } } }; depth: number }> } | null,
) => [...(tree?.walk() ?? [])].map(({ value, depth }) => `${'-'.repeat(depth)}${value.assignment.person.name}`).sort()

test('an office head sees everybody below, today and on an earlier day', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const root = district.assignment('Ratna')
  expect(names(await ratna.tree({ root }))).toEqual(['--Agus', '--Sari', '-Budi', '-Dewi', 'Ratna'])
  expect(names(await ratna.tree({ root, asOf: '2023-10-15' }))).toEqual(['--Agus', '--Sari', '-Dewi', '-Hadi', 'Ratna'])
})

test('nodes come parents first with their counts, and page without a gap', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const root = district.assignment('Ratna')
  const all = await ratna.supervisionTree({ root }).toArray({ limit: 100 })
  const paged = await ratna.supervisionTree({ root, first: 2 }).toArray({ limit: 100 })
  expect(paged).toEqual(all)
  expect(all.map(({ depth }) => depth)).toEqual([0, 1, 1, 2, 2])
  expect(all[0]).toMatchObject({ id: root, parentId: null, childCount: 2, descendantCount: 4 })
  for (const [index, { parentId }] of all.entries()) {
    expect(parentId === null || all.slice(0, index).some(({ id }) => id === parentId)).toBe(true)
  }
})

test('a tree is as deep as asked', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const root = district.assignment('Ratna')
  expect((await ratna.tree({ root, maxDepth: 0 }))?.size).toBe(1)
  expect((await ratna.tree({ root, maxDepth: 1 }))?.size).toBe(3)
  await expect(ratna.tree({ root, maxDepth: 33 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('the work team of an inspector is one step deep and no part of the tree of those who rate', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  const root = district.assignment('Dewi')
  expect(names(await operator.tree({ root, capacity: 'WORK_TEAM' }))).toEqual(['-Budi', 'Dewi'])
  expect(names(await operator.tree({ root }))).toEqual(['Dewi'])
})

test('there is no tree under somebody who is not in office that day', async () => {
  const district = await makeDistrict()
  const operator = await signInOperator()
  expect(await operator.tree({ root: district.assignment('Hadi') })).toBeNull()
})

test('a teacher knows who rates him by name, position and place, and not the row', async () => {
  const district = await makeDistrict()
  const sari = await district.signIn('Sari')
  const chain = await sari.supervisionChain({ assignment: district.assignment('Sari') })
  const rows = await sari.run(chainWithRows, { assignment: district.assignment('Sari') })
  expect(rows.supervisionChain).toEqual([{ assignment: null }, { assignment: null }])
  expect(chain).toMatchObject([
    { depth: 1, name: 'Budi', position: 'PRINCIPAL' },
    { depth: 2, name: 'Ratna', position: 'OFFICE_HEAD' },
  ])
  const then = await sari.supervisionChain({ assignment: district.assignment('Sari'), asOf: '2023-10-15' })
  expect(then?.map(({ name }) => name)).toEqual(['Hadi', 'Ratna'])
})

test('direct subordinates are those of the day', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const assignment = district.assignment('Ratna')
  const on = async (asOf?: string) =>
    (await ratna.subordinates({ assignment, asOf })).nodes.map(({ person }) => person.name)
  expect(await on()).toEqual(['Budi', 'Dewi'])
  expect(await on('2023-10-15')).toEqual(['Dewi', 'Hadi'])
})

test('a tree that one may not see and one that is not there are refused alike', async () => {
  const district = await makeDistrict()
  const elsewhere = await makeDistrict()
  const sari = await district.signIn('Sari')
  const unknown = 'asg_01890000-0000-7000-8000-000000000000'
  for (const root of [
    elsewhere.assignment('Ratna'),
    district.assignment('Ratna'),
    district.assignment('Agus'),
    unknown,
  ]) {
    const refusal = await sari.tree({ root }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      code: 'NOT_FOUND',
      message: 'supervisionTree: NOT_FOUND: There is no such thing that you may see.',
    })
  }
})
