import { type DocumentNode, execute, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { apiKeyRules } from './api-keys.ts'
import type { Asked, Rules, Viewer } from './asked.ts'
import { catalogueRules } from './catalogue.ts'
import { today } from './day.ts'
import { developmentRules } from './development.ts'
import { importRules } from './imports.ts'
import { nodeRules } from './nodes.ts'
import { notificationRules } from './notifications.ts'
import { observationRules } from './observations.ts'
import { organisationRules } from './organisation.ts'
import { peopleRules } from './people.ts'
import { planRules } from './plans.ts'
import { refusalsOf } from './refusals.ts'
import { refused } from './refused.ts'
import { contract, optional, schemaWith } from './sdl.ts'
import { supervisionRules } from './supervision.ts'
import type { World } from './world.ts'

/** A document with the values of its variables. */
export interface Question {
  readonly document: DocumentNode
  readonly variableValues: Readonly<Record<string, unknown>>
  readonly operationName?: string | undefined
}

/** What must be answered: the data, and the codes that each refused root field may have. */
export interface Expected {
  readonly data?: unknown
  readonly refusals: ReadonlyMap<string, ReadonlySet<string>>
}

const parts: readonly Rules[] = [
  nodeRules,
  organisationRules,
  peopleRules,
  supervisionRules,
  catalogueRules,
  developmentRules,
  planRules,
  observationRules,
  notificationRules,
  importRules,
  apiKeyRules,
]

const rules = (type: string) => Object.assign({}, ...parts.map((part) => part[type])) as Rules[string]

/** An object of the answer, and the day on which it was asked about. */
interface Found {
  readonly row: Readonly<Record<string, unknown>>
  readonly day: string
}

interface Setting {
  readonly world: World
  readonly viewer: Viewer
  readonly refusals: ReadonlyMap<string, ReadonlySet<string>>
}

// each root field is answered for itself, so that all refusals are found
const separate = schemaWith((field, type) => (type === 'Query' ? optional(field) : field))

/** Answers a question from plain arrays: slow, and nothing in it is shared with the server but the contract. */
export function answer(world: World, viewer: Viewer, question: Question): Expected {
  const refusals = refusalsOf(question, viewer)
  if (!refusals) return { refusals: new Map([['', new Set(['BAD_USER_INPUT'])]]) }
  const run = (schema: GraphQLSchema) => {
    const result = execute({
      ...question,
      schema,
      contextValue: { world, viewer, refusals },
      fieldResolver,
      typeResolver,
    })
    if (result instanceof Promise) throw new Error('nothing here waits')
    return result
  }
  const { data, errors = [] } = run(separate)
  for (const { path, extensions, message } of errors) {
    const root = String(path?.[0] ?? '')
    if (refusals.has(root)) continue
    if (!('code' in extensions)) throw new Error(`the interpreter is wrong at ${path?.join('.')}: ${message}`)
    refusals.set(root, new Set([String(extensions['code'])]))
  }
  return { data: errors.length ? run(contract).data : data, refusals }
}

const typeResolver = ({ row }: Found) => String(row['type'])

const fieldResolver: GraphQLFieldResolver<Found | undefined, Setting, Days> = (source, args, setting, info) => {
  const { parentType, fieldName, path } = info
  const [refusal] = parentType.name === 'Query' ? (setting.refusals.get(String(path.key)) ?? []) : []
  if (refusal) throw refused(refusal)
  const day = args.asOf ?? args.filter?.asOf ?? source?.day ?? today
  const asked: Asked = { world: setting.world, viewer: setting.viewer, day, field: `${parentType.name}.${fieldName}` }
  const rule = rules(parentType.name)?.[fieldName]
  const value = rule ? rule(source?.row as never, args as never, asked) : source?.row[fieldName]
  return found(value, day)
}

interface Days {
  readonly asOf?: string | null
  readonly filter?: { readonly asOf?: string | null } | null
}

function found(value: unknown, day: string): unknown {
  if (Array.isArray(value)) return value.map((item) => found(item, day))
  return typeof value === 'object' && value !== null ? { row: value, day } : value
}
