import {
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
} from 'graphql'
import type { Viewer } from './asked.ts'
import { type Arguments, checkAccess, checkArguments, checkCursor } from './check.ts'
import { typeOf } from './id.ts'
import { optional, schemaWith } from './sdl.ts'

// nothing is required, so that one refusal does not keep others from being found
const lenient = schemaWith(optional)

/** Stands for whatever may be at a place of the answer. */
interface Anything {
  readonly type?: string
  readonly checkPage?: () => void
}

/** Which root fields may be refused, and with which codes. */
type Refusals = Map<string, Set<string>>

interface Setting {
  readonly viewer: Viewer
  readonly refusals: Refusals
}

/**
 * The codes with which each root field may be refused for what is asked, whatever the world holds. A field is refused as a
 * whole, so each is looked at as if every list held something. `null` when the variables are not even right.
 */
export function refusalsOf(question: Omit<ExecutionArgs, 'schema'>, viewer: Viewer): Refusals | null {
  const refusals: Refusals = new Map()
  const contextValue: Setting = { viewer, refusals }
  const result = execute({ ...question, schema: lenient, contextValue, fieldResolver, typeResolver })
  if (result instanceof Promise) throw new Error('nothing here waits')
  if (result.data === undefined) return null
  // graphql-js finds arguments that variables have spoilt, and gives no code
  for (const { path } of result.errors ?? []) note(refusals, String(path?.[0] ?? ''), 'BAD_USER_INPUT')
  return refusals
}

function note(refusals: Refusals, root: string, code: string): void {
  refusals.set(root, (refusals.get(root) ?? new Set()).add(code))
}

const typeResolver = ({ type }: Anything) => type

const fieldResolver: GraphQLFieldResolver<Anything | undefined, Setting, Arguments> = (source, args, setting, info) => {
  const { parentType, fieldName, returnType, path } = info
  const { viewer, refusals } = setting
  const { name } = getNamedType(returnType)
  const field = `${parentType.name}.${fieldName}`
  // what is refused is looked into all the same: which of several refusals is told is not promised
  const attempt = (check: () => void) => {
    try {
      check()
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      note(refusals, rootOf(path), String(error.extensions['code']))
    }
  }
  if (parentType.name.endsWith('Connection') && fieldName !== 'totalCount') attempt(() => source?.checkPage?.())
  if (isLeafType(getNamedType(returnType))) return null
  if (field === 'Query.viewer' && !viewer) return null
  attempt(() => checkAccess(name, viewer))
  attempt(() => checkArguments(field, args))
  if (name !== 'Node') return some(returnType, { type: name, checkPage: () => checkCursor(name, field, args) })
  const nodes = (args.ids ?? [String(args.id)]).map(typeOf).flatMap((type) => (type ? [{ type }] : []))
  for (const { type } of nodes) attempt(() => checkAccess(type, viewer))
  return args.ids ? nodes : nodes[0]
}

const rootOf = ({ prev, key }: GraphQLResolveInfo['path']): string => (prev ? rootOf(prev) : String(key))

const some = (type: GraphQLOutputType, anything: Anything) =>
  isListType(getNullableType(type)) ? [anything] : anything
