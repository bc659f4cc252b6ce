import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../server/config.ts'
import { type Database, forCommands, openDatabase } from '../server/database/database.ts'
import { joinEngine, startEngine } from '../server/database/engine.ts'
import { openForCommand, openForServer } from '../server/database/open.ts'
import { grantRights, makeRole, serverRole } from '../server/database/role.ts'
import { makeDistrict } from './district.ts'
import { makeDatabase, server } from './support.ts'

const directories: string[] = []

afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true })
})

test('D12: the server is no superuser, makes no roles or databases, passes no policy by, and belongs to nobody', async () => {
  const { pool } = await server()
  const { rows } = await pool.query(`select * from pg_roles where rolname = current_user`)
  expect(rows[0]).toMatchObject({
    rolname: serverRole,
    rolcanlogin: true,
    rolsuper: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    rolbypassrls: false,
  })
  const member = `select from pg_auth_members where member = current_user::regrole or roleid = current_user::regrole`
  expect((await pool.query(member)).rowCount).toBe(0)
})

test('D12: the server owns nothing, and no function runs with the rights of its owner and a path of its caller', async () => {
  const { pool } = await server()
  const owned = `select from pg_class where relowner = current_user::regrole
    union all select from pg_namespace where nspowner = current_user::regrole
    union all select from pg_database where datdba = current_user::regrole
    union all select from pg_proc where proowner = current_user::regrole`
  expect((await pool.query(owned)).rowCount).toBe(0)
  const careless = `select from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
    and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`
  expect((await pool.query(careless)).rowCount).toBe(0)
})

test.each([
  ['empties a table', 'truncate report_card_score'],
  ['makes a table', 'create table loot (words text)'],
  ['makes a temporary table', 'create temporary table loot (words text)'],
  ['makes a schema', 'create schema loot'],
  ['changes a table', 'alter table person add column loot text'],
  ['drops a table', 'drop table report_card_score'],
  ['disables triggers', 'alter table person disable trigger all'],
  [
    'adds a trigger',
    'create trigger loot before update on person execute function suppress_redundant_updates_trigger()',
  ],
  ['runs a program', "copy (select 1) to program 'cat'"],
  ['reads a file', "copy area from '/etc/passwd'"],
  ['writes a file', "copy area to '/tmp/loot'"],
  [
    'becomes the owner',
    "do $$ begin execute format('set role %I', (select tableowner from pg_tables where tablename = 'person')); end $$",
  ],
  ['lets triggers rest', "set session_replication_role = 'replica'"],
  ['makes a role', 'create role loot'],
  ['forgets a migration', 'delete from mikro_orm_migrations'],
  ['reads passwords', 'select rolpassword from pg_authid'],
])('D12: the server never %s', async (_, statement) => {
  const { pool } = await server()
  await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
})

test('the server reads, adds, changes and removes rows, and ends statements of its own', async () => {
  await makeDistrict()
  const { pool } = await server()
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const statement of [
      `insert into import_report values (gen_random_uuid(), now())`,
      `update import_report set finished_at = now() where finished_at is null`,
      `delete from import_report where finished_at = now()`,
    ]) {
      expect((await client.query(statement)).rowCount, statement).toBe(1)
    }
    await client.query('rollback')
    const { rows } = await client.query('select pg_backend_pid() as id')
    const asleep = client.query('select pg_sleep(60)').catch((error: unknown) => error)
    expect((await pool.query('select pg_cancel_backend($1) as sent', [rows[0].id])).rows).toEqual([{ sent: true }])
    expect(await asleep).toMatchObject({ code: '57014' })
  } finally {
    client.release()
  }
})

test('H1: the server adds to the audit and reads it, and can do nothing else with it', async () => {
  const { owner, asServer, drop } = await makeOwned()
  try {
    await owner.pool.query(
      'create table if not exists audit_entry (id bigint); create table if not exists audit_seal (id bigint)',
    )
    await grantRights(owner.pool, serverRole)
    for (const table of ['audit_entry', 'audit_seal']) {
      const right = async (verb: string) =>
        (await asServer.query('select has_table_privilege($1, $2) as may', [table, verb])).rows[0].may
      expect([await right('select'), await right('insert')], table).toEqual([true, true])
      for (const verb of ['update', 'delete', 'truncate', 'trigger', 'references']) {
        expect(await right(verb), `${verb} ${table}`).toBe(false)
      }
      await expect(asServer.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
    }
  } finally {
    await drop()
  }
})

test('tables and sequences of later migrations are the server’s to use at once', async () => {
  const { owner, asServer, drop } = await makeOwned()
  try {
    await owner.pool.query('create table later (number serial, words text)')
    await asServer.query(`insert into later (words) values ('new'); update later set words = 'old'; delete from later`)
    await expect(asServer.query('truncate later')).rejects.toMatchObject({ code: '42501' })
  } finally {
    await drop()
  }
})

test('two who grant at once do not disturb each other', async () => {
  const { owner, drop } = await makeOwned()
  try {
    await Promise.all(Array.from({ length: 6 }, () => grantRights(owner.pool, serverRole)))
  } finally {
    await drop()
  }
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

/** A database of its own, in the hands of its owner and in those of a server. */
async function makeOwned() {
  const { url, serverUrl, drop } = await makeDatabase()
  const owner = await openDatabase(url, forCommands)
  await grantRights(owner.pool, serverRole)
  const asServer = new Pool({ connectionString: serverUrl })
  return {
    owner,
    asServer,
    async drop() {
      await asServer.end()
      await owner.close()
      await drop()
    },
  }
}

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
      const administrator = Object.assign(new URL(url), { pathname: '/postgres' }).href
      await ask(administrator, `drop role ${roles.owner}`)
      await ask(administrator, `drop role ${roles.server}`)
    },
  }
}

async function newDirectory(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'kinerja-role-'))
  directories.push(made)
  // PostgreSQL may run as another user
  await chmod(made, 0o755)
  return made
}

async function ask(url: string, statement: string, values: unknown[] = []): Promise<number | null> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query(statement, values)).rowCount
  } finally {
    await client.end()
  }
}
