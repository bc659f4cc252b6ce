import { Call } from './call.ts'
import type { SupervisionTreeAnswer, SupervisionTreeCode, SupervisionTreeNode } from './generated/operations.ts'
import { GrowingTree, growTree } from './growth.ts'
import type { Pages } from './pages.ts'
import type { Tree, TreeNode } from './tree.ts'

/** Who is in a supervision tree, and where. */
export type SupervisionTree = Tree<SupervisionTreeNode>

/** A supervision tree under way: a tree at any time, as its places come parents first. */
export interface TreeProgress {
  /** What has come so far: the same tree each time, grown. */
  readonly tree: SupervisionTree
  /** What this page brought, parents before children. */
  readonly added: readonly TreeNode<SupervisionTreeNode>[]
  /** How many places the whole tree has. */
  readonly totalCount: number
  readonly done: boolean
}

// The most that the server gives at once.
const mostPlaces = 2_000

/**
 * A supervision tree that is read when it is first awaited, or page by page with `stream`; null when the root is not in office on that day.
 * What `withMeta` tells is of the first page.
 *
 * @example
 * const tree = await client.tree({ root: head.id })
 * for await (const { tree, added, totalCount } of client.tree({ root: head.id }).stream()) draw(added, tree.size / totalCount)
 */
export class TreeCall extends Call<SupervisionTree | null, SupervisionTreeCode> {
  readonly #pages: (first: number) => Pages<SupervisionTreeAnswer, SupervisionTreeNode, SupervisionTreeCode>

  constructor(pages: (first: number) => Pages<SupervisionTreeAnswer, SupervisionTreeNode, SupervisionTreeCode>) {
    super(async () => {
      const all = pages(mostPlaces)
      const { meta } = await all.withMeta()
      const places = await all.toArray({ limit: Number.POSITIVE_INFINITY })
      return { data: places.length === 0 ? null : growTree(places), meta }
    })
    this.#pages = pages
  }

  /**
   * The tree as it grows, each page of up to 2,000 places as soon as it is there; the next one is fetched meanwhile. Nothing comes when the
   * root is not in office on that day. Throws as the call does.
   */
  async *stream({
    pageSize = 500,
  }: {
    readonly pageSize?: number
  } = {}): AsyncGenerator<TreeProgress, void, undefined> {
    const growing = new GrowingTree<SupervisionTreeNode>()
    for await (const { nodes, pageInfo, totalCount } of this.#pages(pageSize).pages()) {
      const added = growing.add(nodes)
      const { tree } = growing
      if (tree) yield { tree, added, totalCount, done: !pageInfo.hasNextPage }
    }
  }
}
