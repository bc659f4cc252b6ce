import type { ClientBase } from 'pg'
import { chains, deepest } from './chain.ts'

/** A row of the closure; `validity` as PostgreSQL writes a daterange. */
export interface PathRow {
  descendant: string
  ancestor: string
  parent: string
  capacity: string
  depth: number
  validity: string
}

/** How the closure differs from the edges: how many rows, and the first 100 of each kind. */
export interface PathDifferences {
  missing: PathRow[]
  missingCount: number
  surplus: PathRow[]
  surplusCount: number
}

const columns = 'descendant_id, ancestor_id, parent_id, capacity, depth, validity'

// from here on new statistics cost less than a plan without them
const large = 10_000

/**
 * Lets one transaction at a time change edges and paths; readers go on. `refreshPaths` takes this lock by itself:
 * take it before reading the edges that decide which new ones to admit. Wants the isolation level READ COMMITTED.
 */
export async function lockPaths(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock('supervision_path'::regclass::oid::bigint)`)
}

/**
 * Brings supervision_path up to date after the edges of some subordinates changed; call it in the transaction that
 * changed them. `subordinates` names a temporary table with one column `id uuid`.
 */
export async function refreshPaths(client: ClientBase, subordinates: string): Promise<void> {
  await lockPaths(client)
  const changed = `pg_temp.${client.escapeIdentifier(subordinates)}`
  await client.query(`analyze ${changed}`)
  // the old closure suffices: below the lowest changed edge of any chain, old or new, all edges are as they were
  const { rowCount } = await client.query(`
    create temporary table changed_descendant on commit drop as
      select id from ${changed}
      union
      select path.descendant_id from ${changed} as changed
      join supervision_path path on path.ancestor_id = changed.id and path.capacity = 'APPRAISER'`)
  const many = Number(rowCount) >= large
  await client.query(`analyze pg_temp.changed_descendant${many ? ', supervision' : ''}`)
  const descendants = 'select id from pg_temp.changed_descendant'
  await client.query(`delete from supervision_path where descendant_id in (${descendants})`)
  await insertPaths(client, chains(descendants))
  await client.query('drop table pg_temp.changed_descendant')
  if (many) await client.query('analyze supervision_path')
}

/** What supervision_path should hold and does not, or holds and should not. */
export async function pathDifferences(client: ClientBase): Promise<PathDifferences> {
  const { rows } = await client.query<{ kind: string; count: number; path: PathRow }>(`
    with difference as (
      select *, case when due > held then 'missing' else 'surplus' end as kind from (${differences}) as difference
    ), numbered as (
      select *, count(*) over (partition by kind) as count,
        row_number() over (partition by kind order by ${columns}) as number
      from difference
    )
    select kind, count::int, json_build_object('descendant', descendant_id, 'ancestor', ancestor_id,
      'parent', parent_id, 'capacity', capacity, 'depth', depth, 'validity', validity) as path
    from numbered where number <= 100 order by number`)
  const missing = rows.filter(({ kind }) => kind === 'missing')
  const surplus = rows.filter(({ kind }) => kind === 'surplus')
  return {
    missing: missing.map(({ path }) => path),
    missingCount: missing[0]?.count ?? 0,
    surplus: surplus.map(({ path }) => path),
    surplusCount: surplus[0]?.count ?? 0,
  }
}

/** Makes supervision_path what the edges say; call it in a transaction. Rows that agree stay, so readers go on. */
export async function rebuildPaths(client: ClientBase): Promise<void> {
  await lockPaths(client)
  await client.query(`create temporary table path_difference on commit drop as ${differences}`)
  await client.query('analyze pg_temp.path_difference')
  // whole rows: a copy of a row that is due can be surplus
  await client.query(
    `delete from supervision_path where (${columns}) in (select ${columns} from pg_temp.path_difference)`,
  )
  await insertPaths(client, `select ${columns} from pg_temp.path_difference where due > 0`)
  await client.query('drop table pg_temp.path_difference')
  await client.query('analyze supervision_path')
}

// chains of different edges never share all their columns: on any day there is one chain at most
const differences = `
  select ${columns}, sum(due) as due, sum(held) as held
  from (
    select ${columns}, 1 as due, 0 as held from (${chains()}) as chain
    union all
    select ${columns}, 0, 1 from supervision_path
  ) as path
  group by ${columns}
  having sum(due) <> sum(held)`

// in the order of the index that serves the tree: a third faster for a country, and a quarter smaller
async function insertPaths(client: ClientBase, query: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`
    with inserted as (
      insert into supervision_path (${columns}) ${query}
      order by ancestor_id, capacity, depth, parent_id, descendant_id
      returning descendant_id as id, depth
    )
    select id from inserted where depth > ${deepest} limit 1`)
  const [lost] = rows
  if (lost) throw new Error(`Supervision above assignment ${lost.id} goes round in a circle`)
}
