import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { onTestFinished } from 'vitest'
import { ApiError, type ClientOptions, type Clock, createClient } from '../../sdk/index.ts'

/** A request as it came. */
export interface Asked {
  readonly operationName: string
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** What a server does with a request. */
export type Act = (response: ServerResponse, asked: Asked) => void

/** Tells text, with headers. */
export const says =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Act =>
  (response) =>
    void response
      .writeHead(status, { 'x-request-id': 'req_9', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

export const answers = (data: unknown, extensions?: unknown): Act => says({ data, extensions })

export const refuses = (code: string, status = 200, headers: Record<string, string> = {}): Act =>
  says({ errors: [{ message: 'No.', extensions: { code } }] }, status, headers)

/** Breaks the connection before a word. */
export const hangsUp: Act = (response) => void response.destroy()

/** Breaks it within the body. */
export const breaksOff: Act = (response) =>
  void response.writeHead(200, { 'content-length': '99' }).write('{"data":', () => response.destroy())

export const neverAnswers: Act = () => {}

/** Begins, and stops in the middle. */
export const stalls: Act = (response) => void response.writeHead(200).write('{"data":')

/** A list of so many teachers, in pages. */
export const listsTeachers =
  (total: number, cursorOf = (end: number) => String(end)): Act =>
  (response, asked) => {
    const from = Number(asked.variables['after'] ?? 0)
    const end = Math.min(from + Number(asked.variables['first'] ?? 50), total)
    const nodes = Array.from({ length: end - from }, (_, i) => ({ id: `asg_${from + i}` }))
    const pageInfo = { hasNextPage: end < total, endCursor: cursorOf(end) }
    answers({ teachers: { nodes, pageInfo, totalCount: total } })(response, asked)
  }

/** A real server that does one act after the other, and the last for ever. It ends with the test. */
export async function misbehaving(...acts: readonly Act[]) {
  const asked: Asked[] = []
  let closed = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    response.on('close', () => closed++)
    const question = { ...JSON.parse(body), headers: request.headers } as Asked
    const act = acts[Math.min(asked.length, acts.length - 1)]
    asked.push(question)
    act?.(response, question)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
  const connect = (options: Partial<ClientOptions> = {}) => createClient({ url, ...options })
  return { url, asked, connect, closed: () => closed }
}

/** A clock on which waiting takes no time; chance is always one half. */
export function quickClock(start = Date.UTC(2026, 0, 31)) {
  const slept: number[] = []
  let time = start
  const clock: Clock = {
    now: () => time,
    random: () => 0.5,
    async sleep(milliseconds) {
      slept.push(milliseconds)
      time += milliseconds
    },
  }
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { clock, slept, pass }
}

/** The ApiError of a call that must fail. */
export async function failure(call: PromiseLike<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!ApiError.is(error)) throw error ?? new Error('It did not fail.')
  return error
}

/** All that a log could show of an error. */
export const shown = (error: ApiError): string =>
  [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: null, showHidden: true })].join('\n')
