/** A place in a tree, as it travels: flat, with the id of the place above; null for the root. */
export interface Place {
  readonly id: string
  readonly parentId: string | null
}

/** A place in a tree that has been rebuilt. */
export class TreeNode<T extends Place> {
  readonly value: T
  /** Null for the root. */
  readonly parent: TreeNode<T> | null = null
  readonly children: readonly TreeNode<T>[] = []
  /** Steps below the root, which is 0. */
  readonly depth: number = 0

  constructor(value: T) {
    this.value = value
  }

  /** Those above, the nearest first. */
  *ancestors(): Generator<TreeNode<T>, void, undefined> {
    for (let node = this.parent; node; node = node.parent) yield node
  }

  /** This place and all below it, each parent before its children (pre-order). */
  *walk(): Generator<TreeNode<T>, void, undefined> {
    const waiting: TreeNode<T>[] = [this]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      yield node
      for (let i = node.children.length; i > 0; i--) waiting.push(node.children[i - 1] as TreeNode<T>)
    }
  }
}

/** A tree in memory. Children are in the order in which they were delivered. */
export class Tree<T extends Place> {
  readonly root: TreeNode<T>
  readonly #byId: ReadonlyMap<string, TreeNode<T>>

  /** Use `growTree`, which makes sure that it is a tree. */
  constructor(root: TreeNode<T>, byId: ReadonlyMap<string, TreeNode<T>>) {
    this.root = root
    this.#byId = byId
  }

  /** How many places there are, the root among them. */
  get size(): number {
    return this.#byId.size
  }

  /** The place with this id. */
  find(id: string): TreeNode<T> | undefined {
    return this.#byId.get(id)
  }

  /** All places, each parent before its children (pre-order). */
  walk(): Generator<TreeNode<T>, void, undefined> {
    return this.root.walk()
  }
}
