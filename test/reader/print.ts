import { type GraphQLCompositeType, getNamedType, isCompositeType, isInterfaceType, isObjectType } from 'graphql'
import type { Given, Variable } from './given.ts'
import { Keys } from './keys.ts'
import { json, literal, shapeOf } from './plain.ts'
import { contract } from './sdl.ts'
import type { Directive, FieldLine, FragmentLine, Line } from './selection.ts'

/** A variable for a cursor: of which list, and which one each time. */
export interface CursorVariable {
  readonly name: string
  readonly list: string
  readonly picks: readonly (number | null)[]
}

/** Writes one operation with its fragments, and its variables. */
export class Printer {
  readonly cursors: CursorVariable[] = []
  private readonly prefix: string
  private readonly keys = new Keys()
  private readonly variables = new Map<string, { name: string; variable: Variable }>()
  private readonly fragments = new Map<string, string>()

  constructor(prefix: string) {
    this.prefix = prefix
  }

  /** The operation's text. */
  print(name: string, lines: readonly Line[]): string {
    const query = contract.getQueryType()
    if (!query) throw new Error('the schema has no Query')
    const selection = this.lines(lines, query, '')
    const declared = [
      ...[...this.variables.values()].map(
        ({ name, variable: { type, fallback } }) =>
          `$${name}: ${type}${fallback === undefined ? '' : ` = ${literal(fallback)}`}`,
      ),
      ...this.cursors.map(({ name }) => `$${name}: String`),
    ]
    const head = declared.length ? `query ${name}(${declared.join(', ')})` : `query ${name}`
    const fragments = [...this.fragments].map(([text, name]) => `fragment ${name} ${text}`)
    return [`${head} ${selection}`, ...fragments].join('\n')
  }

  /** The values of the variables at one time, but for cursors; `steady` where only their texts may change. */
  values(time: number, steady: boolean): Record<string, unknown> {
    return Object.fromEntries(
      [...this.variables.values()].flatMap(({ name, variable: { values } }) => {
        const [first, value] = [values[0], values[time]]
        const isAlike = first !== undefined && value !== undefined && shapeOf(first) === shapeOf(value)
        const chosen = steady && !isAlike ? first : value
        return chosen === undefined ? [] : [[name, json(chosen)]]
      }),
    )
  }

  private lines(lines: readonly Line[], type: GraphQLCompositeType, path: string): string {
    const printed = lines.flatMap((line) =>
      line.kind === 'field' ? this.field(line, type, path) : this.fragment(line, type, path),
    )
    return `{ ${printed.join(' ')} }`
  }

  private field(line: FieldLine, type: GraphQLCompositeType, path: string): string[] {
    const { name, args, below, again } = line
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    const given = Object.entries(args).map(
      ([argument, value]) => `${argument}: ${this.given(value, `${type.name}.${name}`)}`,
    )
    const called = `${name}${given.length ? `(${given.join(', ')})` : ''}`
    const key = this.keys.take(path, line.alias ?? name, type, called, field?.type)
    const head = `${key === name ? '' : `${key}: `}${called}${this.directives(line.directives)}`
    if (name === '__schema') return [`${head} { queryType { name } }`]
    const target = field && getNamedType(field.type)
    if (!below || !isCompositeType(target)) return [head]
    const selections = [below, ...(again ? [again] : [])]
    return selections.map((lines) => `${head} ${this.lines(lines, target, `${path}/${key}`)}`)
  }

  private fragment({ on, named, directives, below }: FragmentLine, type: GraphQLCompositeType, path: string): string[] {
    const target = on === null ? type : contract.getType(on)
    if (!isCompositeType(target)) throw new Error(`${on} has no fields`)
    const lines = this.lines(below, target, path)
    const conditions = this.directives(directives)
    if (!named) return [`...${on === null ? '' : ` on ${on}`}${conditions} ${lines}`]
    const text = `on ${target.name} ${lines}`
    const name = this.fragments.get(text) ?? `${this.prefix}${this.fragments.size + 1}`
    this.fragments.set(text, name)
    const spread = `...${name}${conditions}`
    return named === 1 ? [spread] : [spread, `... { ...${name} }`]
  }

  private directives(directives: readonly Directive[]): string {
    return directives.map(({ name, condition }) => ` @${name}(if: ${this.given(condition, '')})`).join('')
  }

  private given(given: Given, field: string): string {
    switch (given.how) {
      case 'literal':
        return literal(given.value)
      case 'variable':
        return `$${this.variable(given)}`
      case 'items':
        return `[${given.items.map((item) => this.given(item, field)).join(', ')}]`
      case 'fields':
        return `{ ${Object.entries(given.fields)
          .map(([name, value]) => `${name}: ${this.given(value, field)}`)
          .join(', ')} }`
      case 'cursor': {
        const name = `after${this.cursors.length + 1}`
        this.cursors.push({ name, list: field, picks: given.picks })
        return `$${name}`
      }
    }
  }

  /** Variables that are alike are one. */
  private variable(variable: Variable): string {
    const key = JSON.stringify([
      variable.type,
      variable.fallback ?? 'none',
      variable.values.map((value) => value ?? (value === null ? 'null' : 'none')),
    ])
    const known = this.variables.get(key)
    if (known) return known.name
    const name = `v${this.variables.size + 1}`
    this.variables.set(key, { name, variable })
    return name
  }
}
