import type { Pool } from 'pg'
import { type Lane, lanesOf, shotsOf } from './lanes.ts'
import { type Cell, measure } from './measure/cell.ts'
import { median } from './measure/median.ts'
import { parentOf } from './measure/usage.ts'
import type { Options } from './options.ts'
import type { Workload } from './workloads/workload.ts'

/** What all servers did under one workload, by their names. */
export interface Result {
  readonly workload: Workload
  readonly cells: ReadonlyMap<string, Cell>
}

/** Measures servers under workloads: each server alone, round after round, and the median of the rounds. */
export async function measureAll(
  workloads: readonly Workload[],
  url: string,
  pool: Pool,
  { rounds, seconds, servers }: Options,
): Promise<Result[]> {
  const postmaster = await postmasterOf(pool)
  const results: Result[] = []
  for (const workload of workloads) {
    const lanes = (await lanesOf(workload, url, pool)).filter(
      ({ server }) => servers.length === 0 || servers.includes(server.name),
    )
    const cells = new Map<string, Cell[]>(lanes.map(({ server }) => [server.title, []]))
    for (let round = 1; round <= rounds; round++) {
      for (const lane of lanes) {
        const cell = await measureAlone(lane, url, postmaster, seconds)
        cells.get(lane.server.title)?.push(cell)
        console.log(`${workload.title}, round ${round}: ${lane.server.title} ${cell.perSecond.toFixed(1)}/s`)
      }
    }
    results.push({ workload, cells: new Map([...cells].map(([name, all]) => [name, median(all)])) })
  }
  return results
}

/** The process that all of PostgreSQL's others belong to; 0 where the system does not tell. */
async function postmasterOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return parentOf(rows[0]?.pid ?? 0) ?? 0
}

async function measureAlone(lane: Lane, url: string, postmaster: number, seconds: number): Promise<Cell> {
  const child = await lane.server.start(url)
  try {
    return await measure(child, postmaster, shotsOf(lane, child), seconds)
  } finally {
    await child.stop()
  }
}
