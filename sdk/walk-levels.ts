import type { Place, TreeNode } from './tree.ts'

/**
 * A place and all below it, level by level, siblings as delivered.
 *
 * @example
 * for (const node of walkLevels(tree.root)) console.log(node.depth, node.value.id)
 */
export function* walkLevels<T extends Place>(from: TreeNode<T>): Generator<TreeNode<T>, void, undefined> {
  const waiting = [from]
  for (const node of waiting) {
    yield node
    for (const child of node.children) waiting.push(child)
  }
}
