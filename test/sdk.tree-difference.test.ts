import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growTree, type Place, type Tree, treeDifference } from '../sdk/index.ts'
import { makeDistrict } from './district.ts'

/** A random tree of some of so many people, whoever is first at the root. */
const trees = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: 30 }, (_, i) => String(i)),
      { minLength: 1 },
    ),
    fc.infiniteStream(fc.nat()),
  )
  .map(([ids, choices]) =>
    growTree(
      ids.map((id, i) => ({ id, parentId: i === 0 ? null : (ids[(choices.next().value as number) % i] ?? null) })),
    ),
  )

const parents = (tree: Tree<Place> | null) =>
  new Map(Array.from(tree?.walk() ?? [], ({ value }) => [value.id, value.parentId] as const))

/** Does step by step what a difference says; at no step may somebody be above himself. */
const apply = (before: Tree<Place> | null, { added, removed, moved }: ReturnType<typeof treeDifference>) => {
  const now = parents(before)
  const put = (id: string, parentId: string | null) => {
    expect(parentId === null || now.has(parentId)).toBe(true)
    now.set(id, parentId)
    for (let above = parentId; above !== null; above = now.get(above) ?? null) expect(above).not.toBe(id)
  }
  for (const { id, parentId } of added) put(id, parentId)
  for (const { value, from, to } of moved) {
    expect(now.get(value.id)).toBe(from)
    put(value.id, to)
  }
  for (const { id } of [...removed].reverse()) {
    expect([...now.values()]).not.toContain(id)
    now.delete(id)
  }
  return now
}

test('whoever does what the difference says comes from one tree to the other', () => {
  fc.assert(
    fc.property(trees, trees, (before, after) => {
      const difference = treeDifference(before, after)
      expect(apply(before, difference)).toEqual(parents(after))
      for (const { from, to } of difference.moved) expect(from).not.toBe(to)
    }),
  )
})

test('a tree does not differ from itself, and from nobody in all', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      expect(treeDifference(tree, tree)).toEqual({ added: [], removed: [], moved: [] })
      expect(apply(null, treeDifference(null, tree))).toEqual(parents(tree))
      expect(apply(tree, treeDifference(tree, null)).size).toBe(0)
    }),
  )
  expect(treeDifference(null, null)).toEqual({ added: [], removed: [], moved: [] })
})

test('between two days a principal went, another came, and the teachers stand below him', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const root = district.assignment('Ratna')
  const { added, removed, moved } = await ratna.treeDifference({ root, from: '2023-10-15' })
  const names = (values: readonly { assignment: { person: { name: string } } }[]) =>
    values.map(({ assignment }) => assignment.person.name)
  expect([names(added), names(removed)]).toEqual([['Budi'], ['Hadi']])
  const ids = { from: district.assignment('Hadi'), to: district.assignment('Budi') }
  expect(names(moved.map(({ value }) => value)).sort()).toEqual(['Agus', 'Sari'])
  for (const move of moved) expect(move).toMatchObject(ids)
  const same = await ratna.treeDifference({ root, from: '2023-10-15', to: '2023-10-15' })
  expect(same).toEqual({ added: [], removed: [], moved: [] })
  const unknown = 'asg_01890000-0000-7000-8000-000000000000'
  await expect(ratna.treeDifference({ root: unknown, from: '2023-10-15' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the tree of an office grows page by page from a real server', async () => {
  const district = await makeDistrict()
  const ratna = await district.signIn('Ratna')
  const seen: string[][] = []
  for await (const { tree, added } of ratna.tree({ root: district.assignment('Ratna') }).stream({ pageSize: 2 })) {
    seen.push(added.map(({ value, depth }) => `${'-'.repeat(depth)}${value.assignment.person.name}`).sort())
    expect(tree.root.value.assignment.person.name).toBe('Ratna')
  }
  expect(seen.map((page) => page.length)).toEqual([2, 2, 1])
  expect(seen.flat().sort()).toEqual(['--Agus', '--Sari', '-Budi', '-Dewi', 'Ratna'])
})
