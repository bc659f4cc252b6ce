import type { Pool, PoolClient } from 'pg'
import { v7 as newId } from 'uuid'
import { record } from '../audit/record.ts'
import { type Found, findFiles } from './folder.ts'
import { type FileResult, loadFile, type Place } from './load-file.ts'
import { exclusively, inTransaction } from './session.ts'

/** How far an import has got. */
export interface Progress {
  file: string
  stage: 'READING' | 'CHECKING' | 'LOADING' | 'DONE'
  /** Of this file, read so far. */
  rows: number
  bytes: number
  size: number
}

/** What an import did. The refused rows are in the report. */
export interface ImportResult {
  /** The id in import_report. */
  report: string
  files: FileResult[]
  /** Files of the format that the folder does not hold. */
  absent: string[]
  refused: number
}

/** How an import is watched and stopped. */
export interface ImportOptions {
  onProgress?: (progress: Progress) => void
  /** Stops the import; the file in work is left as it was. */
  signal?: AbortSignal
  /** The id of its report, where it is to be known later. */
  report?: string
}

/**
 * Loads a folder of CSV files, each in a transaction of its own. Rows that break a rule are refused and reported.
 * Throws CannotImport when there is nothing to load or another import runs.
 *
 * @example const { refused } = await importFolder('sample', pool)
 */
export async function importFolder(
  directory: string,
  database: Pool,
  { onProgress = () => undefined, signal, report = newId() }: ImportOptions = {},
): Promise<ImportResult> {
  const { found, absent } = await findFiles(directory)
  return exclusively(database, signal, async (client) => {
    const files: FileResult[] = []
    let refused = 0
    await inTransaction(client, () => begin(client, report))
    for (const [index, file] of found.entries()) {
      signal?.throwIfAborted()
      const place = { report, number: index + 1, refused }
      const result = await inTransaction(client, () => load(client, file, place, onProgress))
      files.push(result)
      refused += result.refused
    }
    await client.query('update import_report set finished_at = now() where id = $1', [report])
    return { report, files, absent, refused }
  })
}

// who can reach the database may do anything: an operator
const viewer = { role: 'OPERATOR', person: null, apiKey: null } as const

async function begin(client: PoolClient, report: string): Promise<void> {
  await client.query('insert into import_report (id, started_at) values ($1, now())', [report])
  await record(client, { viewer, action: 'import', type: 'ImportReport', subjects: [report], requestId: null })
}

async function load(
  client: PoolClient,
  { delivery, path, size }: Found,
  place: Place,
  onProgress: (progress: Progress) => void,
): Promise<FileResult> {
  let progress: Progress = { file: delivery.file, stage: 'READING', rows: 0, bytes: 0, size }
  const tell = (step: Partial<Progress>): void => {
    progress = { ...progress, ...step }
    onProgress(progress)
  }
  const result = await loadFile(client, delivery, path, place, tell)
  tell({ stage: 'DONE' })
  return result
}
