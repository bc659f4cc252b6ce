import { BadConfig, type Config, readConfig } from '../config.ts'
import type { Database } from '../database/database.ts'
import { openForCommand } from '../database/open.ts'
import { explain } from '../database/unavailable.ts'

/** What stops a command before it has done anything; its message is one line that says what to do. */
export class Unable extends Error {}

/**
 * Runs a command against the configured database and sets the exit code it returns. Whatever keeps it from its work is told in one line,
 * with exit code 2.
 */
export async function command(work: (database: Database, config: Config) => Promise<number>): Promise<void> {
  try {
    const config = readConfig()
    const database = await openForCommand(config)
    try {
      process.exitCode = await work(database, config)
    } finally {
      await database.close()
    }
  } catch (error) {
    console.error(error instanceof Unable || error instanceof BadConfig ? error.message : explain(error))
    process.exitCode = 2
  }
}
