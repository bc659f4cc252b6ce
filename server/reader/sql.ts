/** A value that travels beside the statement, never in its text. */
class Parameter {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }
}

/** A piece of a statement: text and parameters. Made by `sql`; pieces nest. */
export class Sql {
  readonly parts: readonly (string | Parameter)[]
  constructor(parts: readonly (string | Parameter)[]) {
    this.parts = parts
  }
}

/** SQL with values as parameters. Example: sql`${row}.name = ${name}`, where `row` is a piece and `name` a value. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  const parts: (string | Parameter)[] = []
  for (const [index, text] of strings.entries()) {
    parts.push(text)
    if (index === values.length) break
    const value = values[index]
    if (value instanceof Sql) parts.push(...value.parts)
    else parts.push(new Parameter(value))
  }
  return new Sql(parts)
}

/** A value that several pieces share: one parameter, however often it stands in the text. */
export const parameter = (value: unknown): Sql => new Sql([new Parameter(value)])

/** A table, column or alias. */
export const identifier = (name: string): Sql => new Sql([`"${name.replaceAll('"', '""')}"`])

/** A string constant of ours, such as a response key. */
export const literal = (text: string): Sql => new Sql([`'${text.replaceAll("'", "''")}'`])

/** The pieces one after the other. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [separator, ...piece.parts])))
}

/** The pieces as a list. */
export const commas = (pieces: readonly Sql[]): Sql => join(pieces, ', ')

/** All of the conditions; true when there are none. */
export const all = (conditions: readonly Sql[]): Sql => (conditions.length ? join(conditions, ' and ') : sql`true`)

/** The statement as `pg` takes it. */
export function render({ parts }: Sql): { text: string; values: unknown[] } {
  const places = new Map<Parameter, number>()
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
    } else {
      const place = places.get(part) ?? places.size + 1
      places.set(part, place)
      text += `$${place}`
    }
  }
  return { text, values: [...places.keys()].map(({ value }) => value) }
}
