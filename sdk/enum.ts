import type { Open } from './operation.ts'

/** A language of the labels: `id` is Indonesian. */
export type Language = 'id' | 'en'

type Labels<Value extends string> = Readonly<Record<Value, Readonly<Record<Language, string>>>>

// In the registry of symbols, so that a second copy of this package reads the enums of the first.
const labels: unique symbol = Symbol.for('kinerja-graph.labels')

/** The values of an enum by name, and what they are called. */
export type Enum<Value extends string> = { readonly [Name in Value]: Name } & Labelled<Value>

interface Labelled<Value extends string> {
  readonly [labels]: Labels<Value>
}

/** Makes an enum: its values are its own enumerable keys. */
export const enumOf = <Value extends string>(labelled: Labels<Value>): Enum<Value> => {
  const values = Object.fromEntries(Object.keys(labelled).map((value) => [value, value]))
  return Object.freeze({ ...values, [labels]: labelled }) as Enum<Value>
}

/**
 * What a screen calls a value; the value itself, when it is newer than this package.
 *
 * @example
 * import { label, PlanStatus } from '@kinerja/sdk/labels'
 *
 * label(PlanStatus, plan.status, 'id') // Disepakati
 */
export const label = <Value extends string>(
  of: Labelled<Value>,
  value: Open<NoInfer<Value>>,
  language: Language,
): string => (Object.hasOwn(of[labels], value) ? of[labels][value as Value][language] : value)
