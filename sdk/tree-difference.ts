import type { Place, Tree } from './tree.ts'

/** What became of a tree. Each list has parents before children, so that it can be done in its order; `removed` from its end. */
export interface TreeDifference<Before extends Place, After extends Place = Before> {
  readonly added: readonly After[]
  readonly removed: readonly Before[]
  readonly moved: readonly Moved<After>[]
}

/** A place that stands below another one now. */
export interface Moved<After extends Place> {
  readonly value: After
  /** The place above before; null where it was the root. */
  readonly from: string | null
  /** The place above after; null where it is the root. */
  readonly to: string | null
}

/**
 * What became of a tree: of two days, or of a stored one and today's. Null is a tree of nobody. Those below somebody who moved go with him
 * and are not listed.
 *
 * @example
 * const { added, removed, moved } = treeDifference(growTree(stored), await client.tree({ root }))
 */
export const treeDifference = <Before extends Place, After extends Place = Before>(
  before: Tree<Before> | null,
  after: Tree<After> | null,
): TreeDifference<Before, After> => {
  const added: After[] = []
  const moved: Moved<After>[] = []
  for (const { value } of after?.walk() ?? []) {
    const was = before?.find(value.id)?.value
    if (!was) added.push(value)
    else if (was.parentId !== value.parentId) moved.push({ value, from: was.parentId, to: value.parentId })
  }
  const places = Array.from(before?.walk() ?? [], ({ value }) => value)
  return { added, removed: places.filter(({ id }) => !after?.find(id)), moved }
}
