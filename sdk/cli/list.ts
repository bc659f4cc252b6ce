import { isObject } from '../answer.ts'

/** A list in an answer: where it lies, and where its items are. */
export interface Found {
  readonly path: readonly string[]
  /** A page of a connection has its items in `nodes` or `edges`; a plain list has them itself. */
  readonly kind: 'nodes' | 'edges' | 'plain'
}

/** The lists of an answer that do not lie in another, level by level. */
export function* listsIn(data: unknown): Generator<Found> {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: data, path: [] }]
  for (const { value, path } of waiting) {
    if (Array.isArray(value)) yield { path, kind: 'plain' }
    else if (!isObject(value)) continue
    else if (Array.isArray(value['nodes'])) yield { path, kind: 'nodes' }
    else if (Array.isArray(value['edges'])) yield { path, kind: 'edges' }
    else for (const [name, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, name] })
  }
}

/** The first list of an answer; null where there is none. */
export const firstList = (data: unknown): Found | null => listsIn(data).next().value ?? null

/** What stands in a list, or in a page of one: nodes, or edges as they are. */
export const membersOf = (list: unknown, kind: Found['kind']): readonly unknown[] => {
  const members = kind === 'plain' ? list : isObject(list) && list[kind]
  return Array.isArray(members) ? members : []
}

/** The items of a list, or of a page of one. */
export const itemsOf = (list: unknown, kind: Found['kind']): readonly unknown[] =>
  membersOf(list, kind).map((member) => (kind === 'edges' && isObject(member) ? member['node'] : member))
