import type { Place, Tree, TreeNode } from './tree.ts'

/** What was made of a place, and under `Key` those below it. */
export type Nested<Value, Key extends string> = Value & { readonly [Below in Key]: readonly Nested<Value, Key>[] }

/**
 * A tree as plain JSON, those below a place under a key of it: what an org chart takes. Every place has the key, if only an empty list.
 *
 * @example
 * const chart = toNested(tree, 'reports', ({ assignment }) => ({ name: assignment.person.name }))
 * chart.reports[0]?.reports[0]?.name
 */
export const toNested = <T extends Place, Key extends string, Value extends object>(
  { root }: Tree<T>,
  key: Key,
  of: (value: T, node: TreeNode<T>) => Value,
): Nested<Value, Key> => {
  const top: object[] = []
  // The lists of children of each place on the way down to where the walk is.
  const lists = [top]
  for (const node of root.walk()) {
    const depth = node.depth - root.depth
    const below: object[] = []
    lists[depth]?.push({ ...of(node.value, node), [key]: below })
    lists[depth + 1] = below
  }
  return top[0] as Nested<Value, Key>
}
