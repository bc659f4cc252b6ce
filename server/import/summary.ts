import type { ImportRefusal } from '../generated/schema.ts'
import type { ImportResult } from './import.ts'

/** A refused row as the report tells it. */
export type ReportedRefusal = Omit<ImportRefusal, '__typename'>

const counts = ['rows', 'inserted', 'updated', 'unchanged', 'refused', 'missing'] as const

/** What an import did, as a table for people. */
export function summarise({ files, absent }: ImportResult): string[] {
  const table = [
    ['file', ...counts],
    ...files.map((file) => [file.file, ...counts.map((count) => file[count].toLocaleString('en'))]),
  ]
  const widths = ['file', ...counts].map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '),
  )
  if (absent.length > 0) lines.push(`Not in the folder: ${absent.join(', ')}.`)
  if (files.every(({ inserted, updated }) => inserted + updated === 0)) lines.push('Nothing changed.')
  return lines
}

/** One refused row in a line. */
export function describe({ file, line, column, code, value, advice }: ReportedRefusal): string {
  const where = [`${file}:${line}`, column].filter(Boolean).join(' ')
  return `${where} ${code}${value ? ` “${value}”` : ''}: ${advice}`
}
