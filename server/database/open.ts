import type { Config } from '../config.ts'
import { type Database, forCommands, forRequests, openDatabase, patienceOfRequests } from './database.ts'
import { joinEngine, startEngine } from './engine.ts'

/** Opens the database that the configuration names; a server owns its embedded engine, a command joins it. */
export async function open(config: Config, as: 'server' | 'command'): Promise<Database> {
  const [settings, patience] = as === 'server' ? [forRequests, patienceOfRequests] : [forCommands, {}]
  if (config.databaseUrl) return openDatabase(config.databaseUrl, config.prepares ? settings : null, patience)
  const engine = await (as === 'server' ? startEngine : joinEngine)(config.dataDirectory)
  try {
    const database = await openDatabase(engine.url, settings, patience)
    return { ...database, close: () => database.close().finally(() => engine.stop()) }
  } catch (error) {
    await engine.stop()
    throw error
  }
}
