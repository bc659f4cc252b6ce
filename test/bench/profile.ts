import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { ourLane, shotsOf } from './lanes.ts'
import { connections } from './measure/cell.ts'
import { applyLoad } from './measure/load.ts'
import { hottest } from './report/hottest.ts'
import { operator } from './sample.ts'
import { profiles } from './servers/ours.ts'
import type { Workload } from './workloads/workload.ts'

/** Writes a CPU profile of our server under a workload, and says where it is and what is in it. */
export async function profile(workload: Workload, url: string, pool: Pool, seconds: number): Promise<void> {
  const lane = await ourLane(workload, url, await operator(pool), true)
  const start = Date.now()
  const child = await lane.server.start(url)
  let warm = 0
  try {
    await applyLoad(child.url, shotsOf(lane, child), connections, seconds / 4)
    warm = Date.now() - start
    const { requests } = await applyLoad(child.url, shotsOf(lane, child), connections, seconds)
    console.log(`${workload.title}: ${requests} requests`)
  } finally {
    await child.stop()
  }
  for (const name of await readdir(profiles)) {
    const file = join(profiles, name)
    if ((await stat(file)).mtimeMs < start) continue
    console.log(`\n${file}: open it in the developer tools of Chrome, or in any viewer of CPU profiles.\n`)
    console.log(await hottest(file, warm))
  }
}
