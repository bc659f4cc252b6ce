import { at } from '../answer.ts'
import type { Clock } from '../clock.ts'
import type { Code } from '../errors.ts'
import { nodeOperation, nodesOperation } from '../generated/operations.ts'
import type { Layer } from '../send.ts'
import { dataWith } from './data.ts'
import { Fault, NoAnswer, pageOf, responseTo } from './fault.ts'
import type { Rule, Rules } from './rules.ts'

/** One request, as it was sent. */
export interface Request {
  readonly operation: string
  readonly variables: object
}

/** What stands in the place of the network. */
export interface Service {
  readonly fetch: typeof fetch
  /** Lets what a test's own function throws, and what the mock has to complain of, through to the caller as it is. */
  readonly layer: Layer
  readonly requests: readonly Request[]
  /** Operations that were asked for and that the test told nothing of. */
  readonly unforeseen: readonly string[]
  latencyMs: number
  /** What the next requests meet on their way. */
  readonly trouble: (number | Code)[]
}

/** Answers requests by rules, in memory. */
export const serviceOf = (rules: Rules, clock: Clock): Service => {
  const requests: Request[] = []
  const unforeseen: string[] = []
  const trouble: (number | Code)[] = []
  const complaints = new Map<string, unknown>()

  const replyTo = async (operation: string, variables: object, signal: AbortSignal | null): Promise<unknown> => {
    const rule = rules.take(operation)
    if (rule) return finish(rule, await rule.reply(variables, signal))
    // what was asked for in one tick comes as one
    if (operation === nodesOperation.name && rules.has(nodeOperation.name)) {
      const ids = at(variables, ['ids']) as string[]
      const found = await Promise.all(ids.map((id) => replyTo(nodeOperation.name, { id }, signal)))
      return found.find((one) => one instanceof Fault) ?? { nodes: found.map((one) => at(one, nodeOperation.path)) }
    }
    unforeseen.push(operation)
    throw new Error(
      `Nobody told the mock what to answer to \`${operation}\`: say mock.on(${operation}Operation, () => mock.answer(${operation}Operation)). ` +
        `It was told of: ${rules.told().join(', ') || 'nothing'}.`,
    )
  }

  const respond = async (signal: AbortSignal | null, requestId: string, { operation, variables }: Request) => {
    if (service.latencyMs > 0) await clock.sleep(service.latencyMs, signal ?? undefined)
    if (signal?.aborted) throw signal.reason
    const met = trouble.shift()
    if (typeof met === 'number') return pageOf(met, requestId)
    const reply = met ? new Fault(met) : await replyTo(operation, variables, signal)
    if (reply instanceof Fault) return responseTo(reply, requestId, signal)
    const headers = { 'x-request-id': requestId }
    return reply instanceof ReadableStream
      ? new Response(reply, { headers: { ...headers, 'content-type': 'text/event-stream' } })
      : Response.json({ data: reply }, { headers })
  }

  const service: Service = {
    requests,
    unforeseen,
    trouble,
    latencyMs: 0,
    async fetch(_url, init) {
      const { operationName: operation, variables } = JSON.parse(String(init?.body))
      const requestId = `mock-${requests.push({ operation, variables })}`
      const signal = init?.signal ?? null
      try {
        return await respond(signal, requestId, { operation, variables })
      } catch (complaint) {
        if (signal?.aborted || complaint instanceof NoAnswer) throw complaint
        complaints.set(requestId, complaint)
        const message = complaint instanceof Error ? complaint.message : String(complaint)
        return responseTo(new Fault('INTERNAL', { message }), requestId, signal)
      }
    },
    layer: (send) => async (operation, variables, options) => {
      try {
        return await send(operation, variables, options)
      } catch (error) {
        const requestId = at(error, ['requestId']) as string
        throw complaints.get(requestId) ?? error
      }
    },
  }
  return service
}

const finish = ({ operation }: Rule, reply: unknown): unknown =>
  reply instanceof Fault || reply instanceof ReadableStream ? reply : dataWith(operation.path, reply)
