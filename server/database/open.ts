import type { Config } from '../config.ts'
import { type Database, openDatabase } from './database.ts'
import { joinEngine, startEngine } from './engine.ts'

/** Opens the database that the configuration names; a server owns its embedded engine, a command joins it. */
export async function open(config: Config, as: 'server' | 'command'): Promise<Database> {
  const timeout = as === 'server' ? 5_000 : 0
  if (config.databaseUrl) return openDatabase(config.databaseUrl, timeout)
  const engine = await (as === 'server' ? startEngine : joinEngine)(config.dataDirectory)
  try {
    const database = await openDatabase(engine.url, timeout)
    return { ...database, close: () => database.close().finally(() => engine.stop()) }
  } catch (error) {
    await engine.stop()
    throw error
  }
}
