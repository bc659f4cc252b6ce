import { constant, Given, type Request } from './given.ts'

/** A piece of a statement: text, and the places of its values. Made by `sql`; pieces nest. */
export class Sql {
  readonly parts: readonly (string | Given<unknown>)[]
  constructor(parts: readonly (string | Given<unknown>)[]) {
    this.parts = parts
  }
}

/** SQL with values beside the text, never in it. Example: sql`${row}.name = ${name}`, where `row` is a piece and `name` a value. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const parts: (string | Given<unknown>)[] = []
  for (const [index, text] of strings.entries()) {
    parts.push(text)
    if (index === values.length) break
    const value = values[index]
    if (value instanceof Sql) parts.push(...value.parts)
    else parts.push(value instanceof Given ? value : constant(value))
  }
  return new Sql(parts)
}

/** A table, column or alias. */
export const identifier = (name: string): Sql => new Sql([`"${name.replaceAll('"', '""')}"`])

/** A constant of ours: a type's name, a whole number in its range. */
export const literal = (value: string | number): Sql =>
  new Sql([typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`])

/** The pieces one after the other. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [separator, ...piece.parts])))
}

/** The pieces as a list. */
export const commas = (pieces: readonly Sql[]): Sql => join(pieces, ', ')

/** All of the conditions; true when there are none. */
export const all = (conditions: readonly Sql[]): Sql => (conditions.length ? join(conditions, ' and ') : sql`true`)

/** A statement as `pg` takes it: its text, and where its values come from. */
export interface Prepared {
  readonly text: string
  /** Whether it is planned anew for each request. */
  readonly plannedEachTime: boolean
  values(request: Request): unknown[]
}

/** Writes a statement out; a value that stands in several places travels once. */
export function prepare({ parts }: Sql): Prepared {
  const places = new Map<Given<unknown>, number>()
  const place = (value: Given<unknown>) => places.set(value, places.get(value) ?? places.size + 1).get(value)
  const text = parts.map((part) => (typeof part === 'string' ? part : `$${place(part)}`)).join('')
  const values = [...places.keys()]
  const plannedEachTime = values.some(({ decidesPlan }) => decidesPlan)
  return { text, plannedEachTime, values: (request) => values.map((value) => value.read(request)) }
}
