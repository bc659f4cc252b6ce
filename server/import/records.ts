import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { bad, type Problem } from './problem.ts'

/** A record of a CSV file with the physical line it begins on, or why it could not be read. */
export type Entry = { line: number; cells: readonly string[] } | { line: number; problem: Problem }

/** The entries of a piece of the file, and how many bytes of the file have been read so far. */
export interface Piece {
  entries: Entry[]
  bytes: number
}

const longest = 64 * 1024
const newline = 10

const tooLong = bad('Look for a quotation mark that is not closed: the record is longer than 64 kB.')
const brokenQuotes = bad('Write a quotation mark within a text twice, and close every text that begins with one.')
const notUtf8 = bad('Save the file as CSV UTF-8: it holds bytes that are not.')
const controlCharacter = bad('Remove the NUL character.')

/**
 * Reads a CSV file piece by piece. A broken record costs its first line only: reading goes on with the next, so one
 * open quotation mark does not swallow the file. Records without any text, as below a sheet's end, are passed over.
 */
export async function* readRecords(path: string): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  let delimiter: string | undefined
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 4 * longest })) {
    rest = withoutMark(Buffer.concat([rest, chunk]), bytes === 0)
    bytes += chunk.length
    const end = rest.lastIndexOf(newline) + 1
    delimiter ??= end > 0 ? findDelimiter(rest) : undefined
    const read = readBlock(rest.subarray(0, end), line, delimiter ?? ',', false)
    line = read.line
    rest = rest.subarray(read.used)
    // of a line without an end just so much is kept that it is refused
    if (end === 0) rest = rest.subarray(0, longest + 1)
    yield { entries: read.entries, bytes }
  }
  yield { entries: readBlock(rest, line, delimiter ?? findDelimiter(rest), true).entries, bytes }
}

/** Whole lines → entries; all but the last block leave a record alone whose quotation mark may be closed later. */
function readBlock(block: Buffer, from: number, delimiter: string, isLast: boolean) {
  const suspect = !isUtf8(block) || block.includes(0) || block.includes('\u{fffd}')
  const entries: Entry[] = []
  let line = from
  let used = 0

  function take(cells: readonly string[], length: number): void {
    const problem = length > longest ? tooLong : suspect ? findBadCharacter(cells) : undefined
    if (problem) entries.push({ line, problem })
    else if (cells.some(hasText)) entries.push({ line, cells })
    line += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  }

  while (used < block.length) {
    const broken = parseUntilBroken(block.subarray(used), delimiter, (cells, length) => {
      used += length
      take(cells, length)
    })
    if (!broken) break
    if (broken.code === 'CSV_QUOTE_NOT_CLOSED' && !isLast && block.length - used <= longest) break
    entries.push({ line, problem: block.length - used > longest && isRunaway(broken) ? tooLong : brokenQuotes })
    line += 1
    used = block.indexOf(newline, used) + 1 || block.length
  }
  return { entries, line, used }
}

function parseUntilBroken(
  block: Buffer,
  delimiter: string,
  onRecord: (cells: string[], length: number) => void,
): CsvError | undefined {
  let end = 0
  try {
    parse(block, {
      delimiter,
      recordDelimiter: ['\r\n', '\n'],
      relaxColumnCount: true,
      maxRecordSize: longest,
      onRecord(cells: string[], { bytes }) {
        onRecord(cells, bytes - end)
        end = bytes
        return null
      },
    })
    return undefined
  } catch (error) {
    if (error instanceof CsvError) return error
    throw error
  }
}

function hasText(cell: string): boolean {
  return cell.trim() !== ''
}

function isRunaway({ code }: CsvError): boolean {
  return code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
}

function findBadCharacter(cells: readonly string[]): Problem | undefined {
  if (cells.some((cell) => cell.includes('\u{fffd}'))) return notUtf8
  return cells.some((cell) => cell.includes('\0')) ? controlCharacter : undefined
}

// Excel writes semicolons where the comma is the decimal sign
function findDelimiter(block: Buffer): string {
  const [header = ''] = block.toString('utf8', 0, longest).split('\n', 1)
  return header.split(';').length > header.split(',').length ? ';' : ','
}

function withoutMark(block: Buffer, isFirst: boolean): Buffer {
  return isFirst && block.toString('latin1', 0, 3) === '\u00ef\u00bb\u00bf' ? block.subarray(3) : block
}
