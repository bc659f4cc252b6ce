import type { Pool } from 'pg'
import { ourLane, shotsOf } from './lanes.ts'
import { applyLoad } from './measure/load.ts'
import { operator, type Visitor } from './sample.ts'
import { districtTree } from './workloads/district-tree.ts'
import { personCard } from './workloads/person-card.ts'
import type { Workload } from './workloads/workload.ts'

/** How long a tree takes. */
export interface TreeTime {
  readonly position: string
  readonly nodes: number
  /** All its pages, in milliseconds. */
  readonly time: number
}

/** How long our server takes among so many assignments, asked by one client. */
export interface Growth {
  readonly assignments: number
  /** The mean of a person card, in milliseconds. */
  readonly card: number
  /** The mean of a district's trees. */
  readonly tree: TreeTime
  /** From the smallest to the largest. */
  readonly trees: readonly TreeTime[]
}

/** Measures the same requests in a database, and trees of every size. */
export async function measureGrowth(url: string, pool: Pool, seconds: number): Promise<Growth> {
  const visitor = await operator(pool)
  const { rows } = await pool.query<{ count: string }>('select count(*) from assignment')
  const districts: TreeTime[] = []
  const heads = visitor.sample.heads.slice(0, 5)
  for (const head of heads) districts.push(await timeTree(head, 'OFFICE_HEAD', url, pool, visitor, seconds / 2))
  const trees: TreeTime[] = []
  for (const { id, position } of await rootsOf(pool, visitor)) {
    trees.push(await timeTree(id, position, url, pool, visitor, seconds))
  }
  return {
    assignments: Number(rows[0]?.count),
    card: (await timesOf(personCard, url, visitor, seconds)).mean,
    tree: {
      position: 'OFFICE_HEAD',
      nodes: mean(districts.map(({ nodes }) => nodes)),
      time: mean(districts.map(({ time }) => time)),
    },
    trees: trees.sort((a, b) => a.nodes - b.nodes),
  }
}

/** A principal, the head of a district, and the head of a province. */
async function rootsOf(pool: Pool, { sample }: Visitor): Promise<{ id: string; position: string }[]> {
  const { rows } = await pool.query<{ id: string; position: string }>(
    `select distinct on (position, length(office_code)) id, position from assignment
     where position in ('PRINCIPAL', 'OFFICE_HEAD') and validity @> $1::date
     order by position, length(office_code), key`,
    [sample.day],
  )
  return rows
}

async function timeTree(
  root: string,
  position: string,
  url: string,
  pool: Pool,
  visitor: Visitor,
  seconds: number,
): Promise<TreeTime> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from supervision_path where ancestor_id = $1 and capacity = 'APPRAISER' and validity @> $2::date`,
    [root, visitor.sample.day],
  )
  const one = { ...visitor, sample: { ...visitor.sample, heads: [root] } }
  const { mean: page, requests } = await timesOf(districtTree, url, one, seconds)
  return { position, nodes: Number(rows[0]?.count) + 1, time: page * requests }
}

async function timesOf(workload: Workload, url: string, visitor: Visitor, seconds: number) {
  const lane = await ourLane(workload, url, visitor)
  const child = await lane.server.start(url)
  try {
    const shots = shotsOf(lane, child)
    await applyLoad(child.url, shots, 1, seconds / 2)
    const { times } = await applyLoad(child.url, shots, 1, seconds)
    return { mean: mean([...times]), requests: shots.length }
  } finally {
    await child.stop()
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
