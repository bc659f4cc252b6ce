import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf, type Rows } from '../playground/explore/graph.ts'
import { layoutOf, size } from '../playground/explore/layout.ts'
import { card, evidence, observation, page, plan, rows, superior } from './explore/rows.ts'

/** Anything that can be read: people to any depth, each with plans, the line above, and a work team. */
const anything = fc
  .record({
    parents: fc.array(fc.nat(), { maxLength: 12 }),
    plans: fc.array(fc.nat({ max: 3 }), { minLength: 13, maxLength: 13 }),
    line: fc.nat({ max: 3 }),
    team: fc.nat({ max: 2 }),
    left: fc.boolean(),
  })
  .map(({ parents, plans, line, team, left }): Rows => {
    const people = [0, ...parents].map((_, index) => card(`${index}`))
    const childrenOf = (index: number) =>
      people.filter((_, child) => child > 0 && (parents[child - 1] ?? 0) % child === index)
    return rows(people[0] ?? card('0'), {
      above: [
        ...Array.from({ length: line }, (_, index) => superior(`line ${index}`, { depth: index + 1 })),
        ...Array.from({ length: team }, (_, index) => superior(`team ${index}`, { capacity: 'WORK_TEAM' })),
      ],
      below: new Map(people.map(({ id }, index) => [id, [page(childrenOf(index), left ? { total: 100 } : {})]])),
      plans: new Map(
        people.map(({ id }, index) => [
          id,
          Array.from({ length: plans[index] ?? 0 }, (_, number) =>
            plan(`pln_${index}_${number}`, {
              observations: [observation(`obs_${index}_${number}`)],
              evidence: [
                evidence(`evd_${index}_${number}`),
                evidence(`evo_${index}_${number}`, `obs_${index}_${number}`),
              ],
            }),
          ),
        ]),
      ),
    })
  })

const open = (seen: Rows) =>
  new Set([
    ...seen.below.keys(),
    ...[...seen.plans.values()].flat().flatMap((one) => [one.id, ...one.observations.map(({ id }) => id)]),
  ])

test('everything is drawn once, within the drawing, and nothing on anything else', () => {
  fc.assert(
    fc.property(anything, (seen) => {
      const graph = graphOf(seen, open(seen))
      const { boxes, lines, width, height } = layoutOf(graph)
      expect([...boxes.keys()].sort()).toEqual([...graph.nodes.keys()].sort())
      expect(lines).toHaveLength(graph.edges.length)
      const all = [...boxes.values()]
      for (const [index, { x, y }] of all.entries()) {
        expect(x >= 0 && y >= 0 && x + size.width <= width && y + size.height <= height).toBe(true)
        const under = all
          .slice(index + 1)
          .filter((other) => Math.abs(other.x - x) < size.width && Math.abs(other.y - y) < size.height)
        expect(under).toEqual([])
      }
    }),
  )
})

test('who is above is drawn above, who is below is drawn below, and what hangs on a node further right', () => {
  fc.assert(
    fc.property(anything, (seen) => {
      const graph = graphOf(seen, open(seen))
      const { boxes } = layoutOf(graph)
      for (const { from, to, kind } of graph.edges) {
        const [upper, lower] = [boxes.get(from)?.y ?? 0, boxes.get(to)?.y ?? 0]
        if (kind === 'HOLDS') expect(lower).toBeGreaterThanOrEqual(upper)
        else expect(lower).toBeGreaterThan(upper)
      }
      for (const { id, parent } of graph.nodes.values())
        if (parent !== null) expect(boxes.get(id)?.x).toBeGreaterThan(boxes.get(parent)?.x ?? 0)
    }),
  )
})
