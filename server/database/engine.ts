import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import {
  buryPostmaster,
  type Cluster,
  findPostmaster,
  openCluster,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './cluster.ts'
import { makeRole, serverRole } from './role.ts'

/** A PostgreSQL that runs for us. */
export interface Engine {
  /** For the owner, who migrates and imports. */
  readonly url: string
  /** For the running server, a role without rights until it is granted some. */
  readonly serverUrl: string
  /** Gives the engine up; may be called again. */
  stop(): Promise<void>
}

/** Another server has the database. */
export class EngineInUse extends Error {
  override readonly name = 'EngineInUse'
}

interface Visit {
  readonly urls: Pick<Engine, 'url' | 'serverUrl'>
  readonly connection: Client
  readonly postmaster: Postmaster
  readonly started: boolean
}

// advisory locks in the database `postgres`: all visitors share the first, a server has the second to itself
const presence = 1
const ownership = 2

// what a postmaster that comes or goes answers; asking again finds it there or gone
const passing = new Set<string | undefined>(['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])
const lockNotAvailable = '55P03'

/**
 * Starts the engine for a server, its only owner, or adopts the one that a killed server left behind.
 * Throws `EngineInUse` when another server has the directory.
 */
export async function startEngine(directory: string): Promise<Engine> {
  const cluster = await openCluster(directory)
  const { urls, connection, postmaster } = await visit(cluster, own)
  return engine(urls, async () => {
    // the lock stays ours to the end: nobody takes over a postmaster that is about to stop
    await stopPostmaster(cluster, postmaster)
    await connection.end()
  })
}

/** Joins, for a command, the engine a server runs; or starts one, and stops it unless somebody else has joined. */
export async function joinEngine(directory: string): Promise<Engine> {
  const cluster = await openCluster(directory)
  const { urls, connection, postmaster, started } = await visit(cluster, join)
  return engine(urls, async () => {
    if (started && (await isAlone(connection))) await stopPostmaster(cluster, postmaster)
    await connection.end()
  })
}

function engine(urls: Visit['urls'], end: () => Promise<void>): Engine {
  let ended: Promise<void> | undefined
  return {
    ...urls,
    stop() {
      ended ??= end()
      return ended
    },
  }
}

// finds a postmaster or starts one, as often as others come, go and start at the same time
async function visit(cluster: Cluster, enter: (connection: Client, cluster: Cluster) => Promise<void>): Promise<Visit> {
  const password = await readFile(cluster.password, 'utf8')
  const serverPassword = await readFile(cluster.serverPassword, 'utf8')
  const deadline = Date.now() + 120_000
  let started = false
  for (let failures = 0; Date.now() < deadline; await delay(50)) {
    const postmaster = await findPostmaster(cluster)
    if (!postmaster) {
      const failure: unknown = await startPostmaster(cluster).catch((error: unknown) => error)
      started = failure === undefined
      failures += started ? 0 : 1
      // two may be others who were faster with the directory or the port
      if (failures > 2) throw failure
    } else if (postmaster.ready) {
      const address = (user: string, secret: string, database: string) =>
        `postgres://${user}:${secret}@127.0.0.1:${postmaster.port}/${database}`
      const connection = new Client(address('kinerja', password, 'postgres'))
      // the loss of this connection shows in every other
      connection.on('error', () => undefined)
      try {
        await connection.connect()
        await enter(connection, cluster)
        await makeRole(connection, serverRole, serverPassword)
        const url = address('kinerja', password, 'kinerja')
        const urls = { url, serverUrl: address(serverRole, serverPassword, 'kinerja') }
        return { urls, connection, postmaster, started }
      } catch (error) {
        await connection.end()
        if (codeOf(error) === 'ECONNREFUSED') await buryPostmaster(cluster, postmaster)
        else if (!passing.has(codeOf(error))) {
          if (started && !(error instanceof EngineInUse)) await stopPostmaster(cluster, postmaster)
          throw error
        }
      }
    }
  }
  throw new Error(`PostgreSQL neither starts nor stops: see ${cluster.log}`)
}

async function join(connection: Client): Promise<void> {
  await connection.query('select pg_advisory_lock_shared($1)', [presence])
}

async function own(connection: Client, { home }: Cluster): Promise<void> {
  await join(connection)
  try {
    // a second, for the connection of a server just killed to be noticed
    await connection.query("set lock_timeout = '1s'")
    await connection.query('select pg_advisory_lock($1)', [ownership])
    await connection.query('reset lock_timeout')
  } catch (error) {
    if (codeOf(error) !== lockNotAvailable) throw error
    throw new EngineInUse(`Another server already uses the database in ${home}`)
  }
}

// true also locks others out, until they find PostgreSQL stopped
async function isAlone(connection: Client): Promise<boolean> {
  try {
    const lock = await connection.query('select pg_try_advisory_lock($1) as mine', [presence])
    const others = await connection.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    return lock.rows[0].mine && others.rowCount === 0
  } catch {
    // the server we joined has stopped
    return false
  }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // pg gives the loss of a connection no code
  if (/^Connection terminated|is not queryable$/.test(error.message)) return 'ECONNRESET'
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
