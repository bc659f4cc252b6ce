import type { Growth } from '../growth.ts'
import { figure, table } from './table.ts'

const wanted = 1.3

/** How the same requests fare in a small database and a large one. */
export function compareGrowth(small: Growth, large: Growth): string {
  const row = (name: string, before: number, after: number): string[] => [
    name,
    figure(before),
    figure(after),
    figure(after / before),
    `≤ ${wanted}`,
    after / before <= wanted ? 'yes' : 'no',
  ]
  const perNode = ({ tree }: Growth): number => (1_000 * tree.time) / tree.nodes
  const count = ({ assignments }: Growth): string => `ms among ${assignments.toLocaleString('en')}`
  return table(
    ['one client', count(small), count(large), 'ratio', 'wanted', 'met'],
    [
      row('person card', small.card, large.card),
      row(`tree of a district (${figure(large.tree.nodes)} nodes)`, small.tree.time, large.tree.time),
      row('1,000 nodes of it', perNode(small), perNode(large)),
    ],
  )
}

/** Whether a tree's time grows with its nodes and no faster. */
export function linearity({ trees }: Growth): string {
  return table(
    ['tree of', 'nodes', 'ms', 'ms per 1,000 nodes'],
    trees.map(({ position, nodes, time }) => [position, figure(nodes), figure(time), figure((1_000 * time) / nodes)]),
  )
}
