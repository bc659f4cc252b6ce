/** The items of a list, be it in an array or the first page; anything else is a list of itself. */
export type ItemOf<Data> = Data extends readonly (infer Item)[] | { readonly nodes: readonly (infer Item)[] }
  ? Item
  : NonNullable<Data>

/** What became of the items of a list; they are known by their ids. */
export interface Difference<Item> {
  readonly added: readonly Item[]
  readonly removed: readonly Item[]
  readonly changed: readonly { readonly before: Item; readonly after: Item }[]
}

/**
 * What became of the items of a list that was read twice.
 *
 * @example
 * const { added, removed, changed } = differenceOf(await before, await client.teachers({ filter }))
 */
export const differenceOf = <Data>(before: Data, after: Data): Difference<ItemOf<Data>> => {
  const old = byId<ItemOf<Data>>(before)
  const added: ItemOf<Data>[] = []
  const changed: { before: ItemOf<Data>; after: ItemOf<Data> }[] = []
  for (const [id, item] of byId<ItemOf<Data>>(after)) {
    const was = old.get(id)
    if (was === undefined) added.push(item)
    else if (!isSame(was, item)) changed.push({ before: was, after: item })
    old.delete(id)
  }
  return { added, removed: [...old.values()], changed }
}

/** Whether two answers to one question say the same. */
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const byId = <Item>(data: unknown): Map<unknown, Item> => {
  const { nodes } = (data ?? {}) as { readonly nodes?: unknown }
  const items = [nodes ?? data ?? []].flat() as (Item & { readonly id?: unknown })[]
  return new Map(items.map((item) => [item.id, item]))
}
