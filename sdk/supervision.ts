import type { Run } from './core.ts'
import {
  type SupervisionTreeNode,
  type SupervisionTreeQueryVariables,
  supervisionTreeOperation,
} from './generated/operations.ts'
import type { CallOptions } from './options.ts'
import { TreeCall } from './tree-call.ts'
import { type TreeDifference, treeDifference } from './tree-difference.ts'

/** Whose tree, on which day (default: today), how far down, in which capacity. */
export type TreeVariables = Omit<SupervisionTreeQueryVariables, 'first' | 'after'>

/** Whose tree, on which two days. */
export interface TreeDifferenceVariables extends Omit<TreeVariables, 'asOf'> {
  /** The earlier day: `2025-12-31`. */
  readonly from: string
  /** The later day; default: today. */
  readonly to?: string | null | undefined
}

/**
 * Reads everybody below an assignment and rebuilds the tree; null when the root is not in office on that day. Throws an
 * ApiError (NOT_FOUND: no root that you may see), or a TreeError when the tree was changed while it was read.
 */
export const readTree = (run: Run, variables: TreeVariables, options?: CallOptions): TreeCall =>
  new TreeCall((first) => run(supervisionTreeOperation, { ...variables, first }, options))

/** Reads the tree below an assignment on two days and compares. Throws as `readTree` does. */
export const readTreeDifference = async (
  run: Run,
  { from, to, ...variables }: TreeDifferenceVariables,
  options?: CallOptions,
): Promise<TreeDifference<SupervisionTreeNode>> => {
  const [before, after] = await Promise.all([from, to].map((asOf) => readTree(run, { ...variables, asOf }, options)))
  return treeDifference(before ?? null, after ?? null)
}
