import type { Place, TreeNode } from './tree.ts'

/**
 * The lowest place that two places of a tree are both at or below: who they both report to, directly or not. A place is at itself. Undefined
 * where they are not of one tree.
 *
 * @example
 * const sari = tree.find(idOfSari)
 * const agus = tree.find(idOfAgus)
 * if (sari && agus) console.log(lowestCommonAncestor(sari, agus)?.value.assignment.person.name)
 */
export const lowestCommonAncestor = <T extends Place>(
  one: TreeNode<T>,
  other: TreeNode<T>,
): TreeNode<T> | undefined => {
  let [a, b]: (TreeNode<T> | null)[] = [one, other]
  while (a && b && a !== b) {
    const goes = a.depth - b.depth
    if (goes >= 0) a = a.parent
    if (goes <= 0) b = b.parent
  }
  return (a === b && a) || undefined
}
