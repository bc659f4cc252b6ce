import type { Place, Tree, TreeNode } from './tree.ts'

/**
 * A tree as text, a line for each place.
 *
 * @example
 * console.log(drawTree(tree, ({ assignment }) => assignment.person.name))
 */
export const drawTree = <T extends Place>(
  { root }: Tree<T>,
  label: (value: T, node: TreeNode<T>) => string,
): string => {
  const lines: string[] = []
  // The margin of the children of each place on the way down to where the walk is.
  const margins = ['']
  for (const node of root.walk()) {
    const depth = node.depth - root.depth
    const isLast = node.parent?.children.at(-1) === node
    const margin = margins[depth - 1] ?? ''
    lines.push(depth === 0 ? label(node.value, node) : `${margin}${isLast ? '└─ ' : '├─ '}${label(node.value, node)}`)
    margins[depth] = depth === 0 ? '' : `${margin}${isLast ? '   ' : '│  '}`
  }
  return lines.join('\n')
}
