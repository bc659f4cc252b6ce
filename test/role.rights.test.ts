import { Pool } from 'pg'
import { expect, test, vi } from 'vitest'
import { forCommands, openDatabase } from '../server/database/database.ts'
import { grantRights, serverRole } from '../server/database/role.ts'
import { makeDistrict } from './district.ts'
import { makeDatabase, server } from './support.ts'

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
    const cancel = `select pg_cancel_backend(pid) as sent from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`
    await vi.waitFor(async () => expect((await pool.query(cancel, [rows[0].id])).rows).toEqual([{ sent: true }]))
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
