import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createClient, drawTree, growTree, type Place, TreeError } from '../sdk/index.ts'

const place = (id: string, parentId: string | null = null) => ({ id, parentId })

/** A random tree: each place hangs below some place before it. */
const places = fc
  .array(fc.nat(), { maxLength: 60 })
  .map((choices) => [place('0'), ...choices.map((choice, i) => place(String(i + 1), String(choice % (i + 1))))])

const fault = (given: Iterable<Place>) => {
  try {
    growTree(given)
  } catch (error) {
    if (error instanceof TreeError) return { fault: error.fault, ids: error.ids }
    throw error
  }
  return null
}

test('a tree is the same in whatever order its places come', () => {
  const shuffled = places.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      const tree = growTree(mixed)
      expect(tree.size).toBe(all.length)
      expect(tree.root.value.id).toBe('0')
      for (const { id, parentId } of all) {
        const node = tree.find(id)
        expect(node?.parent?.value.id ?? null).toBe(parentId)
        expect(node?.depth).toBe([...(node?.ancestors() ?? [])].length)
        expect(node?.children.map(({ value }) => value.id).sort()).toEqual(
          all
            .filter((child) => child.parentId === id)
            .map((child) => child.id)
            .sort(),
        )
      }
    }),
  )
})

test('a walk meets every place once, parents before children and siblings as delivered', () => {
  fc.assert(
    fc.property(places, (all) => {
      const walked = [...growTree(all).walk()]
      const position = new Map(walked.map((node, i) => [node.value.id, i]))
      expect(position.size).toBe(all.length)
      expect(walked).toHaveLength(all.length)
      for (const node of walked) {
        const around = [node, ...node.children].map(({ value }) => position.get(value.id) ?? -1)
        expect(around).toEqual([...around].sort((a, b) => a - b))
      }
    }),
  )
})

test('whatever is wrong with the places is told, and with which', () => {
  expect(fault([])).toEqual({ fault: 'NO_ROOT', ids: [] })
  expect(fault([place('a'), place('b')])).toEqual({ fault: 'SEVERAL_ROOTS', ids: ['a', 'b'] })
  expect(fault([place('a'), place('b', 'x'), place('c', 'b')])).toEqual({ fault: 'ORPHAN', ids: ['b'] })
  expect(fault([place('a', 'b'), place('b', 'a')])).toEqual({ fault: 'CYCLE', ids: ['a', 'b'] })
  expect(fault([place('r'), place('x', 'a'), place('a', 'c'), place('b', 'a'), place('c', 'b')])).toEqual({
    fault: 'CYCLE',
    ids: ['c', 'b', 'a'],
  })
  expect(fault([place('a', 'a')])).toEqual({ fault: 'CYCLE', ids: ['a'] })
  expect(fault([place('r'), place('a', 'r'), place('b', 'r'), place('b', 'a')])).toEqual({
    fault: 'DUPLICATE',
    ids: ['b'],
  })
  expect(fault([place('r'), place('a', 'r'), place('a', 'r')])).toBeNull()
  expect(() => growTree([place('a'), place('b', 'x')])).toThrow('The parent did not come: b')
})

test('a cycle is found in every tree that has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), places, fc.nat(), (length, all, entry) => {
      const ring = Array.from({ length }, (_, i) => place(`ring ${i}`, `ring ${(i + 1) % length}`))
      const tail = [place('tail 1', `ring ${entry % length}`), place('tail 2', 'tail 1')]
      const found = fault([...tail, ...all, ...ring])
      expect(found?.fault).toBe('CYCLE')
      expect([...(found?.ids ?? [])].sort()).toEqual(ring.map(({ id }) => id).sort())
    }),
  )
})

test('a chain of 100,000 is rebuilt and walked from either end', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => place(String(i), i === 0 ? null : String(i - 1)))
  for (const order of [chain, [...chain].reverse()]) {
    const tree = growTree(order)
    expect([...tree.walk()].at(-1)?.depth).toBe(99_999)
    expect([...(tree.find('99999')?.ancestors() ?? [])]).toHaveLength(99_999)
  }
  expect(fault([...chain.slice(1), place('0', '99999')])?.ids).toHaveLength(100_000)
})

test('a drawing shows who stands below whom', () => {
  const tree = growTree([
    place('head'),
    place('a', 'head'),
    place('b', 'head'),
    place('c', 'a'),
    place('d', 'a'),
    place('e', 'b'),
  ])
  expect(drawTree(tree, ({ id }, { depth }) => `${id} ${depth}`)).toBe(
    ['head 0', '├─ a 1', '│  ├─ c 2', '│  └─ d 2', '└─ b 1', '   └─ e 2'].join('\n'),
  )
})

test('the client reads a tree in pages of 2,000', async () => {
  const all = Array.from({ length: 4_500 }, (_, i) => place(String(i), i === 0 ? null : String((i - 1) >> 3)))
  const asked: unknown[] = []
  const client = createClient({
    url: 'http://unused',
    fetch: async (_url, init) => {
      const { variables } = JSON.parse(String(init?.body))
      asked.push(variables)
      const from = Number(variables.after ?? 0)
      const to = Math.min(from + variables.first, all.length)
      const pageInfo = { hasNextPage: to < all.length, endCursor: String(to) }
      return Response.json({
        data: { supervisionTree: { nodes: all.slice(from, to), pageInfo, totalCount: all.length } },
      })
    },
  })
  const tree = await client.tree({ root: '0', asOf: '2026-01-31' })
  expect(tree?.size).toBe(4_500)
  expect(asked).toEqual([
    { root: '0', asOf: '2026-01-31', first: 2_000 },
    { root: '0', asOf: '2026-01-31', first: 2_000, after: '2000' },
    { root: '0', asOf: '2026-01-31', first: 2_000, after: '4000' },
  ])
  all.length = 0
  expect(await client.tree({ root: '0' })).toBeNull()
})
