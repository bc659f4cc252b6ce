import type { Place, Tree, TreeNode } from './tree.ts'

/** A place as a row of a table. */
export interface Row {
  readonly id: string
  /** Null for the root of the tree, also where that is part of a larger one. */
  readonly parentId: string | null
  /** Steps below the root, which is 0. */
  readonly depth: number
}

/**
 * A tree as rows, each parent before its children, with columns of your own: what `d3.stratify`, AG Grid (`treeDataParentIdField`) and CSV
 * files take.
 *
 * @example
 * const rows = treeRows(tree, ({ assignment }) => ({ name: assignment.person.name, position: assignment.position }))
 * const root = d3.stratify()(rows)
 */
export const treeRows = <T extends Place, Columns extends object = Record<never, never>>(
  { root }: Tree<T>,
  columns?: (value: T, node: TreeNode<T>) => Columns,
): (Row & Columns)[] =>
  Array.from(root.walk(), (node) => {
    const { id, parentId } = node.value
    const row = { id, parentId: node === root ? null : parentId, depth: node.depth - root.depth }
    return { ...(columns?.(node.value, node) as Columns), ...row }
  })
