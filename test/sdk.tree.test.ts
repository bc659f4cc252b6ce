import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createClient,
  drawTree,
  GrowingTree,
  growTree,
  lowestCommonAncestor,
  type Place,
  subtree,
  TreeError,
  toNested,
  treeRows,
  walkLevels,
} from '../sdk/index.ts'

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

test('a walk by levels meets every place once, none before one that is higher', () => {
  fc.assert(
    fc.property(places, (all) => {
      const tree = growTree(all)
      const walked = [...walkLevels(tree.root)]
      expect(new Set(walked).size).toBe(all.length)
      const depths = walked.map(({ depth }) => depth)
      expect(depths).toEqual([...depths].sort((a, b) => a - b))
    }),
  )
  const tree = growTree([place('r'), place('a', 'r'), place('c', 'a'), place('b', 'r'), place('d', 'b')])
  expect(Array.from(walkLevels(tree.root), ({ value }) => value.id)).toEqual(['r', 'a', 'b', 'c', 'd'])
})

test('the lowest common ancestor is the nearest that is above both or one of them', () => {
  fc.assert(
    fc.property(places, fc.nat(), fc.nat(), (all, one, other) => {
      const tree = growTree(all)
      const [a, b] = [one, other].map((choice) => tree.find(String(choice % all.length)))
      if (!a || !b) throw new Error('Both are in the tree.')
      const above = new Set([a, ...a.ancestors()])
      expect(lowestCommonAncestor(a, b)).toBe([b, ...b.ancestors()].find((node) => above.has(node)))
    }),
  )
  const elsewhere = growTree([place('0'), place('1', '0')])
  const [here, there] = [growTree([place('0')]).root, elsewhere.find('1')]
  expect(there && lowestCommonAncestor(here, there)).toBeUndefined()
})

test('a part of a tree is a tree', () => {
  fc.assert(
    fc.property(places, fc.nat(), (all, choice) => {
      const whole = growTree(all)
      const id = String(choice % all.length)
      const part = subtree(whole, id)
      const below = all.filter((place) => {
        const node = whole.find(place.id)
        return node && [node, ...node.ancestors()].some(({ value }) => value.id === id)
      })
      expect([...(part?.walk() ?? [])].map(({ value }) => value.id).sort()).toEqual(below.map(({ id }) => id).sort())
      expect(part?.size).toBe(below.length)
      for (const place of all) expect(part?.find(place.id) !== undefined).toBe(below.includes(place))
      expect(part && treeRows(part)[0]).toEqual({ id, parentId: null, depth: 0 })
    }),
  )
  expect(subtree(growTree([place('0')]), '1')).toBeUndefined()
})

test('rows make the same tree again, and have the columns that are asked for', () => {
  fc.assert(
    fc.property(places, (all) => {
      const tree = growTree(all)
      const rows = treeRows(tree, ({ id }, { children }) => ({ name: `n${id}`, below: children.length }))
      expect(treeRows(growTree(rows))).toEqual(treeRows(tree))
      for (const { id, depth, name, below } of rows) {
        expect([name, depth, below]).toEqual([`n${id}`, tree.find(id)?.depth, tree.find(id)?.children.length])
      }
    }),
  )
})

test('nested, every place is below the one above it', () => {
  const tree = growTree([place('r'), place('a', 'r'), place('b', 'a'), place('c', 'r')])
  expect(toNested(tree, 'reports', ({ id }) => ({ id }))).toEqual({
    id: 'r',
    reports: [
      { id: 'a', reports: [{ id: 'b', reports: [] }] },
      { id: 'c', reports: [] },
    ],
  })
  const part = subtree(tree, 'a')
  expect(part && toNested(part, 'reports', ({ id }, { depth }) => ({ id, depth }))).toEqual({
    id: 'a',
    depth: 1,
    reports: [{ id: 'b', depth: 2, reports: [] }],
  })
})

