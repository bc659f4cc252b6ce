import { isObject } from '../answer.ts'

/** A list in an answer: where it lies, and where its items are. */
export interface Found {
  readonly path: readonly string[]
  /** A page of a connection has its items in `nodes` or `edges`; a plain list has them itself. */
  readonly kind: 'nodes' | 'edges' | 'plain'
}

/** The first list of an answer, looked for level by level; null where there is none. */
export const firstList = (data: unknown): Found | null => {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: data, path: [] }]
  for (const { value, path } of waiting) {
    if (Array.isArray(value)) return { path, kind: 'plain' }
    if (!isObject(value)) continue
    if (Array.isArray(value['nodes'])) return { path, kind: 'nodes' }
    if (Array.isArray(value['edges'])) return { path, kind: 'edges' }
    for (const [name, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, name] })
  }
  return null
}

/** What stands in a list, or in a page of one: nodes, or edges as they are. */
export const membersOf = (list: unknown, kind: Found['kind']): readonly unknown[] => {
  const members = kind === 'plain' ? list : isObject(list) && list[kind]
  return Array.isArray(members) ? members : []
}

/** The items of a list, or of a page of one. */
export const itemsOf = (list: unknown, kind: Found['kind']): readonly unknown[] =>
  membersOf(list, kind).map((member) => (kind === 'edges' && isObject(member) ? member['node'] : member))
