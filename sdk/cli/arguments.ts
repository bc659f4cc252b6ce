import { type ParseArgsConfig, parseArgs } from 'node:util'
import { isObject } from '../answer.ts'
import { Unable } from './failure.ts'

/** What is asked, and how it is printed. */
export interface QueryOptions {
  readonly file: string
  readonly variables: object
  readonly all: boolean
  readonly format: 'json' | 'csv' | 'ndjson'
}

/** Whose tree, and how it is printed. */
export interface TreeOptions {
  readonly office: string
  readonly asOf: string | undefined
  readonly depth: number | undefined
  readonly format: 'drawing' | 'csv' | 'ndjson'
}

type Options = NonNullable<ParseArgsConfig['options']>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const server = { url: text, token: text } as const
const printed = { csv: flag, ndjson: flag, out: text } as const

/** Reads the arguments of `login`. */
export const readLogin = (args: readonly string[]) => parse(args, server, 0).values

/** Reads the arguments of `logout`. */
export const readLogout = (args: readonly string[]) => parse(args, {}, 0).values

/** Reads the arguments of `query`. */
export const readQuery = (args: readonly string[]) => {
  const own = { variables: text, all: flag, json: flag } as const
  const { values, positionals } = parse(args, { ...server, ...printed, ...own }, 1)
  const [file] = positionals
  if (file === undefined) throw new Unable('Name a file: kinerja query teachers.graphql')
  const options: QueryOptions = {
    file,
    variables: readVariables(values.variables ?? '{}'),
    all: values.all ?? false,
    format: oneOf('json', { json: values.json, csv: values.csv, ndjson: values.ndjson }),
  }
  return { ...values, options }
}

/** Reads the arguments of `tree`. */
export const readTree = (args: readonly string[]) => {
  const own = { office: text, 'as-of': text, depth: text } as const
  const { values } = parse(args, { ...server, ...printed, ...own }, 0)
  if (values.office === undefined) throw new Unable('Name an office: kinerja tree --office 35.78')
  if (values.depth !== undefined && !/^\d{1,2}$/.test(values.depth)) throw new Unable('--depth is a number: 0 to 32.')
  const options: TreeOptions = {
    office: values.office,
    asOf: values['as-of'],
    depth: values.depth === undefined ? undefined : Number(values.depth),
    format: oneOf('drawing', { csv: values.csv, ndjson: values.ndjson }),
  }
  return { ...values, options }
}

const parse = <Known extends Options>(args: readonly string[], options: Known, most: number) => {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true })
    const extra = parsed.positionals[most]
    if (extra !== undefined) throw new TypeError(`What is ${JSON.stringify(extra)} for?`)
    return parsed
  } catch (error) {
    throw new Unable(error instanceof Error ? error.message : String(error))
  }
}

const readVariables = (json: string): object => {
  try {
    const variables: unknown = JSON.parse(json)
    if (isObject(variables)) return variables
  } catch {
    // Told below, as what is no object.
  }
  throw new Unable(`--variables is an object of JSON: '{"first": 100}'`)
}

const oneOf = <Other extends string, Name extends string>(
  other: Other,
  flags: Readonly<Record<Name, boolean | undefined>>,
): Other | Name => {
  const names = (Object.keys(flags) as Name[]).filter((name) => flags[name])
  if (names.length > 1) throw new Unable(`Choose one: ${names.map((name) => `--${name}`).join(' or ')}`)
  return names[0] ?? other
}
