import { at } from '../answer.ts'
import type { SupervisionTreeNode } from '../generated/operations.ts'
import type { Connection } from '../operation.ts'
import { Fault } from './fault.ts'
import type { Given } from './given.ts'
import { pageBy } from './lists.ts'

/** How a tree is built. */
export interface TreeShape {
  /** How many levels there are below the root. */
  readonly depth: number
  /** How many stand directly below each place. */
  readonly breadth: number
  /** The id of the root; invented by default. */
  readonly root?: string
}

/** What is to be said of each place, level by level; `idAt` invents the id of a place. */
export const placesOf = (
  { depth, breadth, root }: TreeShape,
  idAt: (index: number) => string,
): Given<SupervisionTreeNode>[] => {
  const places: { id: string; parentId: string | null; depth: number }[] = [
    { id: root ?? idAt(0), parentId: null, depth: 0 },
  ]
  for (const place of places) {
    if (place.depth === depth) break
    for (let i = 0; i < breadth; i++)
      places.push({ id: idAt(places.length), parentId: place.id, depth: place.depth + 1 })
  }
  return places.map((place) => {
    const left = depth - place.depth
    const descendantCount = Array.from({ length: left }, (_, level) => breadth ** (level + 1)).reduce(
      (sum, n) => sum + n,
      0,
    )
    return { ...place, childCount: left > 0 ? breadth : 0, descendantCount, assignment: { id: place.id } }
  })
}

/** Answers the tree below any place of a tree, down to `maxDepth`, page by page; NOT_FOUND for every other root. */
export const treeBy =
  (whole: Connection<SupervisionTreeNode>) =>
  (variables: object): Connection<unknown> | Fault => {
    const root = whole.nodes.find(({ id }) => id === at(variables, ['root']))
    if (!root) return new Fault('NOT_FOUND')
    const deepest = root.depth + Number(at(variables, ['maxDepth']) ?? 32)
    const below = new Set([root.id])
    const nodes: SupervisionTreeNode[] = [{ ...root, parentId: null, depth: 0 }]
    for (const place of whole.nodes) {
      if (place.depth > deepest || place.parentId === null || !below.has(place.parentId)) continue
      below.add(place.id)
      nodes.push({ ...place, depth: place.depth - root.depth })
    }
    return pageBy({ ...whole, nodes, totalCount: nodes.length }, 2_000)(variables)
  }
