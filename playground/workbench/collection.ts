import collection from '../../sdk/generated/collection.json' with { type: 'json' }
import type { Session } from '../session.ts'

/** An operation that the SDK ships. */
export interface Saved {
  readonly name: string
  readonly kind: 'query' | 'mutation' | 'subscription'
  readonly description: string
  readonly document: string
  /** To try it with: ids in it stand for any. */
  readonly variables: object
  readonly answers: 'once' | 'items' | 'events'
  /** What it may fail with, beside what any call may fail with. */
  readonly codes: readonly string[]
}

/** Who uses the SDK. */
export type User = keyof typeof collection.personas

/** All that the SDK ships, by name. */
export const saved: ReadonlyMap<string, Saved> = new Map(
  Object.entries(collection.operations).map(([name, operation]) => [
    name,
    { ...operation, name, kind: operation.document.slice(0, operation.document.indexOf(' ')) } as Saved,
  ]),
)

/** Who may ask for what: each user's operations, and what is said of him. */
export const users = Object.entries(collection.personas).map(([user, { description, operations }]) => ({
  user: user as User,
  description,
  operations: operations.flatMap((name) => saved.get(name) ?? []),
}))

/** As whom of the SDK's users somebody asks; null for who may be any of them. */
export const userOf = (persona: Session['persona'] | undefined): User | null => {
  if (persona === undefined || persona === 'person') return null
  return persona === 'inspector' ? 'office' : persona
}

/** Operations whose name or description holds all words of a search. */
export const searched = (operations: readonly Saved[], search: string): readonly Saved[] => {
  const words = search.toLowerCase().split(/\s+/)
  return operations.filter(({ name, description }) => {
    const text = `${name} ${description}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Variables with what somebody sees in the place of what stands for any. */
export const fill = (variables: object, ids: Session['ids']): object =>
  JSON.parse(JSON.stringify(variables), (name, value: unknown) => {
    if (typeof value !== 'string') return value
    return ids[name] ?? ids[/^[a-z]{3}(?=_)/.exec(value)?.[0] ?? ''] ?? value
  })

/** The operation of the SDK that a document is, unchanged; undefined for any other. */
export const savedAs = (document: string): Saved | undefined => {
  const name = /^(?:query|mutation|subscription) (\w+)/.exec(document.trim())?.[1] ?? ''
  const operation = saved.get(name)
  return operation?.document === document.trim() ? operation : undefined
}
