import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../database/database.ts'
import { importFolder } from '../import/import.ts'
import { writeSample } from './write.ts'

/** The sample: the 38 districts of Jawa Timur with invented people. */
const sample = { province: '35', schools: 6, teachers: 12, seed: 1 }

/** Loads the sample into a database that holds nobody yet. */
export async function loadSampleIfEmpty({ pool }: Database): Promise<void> {
  const { rowCount } = await pool.query('select from office limit 1')
  if (rowCount) return
  const directory = await mkdtemp(join(tmpdir(), 'kinerja-sample-'))
  try {
    await writeSample(directory, sample)
    await importFolder(directory, pool)
  } finally {
    await rm(directory, { recursive: true })
  }
}
