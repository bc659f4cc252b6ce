import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import type { Database } from '../server/database/database.ts'
import { joinEngine, startEngine } from '../server/database/engine.ts'
import { openForCommand, openForServer } from '../server/database/open.ts'
import { serverRole } from '../server/database/role.ts'
import { ask } from './role/ask.ts'

const directories: string[] = []

afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true })
})

test('a folder made before the role was is given it at the next start, and C8: its password lies beside the other', async () => {
  const directory = await newDirectory()
  const first = await startEngine(directory)
  await ask(first.url, `drop role ${serverRole}`)
  await first.stop()
  await rm(join(directory, 'server-password'))
  const config = readConfig({ DATA_DIR: directory })
  const database = await openForServer(config, { prepare: async () => undefined, warn: () => undefined })
  try {
    const { rows } = await database.pool.query('select current_user as me, count(*)::int as areas from area')
    expect(rows).toEqual([{ me: serverRole, areas: 552 }])
    const command = await openForCommand(config)
    expect((await command.pool.query('select current_user as me')).rows).toEqual([{ me: 'kinerja' }])
    await command.close()
    const passwords = ['password', 'server-password'].map((name) => join(directory, name))
    const [owner, server] = await Promise.all(passwords.map((file) => readFile(file, 'utf8')))
    expect(server).toMatch(/^[0-9a-f]{64}$/)
    expect(server).not.toBe(owner)
    for (const file of passwords) expect((await stat(file)).mode & 0o777).toBe(0o600)
  } finally {
    await database.close()
  }
})

test('what a server prepares, it prepares as the owner', async () => {
  const directory = await newDirectory()
  const prepare = async ({ pool }: Database) => {
    await pool.query(
      `create temporary table lock as select 1; insert into import_report values (gen_random_uuid(), now())`,
    )
  }
  const database = await openForServer(readConfig({ DATA_DIR: directory }), { prepare, warn: () => undefined })
  expect((await database.pool.query('select from import_report')).rowCount).toBe(1)
  await database.close()
})

test('commands that start at once agree on the role', async () => {
  const directory = await newDirectory()
  const engines = await Promise.all([joinEngine(directory), joinEngine(directory), joinEngine(directory)])
  for (const { serverUrl } of engines) expect(await ask(serverUrl, 'select 1')).toBe(1)
  for (const engine of engines) await engine.stop()
})

async function newDirectory(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kinerja-role-'))
  directories.push(made)
  // PostgreSQL may run as another user
  await chmod(made, 0o755)
  return made
}
