import type { Pool } from 'pg'
import { compare, type Running, send } from './compare.ts'
import { bytesOf } from './measure/connection.ts'
import type { Shot } from './measure/load.ts'
import { officeHead, operator, type Visitor } from './sample.ts'
import type { Child } from './servers/child.ts'
import { floor } from './servers/floor.ts'
import { ours } from './servers/ours.ts'
import { postgraphile } from './servers/postgraphile.ts'
import type { Server } from './servers/server.ts'
import type { Request, Workload } from './workloads/workload.ts'

/** A server under a workload: what it is asked, and how long its answers are. */
export interface Lane {
  readonly workload: Workload
  readonly server: Server
  readonly requests: readonly Request[]
  readonly lengths: readonly number[]
}

/** All servers under a workload, after their answers were compared. */
export async function lanesOf(workload: Workload, url: string, pool: Pool): Promise<Lane[]> {
  const everybody = await operator(pool)
  const head = await officeHead(pool)
  const all = await compareFor(everybody, workload, url, [ours('ours', 'ours', everybody.token), postgraphile, floor])
  // he sees less than the floor gives, so there is nobody to compare him with
  const own = await compareFor(head, workload, url, [ours('head', 'ours, asked by an office head', head.token)])
  return [...all, ...own]
}

/** Our server alone under a workload. */
export async function ourLane(
  workload: Workload,
  url: string,
  { sample, token }: Visitor,
  profile = false,
): Promise<Lane> {
  const [lane] = await compareFor({ sample, token }, workload, url, [ours('ours', 'ours', token)])
  if (!lane) throw new Error('there is no server')
  return { ...lane, server: ours('ours', 'ours', token, profile) }
}

/** The requests of a lane as they are sent to its running server. */
export function shotsOf({ workload, server, requests, lengths }: Lane, { url }: Child): Shot[] {
  return requests.map((request, index) => {
    const { path, headers, body } = server.message(workload, request)
    return { bytes: bytesOf(url, path, headers, body), length: lengths[index] ?? 0 }
  })
}

// the first of the servers is ours
async function compareFor(
  { sample, token }: Visitor,
  workload: Workload,
  url: string,
  servers: readonly Server[],
): Promise<Lane[]> {
  const running: Running[] = []
  try {
    for (const server of servers) running.push({ server, child: await server.start(url) })
    const ask = async (query: string, variables: Request['ours']): Promise<unknown> => {
      const headers = { authorization: `Bearer ${token}` }
      const text = await send(running[0]?.child, {
        path: '/graphql',
        headers,
        body: JSON.stringify({ query, variables }),
      })
      return (JSON.parse(text) as { data: unknown }).data
    }
    const requests = await workload.requests(sample, ask)
    const lengths = await compare(workload, requests, running)
    const names = servers.map(({ title }) => title).join(' = ')
    console.log(`${workload.title}: ${requests.length} requests answered; ${names}`)
    return servers.map((server) => ({ workload, server, requests, lengths: lengths.get(server.name) ?? [] }))
  } finally {
    for (const { child } of running) await child.stop()
  }
}
