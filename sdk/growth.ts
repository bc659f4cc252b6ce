import { type Place, Tree, TreeNode } from './tree.ts'

/** Why places do not make a tree. */
export type TreeFault = 'NO_ROOT' | 'SEVERAL_ROOTS' | 'ORPHAN' | 'CYCLE' | 'DUPLICATE'

const messages: Record<TreeFault, string> = {
  NO_ROOT: 'There is no root',
  SEVERAL_ROOTS: 'There are several roots',
  ORPHAN: 'The parent did not come',
  CYCLE: 'There is a cycle',
  DUPLICATE: 'It came below several parents',
}

/** The places do not make a tree; `ids` are those at fault, for CYCLE in the order of the cycle. */
export class TreeError extends Error {
  readonly fault: TreeFault
  readonly ids: readonly string[]

  constructor(fault: TreeFault, ids: readonly string[]) {
    const more = ids.length > 10 ? ` and ${ids.length - 10} more` : ''
    super(`${messages[fault]}: ${ids.slice(0, 10).join(', ')}${more}`)
    this.fault = fault
    this.ids = ids
  }
}

TreeError.prototype.name = 'TreeError'

type Growing<T extends Place> = {
  -readonly [Key in 'parent' | 'depth']: TreeNode<T>[Key]
} & { readonly children: TreeNode<T>[] }

// Only this file may change a node.
const growing = <T extends Place>(node: TreeNode<T>): Growing<T> => node as unknown as Growing<T>

/**
 * Rebuilds a tree from flat places in any order, in time that grows with their number. A place that comes twice with the
 * same parent counts once. Throws a TreeError when they are no tree.
 *
 * @example
 * const tree = growTree([{ id: 'b', parentId: 'a' }, { id: 'a', parentId: null }])
 * tree.root.children[0]?.value.id // 'b'
 */
export const growTree = <T extends Place>(places: Iterable<T>): Tree<T> => {
  const byId = new Map<string, TreeNode<T>>()
  for (const place of places) {
    const known = byId.get(place.id)
    if (!known) byId.set(place.id, new TreeNode(place))
    else if (known.value.parentId !== place.parentId) throw new TreeError('DUPLICATE', [place.id])
  }
  const root = attach(byId)
  let reached = 0
  for (const node of root.walk()) {
    growing(node).depth = node.parent ? node.parent.depth + 1 : 0
    reached++
  }
  if (reached < byId.size) throw cycle(byId)
  return new Tree(root, byId)
}

/**
 * A tree that grows as its places come, each parent before its children: `add` takes the next ones, and returns the nodes that are new.
 * `tree` is null before the first. Throws a TreeError where they are no tree; what came before stands.
 */
export class GrowingTree<T extends Place> {
  readonly #byId = new Map<string, TreeNode<T>>()
  #tree: Tree<T> | null = null

  get tree(): Tree<T> | null {
    return this.#tree
  }

  add(places: Iterable<T>): TreeNode<T>[] {
    const added: TreeNode<T>[] = []
    for (const place of places) {
      const { id, parentId } = place
      const known = this.#byId.get(id)
      if (known?.value.parentId === parentId) continue
      if (known) throw new TreeError('DUPLICATE', [id])
      const node = new TreeNode(place)
      const parent = parentId === null ? null : this.#byId.get(parentId)
      if (parent === undefined) throw new TreeError('ORPHAN', [id])
      if (parent) {
        growing(node).parent = parent
        growing(node).depth = parent.depth + 1
        growing(parent).children.push(node)
      } else if (this.#tree) throw new TreeError('SEVERAL_ROOTS', [idOf(this.#tree.root), id])
      else this.#tree = new Tree(node, this.#byId)
      this.#byId.set(id, node)
      added.push(node)
    }
    return added
  }
}

const attach = <T extends Place>(byId: ReadonlyMap<string, TreeNode<T>>): TreeNode<T> => {
  const roots: TreeNode<T>[] = []
  const orphans: string[] = []
  for (const node of byId.values()) {
    const { id, parentId } = node.value
    const parent = parentId === null ? null : byId.get(parentId)
    if (parent === undefined) orphans.push(id)
    else if (parent === null) roots.push(node)
    else {
      growing(node).parent = parent
      growing(parent).children.push(node)
    }
  }
  if (orphans.length > 0) throw new TreeError('ORPHAN', orphans)
  const [root] = roots
  if (!root) throw byId.size > 0 ? cycle(byId) : new TreeError('NO_ROOT', [])
  if (roots.length > 1) throw new TreeError('SEVERAL_ROOTS', roots.map(idOf))
  return root
}

const idOf = <T extends Place>(node: TreeNode<T>): string => node.value.id

/** Finds one cycle among places that no walk from the root has reached: so many steps up, one is in it. */
const cycle = <T extends Place>(byId: ReadonlyMap<string, TreeNode<T>>): TreeError => {
  let node = [...byId.values()].find(({ parent, depth }) => parent && depth === 0)
  for (let steps = byId.size; node?.parent && steps > 0; steps--) node = node.parent
  const ids = new Set<string>()
  for (; node?.parent && !ids.has(idOf(node)); node = node.parent) ids.add(idOf(node))
  return new TreeError('CYCLE', [...ids])
}
