import { ApiError } from './errors.ts'
import { nodeOperation, nodesOperation } from './generated/operations.ts'
import type { AnyOperation } from './operation.ts'
import type { CallOptions } from './options.ts'
import type { Layer, Send, Told } from './send.ts'

/** What the server takes in one `nodes`. */
const mostIds = 100

interface Asked {
  readonly operation: AnyOperation
  readonly variables: object
  readonly answer: Promise<Told>
  settle(answer: Promise<Told>): void
}

/**
 * Sends once what is asked several times in one tick, and all calls of `node` as one of `nodes`. Nothing is remembered beyond the tick. A
 * call with options of its own goes alone, so that its signal stops it.
 *
 * @example
 * const client = createClient({ url, token, use: [coalescing()] })
 * const things = await Promise.all(ids.map((id) => client.run(nodeOperation, { id })))
 */
export const coalescing = (): Layer => (send) => {
  const asked = new Map<string, Asked>()
  const flush = () => {
    const all = [...asked.values()]
    asked.clear()
    const nodes = all.filter(({ operation }) => operation === nodeOperation)
    const others = all.filter(({ operation }) => operation !== nodeOperation)
    for (const { operation, variables, settle } of others) settle(send(operation, variables, {}))
    for (let i = 0; i < nodes.length; i += mostIds) sendNodes(send, nodes.slice(i, i + mostIds))
  }
  return async (operation, variables, options) => {
    const { kind, text } = operation
    if (kind !== 'query' || !isPlain(options)) return send(operation, variables, options)
    const key = JSON.stringify([text, variables])
    const same = asked.get(key) ?? question(operation, variables)
    if (asked.size === 0) queueMicrotask(flush)
    asked.set(key, same)
    return same.answer
  }
}

const isPlain = (options: CallOptions): boolean => Object.values(options).every((option) => option === undefined)

const question = (operation: AnyOperation, variables: object): Asked => {
  let settle: Asked['settle'] = () => {}
  const answer = new Promise<Told>((resolve) => {
    settle = resolve
  })
  return { operation, variables, answer, settle }
}

const sendNodes = (send: Send, nodes: readonly Asked[]): void => {
  const alone = ({ operation, variables }: Asked) => send(operation, variables, {})
  if (nodes.length === 1) {
    for (const node of nodes) node.settle(alone(node))
    return
  }
  const ids = nodes.map(({ variables }) => (variables as { readonly id?: unknown }).id)
  const answer = send(nodesOperation, { ids }, {})
  for (const [index, node] of nodes.entries()) {
    const own = ({ data, meta }: Told) => ({ data: { node: (data as { nodes: unknown[] }).nodes[index] }, meta })
    // One id that is none must not spoil the others.
    node.settle(answer.then(own, (error) => (ApiError.is(error, 'BAD_USER_INPUT') ? alone(node) : answer)))
  }
}
