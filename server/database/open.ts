import { Client } from 'pg'
import { BadConfig, type Config } from '../config.ts'
import {
  connectDatabase,
  type Database,
  forCommands,
  forRequests,
  openDatabase,
  patienceOfRequests,
  type Settings,
} from './database.ts'
import { joinEngine, startEngine } from './engine.ts'
import { grantRights, serverRole, type User, userOf } from './role.ts'

/** What happens before the server serves. */
export interface Preparation {
  /** Is done as the owner of the database, once that is up to date. */
  prepare(owner: Database): Promise<void>
  /** Hears what production mode would refuse. */
  warn(line: string): void
}

/** Opens the database for a command, as its owner; a command joins the embedded engine. */
export async function openForCommand(config: Config): Promise<Database> {
  const url = config.migrationDatabaseUrl ?? config.databaseUrl
  if (url) return openDatabase(url, config.prepares ? forCommands : null)
  const engine = await joinEngine(config.dataDirectory)
  return holding(engine, () => openDatabase(engine.url, forCommands))
}

/** Brings the database up to date as its owner, then opens it as the server, which owns the embedded engine. */
export async function openForServer(config: Config, { prepare, warn }: Preparation): Promise<Database> {
  const { databaseUrl, migrationDatabaseUrl, databaseConnections, prepares, production } = config
  if (!databaseUrl) {
    const engine = await startEngine(config.dataDirectory)
    return holding(engine, async () => {
      await bringUpToDate(engine.url, forCommands, serverRole, prepare)
      return connectDatabase(engine.serverUrl, forRequests, patienceOfRequests, databaseConnections)
    })
  }
  const { name, superuser } = await visitor(databaseUrl)
  if (superuser && production) throw new BadConfig(advice)
  if (superuser) warn(advice)
  await bringUpToDate(migrationDatabaseUrl ?? databaseUrl, prepares ? forCommands : null, name, prepare)
  return connectDatabase(databaseUrl, prepares ? forRequests : null, patienceOfRequests, databaseConnections)
}

const advice =
  'DATABASE_URL names a superuser: give the server a user of its own there, and the owner of the tables in MIGRATION_DATABASE_URL.'

async function bringUpToDate(
  url: string,
  settings: Settings,
  role: string,
  prepare: Preparation['prepare'],
): Promise<void> {
  const owner = await openDatabase(url, settings)
  try {
    await grantRights(owner.pool, role)
    await prepare(owner)
  } finally {
    await owner.close()
  }
}

async function visitor(url: string): Promise<User> {
  const client = new Client(url)
  try {
    await client.connect()
    return await userOf(client)
  } finally {
    await client.end()
  }
}

async function holding(engine: { stop(): Promise<void> }, open: () => Promise<Database>): Promise<Database> {
  try {
    const database = await open()
    return { ...database, close: () => database.close().finally(() => engine.stop()) }
  } catch (error) {
    await engine.stop()
    throw error
  }
}
