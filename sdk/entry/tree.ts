export { drawTree } from '../drawing.ts'
export { growTree, TreeError, type TreeFault } from '../growth.ts'
export { readTree, type SupervisionTree, type TreeVariables } from '../supervision.ts'
export type { Place, Tree, TreeNode } from '../tree.ts'
