import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../server/database/database.ts'
import { startEngine } from '../server/database/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody is connected to: copy it. */
    template: string
  }
}

/** One PostgreSQL for the run; TEST_DATABASE_URL names another. */
export async function setup(project: TestProject) {
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-test-'))
  // PostgreSQL may run as another user
  await chmod(directory, 0o755)
  const url = process.env['TEST_DATABASE_URL']
  const engine = url ? { url, stop: async () => undefined } : await startEngine(directory)
  const database = await openDatabase(engine.url)
  await database.close()
  project.provide('template', engine.url)
  return async () => {
    await engine.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
