/** The type of what lies at a path of `data`; null when something on the way may be null. */
export type Answer<Data, Path extends readonly string[]> = Path extends readonly [
  infer Name,
  ...infer Rest extends readonly string[],
]
  ? Answer<Field<Data, Name>, Rest>
  : Found<Data>

type Field<Value, Name> = Value extends null ? null : Name extends keyof Value ? Value[Name] : never

// What codegen prints for the types that an inline fragment leaves out; `at` answers null for it.
type Found<Value> = Value extends Record<PropertyKey, never> ? null : Value

/** What lies at a path of `data`; null when something on the way is null or of another type than was asked for. */
export const at = (data: unknown, path: readonly string[]): unknown => {
  let value = data
  for (const name of path) value = isObject(value) ? (value[name] ?? null) : null
  return isObject(value) && Object.keys(value).length === 0 ? null : value
}

/** Whether a value of JSON has fields. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
