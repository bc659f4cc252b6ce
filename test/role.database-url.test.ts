import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { BadConfig, readConfig } from '../server/config.ts'
import { openForCommand, openForServer } from '../server/database/open.ts'
import { makeRole } from '../server/database/role.ts'
import { administer } from './administer.ts'
import { ask } from './role/ask.ts'
import { makeDatabase } from './support.ts'

test('with DATABASE_URL the server keeps to the rights that the owner in MIGRATION_DATABASE_URL grants its user', async () => {
  const { owner, people, drop } = await makeForeign()
  try {
    const warnings: string[] = []
    const config = readConfig({ DATABASE_URL: people.server, MIGRATION_DATABASE_URL: people.owner })
    const database = await openForServer(config, {
      prepare: async () => undefined,
      warn: (line) => warnings.push(line),
    })
    const { rows } = await database.pool.query('select count(*)::int as areas from area')
    expect(rows).toEqual([{ areas: 552 }])
    await expect(database.pool.query('truncate school')).rejects.toMatchObject({ code: '42501' })
    await expect(database.pool.query('create temp table loot ()')).rejects.toMatchObject({ code: '42501' })
    await database.close()
    const command = await openForCommand(config)
    await command.pool.query('create temp table work ()')
    await command.close()
    expect(warnings).toEqual([])
    // already up to date, so that the owner is not needed
    const again = await openForServer(readConfig({ DATABASE_URL: people.server }), {
      prepare: async () => undefined,
      warn: (line) => warnings.push(line),
    })
    await again.close()
    expect(warnings).toEqual([])
  } finally {
    await owner.end()
    await drop()
  }
})

test('a server that would be a superuser does not start in production, before it changes anything', async () => {
  const { url, drop } = await makeDatabase()
  try {
    await ask(url, 'delete from area where level = $1', ['DISTRICT'])
    const config = readConfig({ DATABASE_URL: url, NODE_ENV: 'production', AUTH_SECRET: 'x'.repeat(32) })
    const refusal = openForServer(config, { prepare: async () => undefined, warn: () => undefined })
    await expect(refusal).rejects.toThrow(BadConfig)
    await expect(refusal).rejects.toThrow(/^DATABASE_URL names a superuser: .* MIGRATION_DATABASE_URL\.$/)
    expect(await ask(url, `select from area where level = 'DISTRICT'`)).toBe(0)

    const warnings: string[] = []
    const development = await openForServer(readConfig({ DATABASE_URL: url }), {
      prepare: async () => undefined,
      warn: (line) => warnings.push(line),
    })
    await development.close()
    expect(warnings).toEqual([expect.stringMatching(/^DATABASE_URL names a superuser: .*$/)])
  } finally {
    await drop()
  }
})

test('the refusal is one line at the terminal', async () => {
  const { url, drop } = await makeDatabase()
  try {
    const env = { ...process.env, DATABASE_URL: url, NODE_ENV: 'production', AUTH_SECRET: 'x'.repeat(32), PORT: '0' }
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    const [code] = await once(child, 'close')
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^DATABASE_URL names a superuser.*\n$/) })
  } finally {
    await drop()
  }
})

test('MIGRATION_DATABASE_URL alone is refused', () => {
  expect(() => readConfig({ MIGRATION_DATABASE_URL: 'postgres://127.0.0.1/none' })).toThrow(BadConfig)
})

/** An empty database as an administrator makes it: an owner and a server, neither of them a superuser. */
async function makeForeign() {
  const { url, drop } = await makeDatabase()
  const name = new URL(url).pathname.slice(1)
  const owner = new Client(url)
  await owner.connect()
  const roles = { owner: `${name}_owner`, server: `${name}_server` }
  for (const role of Object.values(roles)) await makeRole(owner, role, 'known')
  await owner.query(`drop schema public cascade; create schema public authorization ${roles.owner}`)
  await owner.query(`alter database ${name} owner to ${roles.owner}`)
  const as = (username: string) => Object.assign(new URL(url), { username, password: 'known' }).href
  return {
    owner,
    people: { owner: as(roles.owner), server: as(roles.server) },
    async drop() {
      await drop()
      await administer(url, `drop role ${roles.owner}`, `drop role ${roles.server}`)
    },
  }
}
