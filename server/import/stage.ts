import type { ClientBase } from 'pg'
import type { Delivery, Refusal } from './delivery.ts'
import { readRecords } from './records.ts'
import { refuse } from './refusals.ts'
import { createRowReader, readHeader } from './rows.ts'
import { openStaging } from './staging.ts'

/** The rows of a file, refused ones included; none could be read if the header is not what it should be. */
export interface Staged {
  rows: number
  isRead: boolean
}

// so many refused rows are held in memory at most
const mostRefusals = 1_000

/** Reads a file: legible rows go to the temporary table `delivery`, the others to `refusal`. */
export async function stage(
  client: ClientBase,
  delivery: Delivery,
  path: string,
  onRows: (rows: number, bytes: number) => void,
): Promise<Staged> {
  const staging = await openStaging(client, delivery)
  let readRow: ReturnType<typeof createRowReader> | undefined
  let refusals: Refusal[] = []
  let rows = 0

  async function flush(): Promise<void> {
    await staging.rest()
    await refuse(client, refusals)
    refusals = []
  }

  for await (const { entries, bytes } of readRecords(path)) {
    for (const entry of entries) {
      if (!readRow) {
        const header = readHeader(delivery, entry)
        if ('code' in header) return unread(client, header)
        readRow = createRowReader(delivery, header)
        continue
      }
      rows += 1
      const read = readRow(entry)
      if ('code' in read) refusals.push(read)
      else staging.add(entry.line, read)
      if (refusals.length >= mostRefusals) await flush()
    }
    await staging.send()
    onRows(rows, bytes)
  }
  await flush()
  if (!readRow) return unread(client, readHeader(delivery, undefined))
  await client.query('analyze delivery')
  return { rows, isRead: true }
}

async function unread(client: ClientBase, header: ReturnType<typeof readHeader>): Promise<Staged> {
  if ('code' in header) await refuse(client, [header])
  return { rows: 0, isRead: false }
}
