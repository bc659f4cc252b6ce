import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Pool } from 'pg'
import { CannotImport } from '../import/folder.ts'
import { type ImportResult, importFolder } from '../import/import.ts'
import { createMeter } from '../import/meter.ts'
import { readRefusals, writeReport } from '../import/report.ts'
import { describe, summarise } from '../import/summary.ts'
import { command, Unable } from './command.ts'

const usage =
  'usage: npm run import -- DIR [--report FILE]\n' +
  '       exit code 0: all loaded, 1: some rows refused, 2: nothing could be done'

const shown = 20
const interrupted = 130

/** Loads a folder of CSV files; every row that was refused is in the report. */
await command(async ({ pool }) => {
  const { directory, report } = await readArguments()
  const interruption = new AbortController()
  process.once('SIGINT', () => interruption.abort())
  const meter = createMeter(process.stderr)
  const start = performance.now()
  try {
    const result = await importFolder(directory, pool, { onProgress: meter.show, signal: interruption.signal })
    meter.stop()
    await tell(pool, result, (performance.now() - start) / 1_000)
    if (report) await writeReport(pool, result, report)
    return result.refused > 0 ? 1 : 0
  } catch (error) {
    if (error instanceof CannotImport) throw new Unable(error.message)
    if (!interruption.signal.aborted) throw error
    console.error('Interrupted: the files loaded so far stay, the one in work is as it was. Run it again.')
    return interrupted
  } finally {
    meter.stop()
  }
})

async function readArguments(): Promise<{ directory: string; report: string | undefined }> {
  try {
    const { values, positionals } = parseArgs({ options: { report: { type: 'string' } }, allowPositionals: true })
    const [directory, ...others] = positionals
    if (!directory || others.length > 0) throw new TypeError('Name one folder.')
    // an hour's work should not end with a report that has no place
    if (values.report) await (await open(values.report, 'a')).close()
    return { directory, report: values.report }
  } catch (error) {
    throw new Unable(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

async function tell(pool: Pool, result: ImportResult, seconds: number): Promise<void> {
  for (const line of summarise(result)) console.log(line)
  const { value: refusals = [] } = await readRefusals(pool, result.report, shown).next()
  for (const refusal of refusals) console.log(describe(refusal))
  if (result.refused > refusals.length)
    console.log(`… and ${(result.refused - refusals.length).toLocaleString('en')} more refused rows.`)
  const rows = result.files.reduce((sum, file) => sum + file.rows, 0)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024)
  console.log(
    `${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ` +
      `${Math.round(rows / seconds).toLocaleString('en')} rows/s, at most ${megabytes} MB of memory.`,
  )
}
