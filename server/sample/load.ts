import 'reflect-metadata'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Database } from '../database/database.ts'
import { Files } from '../evidence/file/files.ts'
import type { Storage } from '../evidence/file/storage.ts'
import { importFolder } from '../import/import.ts'
import { tellStory } from './story/tell.ts'
import { writeSample } from './write.ts'

/** The sample: the 38 districts of Jawa Timur with invented people. */
const sample = { province: '35', schools: 6, teachers: 12, seed: 1 }

/** The office whose people have planned, observed and appraised: that of Kota Malang. */
export const toldOffice = '35.73'

// tells the sample from what somebody else has imported
const report = '01893f00-0000-7000-8002-000000000035'

const state = `
  select exists (select from office) as inhabited, exists (select from plan) as told,
    (select finished_at is not null from import_report where id = $1) as loaded`

interface State {
  readonly inhabited: boolean
  readonly told: boolean
  /** Null where the people are not the sample's. */
  readonly loaded: boolean | null
}

/** Loads the sample into a database that holds nobody yet; goes on where that was broken off. */
export async function loadSampleIfEmpty({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { inhabited, loaded } = await stateOf(pool)
  if (!inhabited || loaded === false) await importSample(pool)
}

/** Tells the story of the sample's people, until a moment, if it was not told. People of somebody else are left alone. */
export async function tellStoryOnce(
  database: Database,
  storage: Storage,
  { until = new Date(), begin }: { readonly until?: Date; readonly begin?: () => void } = {},
): Promise<void> {
  const { told, loaded } = await stateOf(database.pool)
  if (told || !loaded) return
  begin?.()
  await tellStory(database, new Files(database.pool, storage), { office: toldOffice, seed: sample.seed, until })
}

async function importSample(pool: Pool): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-sample-'))
  try {
    await writeSample(directory, sample)
    // of one that was broken off; its rows are found unchanged
    await pool.query('delete from import_report where id = $1 and finished_at is null', [report])
    await importFolder(directory, pool, { report })
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function stateOf(pool: Pool): Promise<State> {
  const { rows } = await pool.query<State>(state, [report])
  if (!rows[0]) throw new Error('the database does not answer')
  return rows[0]
}
