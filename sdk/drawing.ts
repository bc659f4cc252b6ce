import type { Place, TreeNode } from './tree.ts'

/** A tree in box-drawing characters. */
export const drawing = <T extends Place>(root: TreeNode<T>, label: (value: T, node: TreeNode<T>) => string): string => {
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
