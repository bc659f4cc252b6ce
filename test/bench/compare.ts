import { isDeepStrictEqual } from 'node:util'
import type { Child } from './servers/child.ts'
import type { Message, Server } from './servers/server.ts'
import type { Request, Workload } from './workloads/workload.ts'

/** A server that is ready. */
export interface Running {
  readonly server: Server
  readonly child: Child
}

/** Sends one message, and returns the text of the answer. Throws when it is a refusal. */
export async function send(child: Child | undefined, { path, headers, body }: Message): Promise<string> {
  const response = await fetch(new URL(path, child?.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  if (response.ok && text.startsWith('{"data":') && !text.includes('"errors":[')) return text
  throw new Error(`${response.status} ${text.slice(0, 2_000)}`)
}

/**
 * Proves that all servers give the same answers to all requests: the floor our bytes, PostGraphile the same facts.
 * Returns how many bytes each server's answers have.
 */
export async function compare(workload: Workload, requests: readonly Request[], running: readonly Running[]) {
  const lengths = new Map<string, number[]>(running.map(({ server }) => [server.name, []]))
  for (const request of requests) {
    const texts = await Promise.all(
      running.map(
        async (one) => [one.server.name, await send(one.child, one.server.message(workload, request))] as const,
      ),
    )
    const [, first = ''] = texts[0] ?? []
    const facts = dataOf(first)
    for (const [name, text] of texts) {
      lengths.get(name)?.push(Buffer.byteLength(text))
      if (name !== 'postgraphile')
        requireSame(withoutExtensions(first), withoutExtensions(text), `${workload.name} of ${name}`, request)
      else if (!isDeepStrictEqual(workload.peerFacts(dataOf(text)), workload.facts(facts))) {
        const [mine, theirs] = [workload.facts(facts), workload.peerFacts(dataOf(text))]
        requireSame(JSON.stringify(mine), JSON.stringify(theirs), `${workload.name} of ${name}`, request)
      }
    }
  }
  return lengths
}

// ours tells what it cost, in as many digits each time
function withoutExtensions(text: string): string {
  const place = text.lastIndexOf(',"extensions":{')
  return place < 0 ? text : `${text.slice(0, place)}}`
}

const dataOf = (text: string): unknown => (JSON.parse(text) as { data: unknown }).data

function requireSame(expected: string, actual: string, what: string, { ours }: Request): void {
  if (actual === expected) return
  let place = 0
  while (actual[place] === expected[place]) place++
  const around = (text: string) => text.slice(Math.max(0, place - 80), place + 80)
  throw new Error(`${what} is not ours, for ${JSON.stringify(ours)}:\n${around(actual)}\nours:\n${around(expected)}`)
}