test('a tree that grows is at each step the one that its places make', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 7 }), (all, pageSize) => {
      const growing = new GrowingTree()
      for (let from = 0; from < all.length; from += pageSize) {
        const page = all.slice(from, from + pageSize)
        expect(growing.add([...page, ...page]).map(({ value }) => value)).toEqual(page)
        expect(growing.tree && treeRows(growing.tree)).toEqual(treeRows(growTree(all.slice(0, from + pageSize))))
        expect(growing.tree?.size).toBe(Math.min(all.length, from + pageSize))
      }
    }),
  )
})

test('what does not fit a tree that grows is told', () => {
  const after = (...given: Place[]) => {
    const growing = new GrowingTree()
    growing.add([place('r'), place('a', 'r')])
    try {
      growing.add(given)
    } catch (error) {
      return error
    }
    return null
  }
  expect(new GrowingTree().tree).toBeNull()
  expect(after(place('b', 'x'))).toMatchObject({ fault: 'ORPHAN', ids: ['b'] })
  expect(after(place('b', 'b'))).toMatchObject({ fault: 'ORPHAN', ids: ['b'] })
  expect(after(place('s'))).toMatchObject({ fault: 'SEVERAL_ROOTS', ids: ['r', 's'] })
  expect(after(place('b', 'r'), place('a', 'b'))).toMatchObject({ fault: 'DUPLICATE', ids: ['a'] })
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

/** A server's supervision tree, in pages. */
const servesTree = (all: readonly Place[]) => {
  const asked: Record<string, unknown>[] = []
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
  return { asked, client }
}

test('the client reads a tree in pages of 2,000', async () => {
  const all = Array.from({ length: 4_500 }, (_, i) => place(String(i), i === 0 ? null : String((i - 1) >> 3)))
  const { asked, client } = servesTree(all)
  const call = client.tree({ root: '0', asOf: '2026-01-31' })
  expect((await call)?.size).toBe(4_500)
  expect((await call.withMeta()).meta.status).toBe(200)
  expect(asked).toEqual([
    { root: '0', asOf: '2026-01-31', first: 2_000 },
    { root: '0', asOf: '2026-01-31', first: 2_000, after: '2000' },
    { root: '0', asOf: '2026-01-31', first: 2_000, after: '4000' },
  ])
  all.length = 0
  expect(await client.tree({ root: '0' })).toBeNull()
})

test('a tree can be shown while it comes, and left', async () => {
  const all = Array.from({ length: 250 }, (_, i) => place(String(i), i === 0 ? null : String((i - 1) >> 3)))
  const { asked, client } = servesTree(all)
  const seen: unknown[] = []
  for await (const { tree, added, totalCount, done } of client.tree({ root: '0' }).stream({ pageSize: 100 }))
    seen.push([tree.size, [...tree.walk()].length, added.length, totalCount, done])
  expect(seen).toEqual([
    [100, 100, 100, 250, false],
    [200, 200, 100, 250, false],
    [250, 250, 50, 250, true],
  ])
  expect(asked.map(({ first, after }) => [first, after])).toEqual([
    [100, undefined],
    [100, '100'],
    [100, '200'],
  ])
  asked.length = 0
  for await (const _ of client.tree({ root: '0' }).stream({ pageSize: 50 })) break
  expect(asked.length).toBeLessThan(3)
  all.length = 0
  for await (const _ of client.tree({ root: '0' }).stream()) expect.unreachable()
})

test('a tree that changed while it was read is told, and is no failure of the server', async () => {
  const { client } = servesTree([place('0'), place('1', 'gone')])
  await expect(client.tree({ root: '0' }).result()).rejects.toMatchObject({ fault: 'ORPHAN', ids: ['1'] })
  await expect(client.tree({ root: '0' }).stream().next()).rejects.toMatchObject({ fault: 'ORPHAN', ids: ['1'] })
})
