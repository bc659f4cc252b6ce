/** A value of an enum: bare in a document, a text among variables. */
export class Choice {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A value as GraphQL has them. */
export type Plain = null | boolean | number | string | Choice | readonly Plain[] | { readonly [name: string]: Plain }

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value)

/** A value as it stands in a document. */
export function literal(value: Plain): string {
  if (value instanceof Choice) return value.name
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(literal).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([name, field]) => `${name}: ${literal(field)}`)
    .join(', ')} }`
}

/** A value as it travels among the variables. */
export function json(value: Plain): unknown {
  if (value instanceof Choice) return value.name
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(json)
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, json(field)]))
}

/** What is left of a value without its texts: two values alike in this differ in nothing that decides how they are read. */
export function shapeOf(value: Plain): string {
  if (typeof value === 'string') return value.replace(/^([a-z]{3}_)?.*/s, '$1')
  if (typeof value !== 'object' || value === null || value instanceof Choice) return literal(value)
  return JSON.stringify(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]))
}
