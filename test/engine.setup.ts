import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../server/database/database.ts'
import { type Engine, startEngine } from '../server/database/engine.ts'
import { makeRole, serverRole } from '../server/database/role.ts'
import { administer } from './administer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody is connected to: copy it. */
    template: string
    /** The same as the role of a running server. */
    templateAsServer: string
  }
}

/** One PostgreSQL for the run. */
export async function setup(project: TestProject) {
  const { url, serverUrl, stop } = await startTemplate()
  project.provide('template', url)
  project.provide('templateAsServer', serverUrl)
  return stop
}

/** A PostgreSQL with a migrated database; TEST_DATABASE_URL names another, as a superuser. */
export async function startTemplate(): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-test-'))
  // PostgreSQL may run as another user
  await chmod(directory, 0o755)
  const url = process.env['TEST_DATABASE_URL']
  const engine = url ? await useEngine(url) : await startEngine(directory)
  // nothing of it is to outlive the machine, whose disk may be slow
  if (!url) await administer(engine.url, 'alter system set fsync = off', 'select pg_reload_conf()')
  const database = await openDatabase(engine.url)
  await database.close()
  const stop = async () => {
    await engine.stop()
    await rm(directory, { recursive: true, force: true })
  }
  return { url: engine.url, serverUrl: engine.serverUrl, stop }
}

async function useEngine(url: string): Promise<Engine> {
  const owner = new Client(url)
  await owner.connect()
  try {
    await makeRole(owner, serverRole, serverRole)
  } finally {
    await owner.end()
  }
  const serverUrl = Object.assign(new URL(url), { username: serverRole, password: serverRole }).href
  return { url, serverUrl, stop: async () => undefined }
}
