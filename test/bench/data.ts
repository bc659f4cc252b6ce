import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import { forCommands, openDatabase } from '../../server/database/database.ts'
import { type Engine, joinEngine } from '../../server/database/engine.ts'
import { grantRights, serverRole } from '../../server/database/role.ts'
import { importFolder } from '../../server/import/import.ts'
import { writeSample } from '../../server/sample/write.ts'

// heads of districts have about 2,650 below them; Jawa Barat, 32, has 27 and 107,742 assignments
const size = { schools: 188, teachers: 20, seed: 2 }

/** An engine whose database holds the generated province; made the first time. */
export async function openData(province: string): Promise<Engine> {
  const engine = await joinEngine(join('.data', 'bench', province))
  try {
    const database = await openDatabase(engine.url, forCommands)
    try {
      if (!(await isLoaded(database.pool))) await load(province, database.pool)
      if (!(await holdsPlans(database.pool))) await addYear(database.pool)
      // what earlier runs left on record would be tidied up while this one is measured
      await database.pool.query('set local session_replication_role = replica; truncate audit_entry, audit_seal')
      await settle(database.pool)
      await grantRights(database.pool, serverRole)
    } finally {
      await database.close()
    }
    await addFunctions(engine.url)
    return engine
  } catch (error) {
    await engine.stop()
    throw error
  }
}

async function isLoaded(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query('select from import_report where finished_at is not null')
  return Boolean(rowCount)
}

// databases that were made before there were plans get them too
async function holdsPlans(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query('select from plan limit 1')
  return Boolean(rowCount)
}

async function load(province: string, pool: Pool): Promise<void> {
  console.log(`Generating and importing province ${province}, this once …`)
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-bench-'))
  try {
    await writeSample(directory, { province, ...size })
    await importFolder(directory, pool)
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function addYear(pool: Pool): Promise<void> {
  console.log('Adding plans, observations and evidence, this once …')
  await pool.query(await readFile(new URL('year.sql', import.meta.url), 'utf8'))
}

/** Gives those of the country plans and appraisals who have none, once. */
export async function addEverybody(pool: Pool): Promise<void> {
  const { rowCount } = await pool.query("select from plan where status = 'DRAFT' limit 1")
  if (rowCount) return
  console.log('Adding plans and appraisals of the country, this once …')
  await pool.query(await readFile(new URL('analytics/everybody.sql', import.meta.url), 'utf8'))
  await settle(pool)
}

async function settle(pool: Pool): Promise<void> {
  await pool.query('vacuum analyze')
  await pool.query('checkpoint')
}

async function addFunctions(url: string): Promise<void> {
  const client = new Client(url)
  await client.connect()
  try {
    await client.query(await readFile(new URL('postgraphile/functions.sql', import.meta.url), 'utf8'))
  } finally {
    await client.end()
  }
}
