import { type FileHandle, open } from 'node:fs/promises'

/** A CSV file that is written piece by piece; it is opened with the first piece. */
export interface CsvFile {
  add(cells: Readonly<Record<string, string | undefined>>): void
  /** Writes what has gathered, if it is at least `length` characters. */
  flush(length?: number): Promise<void>
  close(): Promise<void>
  /** The rows added so far, without the header. */
  count(): number
}

export function createCsvFile(path: string, columns: readonly string[]): CsvFile {
  let gathered = `${columns.join(',')}\n`
  let rows = 0
  let handle: FileHandle | undefined
  return {
    add(cells) {
      gathered += `${columns.map((column) => quote(cells[column] ?? '')).join(',')}\n`
      rows += 1
    },
    async flush(length = 1) {
      if (gathered.length < length) return
      handle ??= await open(path, 'w')
      const piece = gathered
      gathered = ''
      await handle.appendFile(piece)
    },
    close: async () => handle?.close(),
    count: () => rows,
  }
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
