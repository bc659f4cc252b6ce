import { isObject } from '../../sdk/answer.ts'
import { growTree, TreeError } from '../../sdk/growth.ts'
import type { Tree, TreeNode } from '../../sdk/tree.ts'
import type { Table } from './table.ts'

/** A place of an answer, whatever else it tells. */
export type Place = { readonly id: string; readonly parentId: string | null } & Readonly<Record<string, unknown>>

/** The first list that is a tree: whose items say below which other they stand. Null where there is none. */
export const treeIn = (tables: readonly Table[]): Tree<Place> | null => {
  for (const { items } of tables) {
    if (items.length === 0 || !items.every(isPlace)) continue
    try {
      return growTree(items)
    } catch (error) {
      if (!(error instanceof TreeError)) throw error
    }
  }
  return null
}

const isPlace = (item: unknown): item is Place =>
  isObject(item) &&
  typeof item['id'] === 'string' &&
  (item['parentId'] === null || typeof item['parentId'] === 'string')

/** What a place is called: the first name in it, and what else its item says of itself. */
export const titleOf = ({ assignment, ...place }: Place): { readonly name: string; readonly about: string } => {
  const told = isObject(assignment) ? assignment : place
  const names = ['person', 'school', 'office'].flatMap((part) => (isObject(told[part]) ? [told[part]['name']] : []))
  const [name, ...where] = [...names, told['name'], place.id].filter((text) => typeof text === 'string')
  const about = [told['position'], names.length > 0 ? where[0] : undefined].filter((text) => typeof text === 'string')
  return { name: name ?? place.id, about: about.join(' · ') }
}

/** The places that are shown: those below none that is closed. */
export const shown = (root: TreeNode<Place>, closed: ReadonlySet<string>): readonly TreeNode<Place>[] => {
  const nodes: TreeNode<Place>[] = []
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node)
    if (!closed.has(node.value.id)) waiting.push(...node.children.toReversed())
  }
  return nodes
}
