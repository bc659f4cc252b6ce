import type { Run } from './core.ts'
import {
  type SupervisionTreeNode,
  type SupervisionTreeQueryVariables,
  supervisionTreeOperation,
} from './generated/operations.ts'
import { growTree } from './growth.ts'
import type { CallOptions } from './options.ts'
import type { Tree } from './tree.ts'

/** Whose tree, on which day (default: today), how far down, in which capacity. */
export type TreeVariables = Omit<SupervisionTreeQueryVariables, 'first' | 'after'>

/** Who is in a supervision tree, and where. */
export type SupervisionTree = Tree<SupervisionTreeNode>

// The most that the server gives at once.
const pageSize = 2_000

/**
 * Reads everybody below an assignment and rebuilds the tree; null when the root is not in office on that day. Throws an
 * ApiError (NOT_FOUND: no root that you may see), or a TreeError when the tree was changed while it was read.
 */
export const readTree = async (
  run: Run,
  variables: TreeVariables,
  options?: CallOptions,
): Promise<SupervisionTree | null> => {
  const places = run(supervisionTreeOperation, { ...variables, first: pageSize }, options)
  const all = await places.toArray({ limit: Number.POSITIVE_INFINITY })
  return all.length === 0 ? null : growTree(all)
}
