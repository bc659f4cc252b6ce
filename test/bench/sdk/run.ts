import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Pool } from 'pg'
import { operator } from '../sample.ts'
import { ours } from '../servers/ours.ts'
import { type Client, clients, linesOf, programOf, type Task, tasks } from './tasks.ts'

/** What a program took. */
export interface Took {
  /** Milliseconds from the call of the program to its end. */
  readonly time: number
  /** Milliseconds of the processor. */
  readonly cpu: number
  /** The most megabytes that the process held. */
  readonly memory: number
  /** All that came over its connections, heads included. */
  readonly bytes: number
  readonly requests: number
  /** Of the answers: `plain` or a content encoding. */
  readonly encodings: readonly string[]
  readonly items: number
}

/** What all clients took for one task, the medians over the rounds. */
export interface Outcome {
  readonly task: Task
  readonly rows: readonly { readonly client: Client; readonly took: Took; readonly lines: number }[]
}

/** Does each task with each client, each time in a process of its own; first once to compare what they return, which is not measured. */
export async function measureClients(url: string, pool: Pool, rounds: number): Promise<Outcome[]> {
  const { token, sample } = await operator(pool)
  const server = await ours('ours', 'ours', token).start(url)
  try {
    const settings = JSON.stringify({
      url: new URL('/graphql', server.url).href,
      token,
      districts: sample.offices.map((code) => `are_${code}`),
      root: `asg_${sample.heads[0]}`,
    })
    const outcomes: Outcome[] = []
    for (const task of tasks) {
      await compareReturns(task, settings)
      const all = new Map<Client, Took[]>(clients.map((client) => [client, []]))
      for (let round = 1; round <= rounds; round++) {
        for (const client of inTurn(round)) {
          const took = await run(task, client, settings)
          all.get(client)?.push(took)
          console.log(`${task.name}, round ${round}: ${client.title} ${Math.round(took.time)} ms`)
        }
      }
      outcomes.push({
        task,
        rows: clients.map((client) => ({
          client,
          took: medianOf(all.get(client) ?? []),
          lines: linesOf(task, client),
        })),
      })
    }
    return outcomes
  } finally {
    await server.stop()
  }
}

// whoever comes first finds the server coldest
const inTurn = (round: number): Client[] => [
  ...clients.slice(round % clients.length),
  ...clients.slice(0, round % clients.length),
]

async function compareReturns(task: Task, settings: string): Promise<void> {
  const hashes = new Map<string | undefined, string>()
  for (const client of clients) {
    const { items, hash } = await run(task, client, settings, 'hash')
    if (items === 0) throw new Error(`${task.name} with ${client.title} returned nothing`)
    hashes.set(hash, client.title)
  }
  if (hashes.size > 1) throw new Error(`${task.name}: ${[...hashes.values()].join(', ')} return different things`)
  console.log(`${task.name}: all clients return the same`)
}

async function run(task: Task, client: Client, settings: string, ...more: string[]): Promise<Took & { hash?: string }> {
  const args = [fileURLToPath(new URL('measure.mjs', import.meta.url)), programOf(task, client), settings, ...more]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

function medianOf(all: readonly Took[]): Took {
  const [first] = all
  if (!first) throw new Error('there was no round')
  const of = (figure: 'time' | 'cpu' | 'memory' | 'bytes' | 'requests' | 'items'): number =>
    all.map((took) => took[figure]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
  return {
    time: of('time'),
    cpu: of('cpu'),
    memory: of('memory'),
    bytes: of('bytes'),
    requests: of('requests'),
    items: of('items'),
    encodings: first.encodings,
  }
}
