import { type Place, Tree } from './tree.ts'

/**
 * A place and all below it as a tree of its own, of the same nodes: its root still knows who is above it, and its depth there. Undefined
 * where there is no such place.
 *
 * @example
 * const school = subtree(tree, principal.id)
 * console.log(school?.size)
 */
export const subtree = <T extends Place>(tree: Tree<T>, id: string): Tree<T> | undefined => {
  const root = tree.find(id)
  return root && new Tree(root, new Map(Array.from(root.walk(), (node) => [node.value.id, node])))
}
