import { Refusal } from '../errors.ts'
import { isSnapshot, type Snapshot } from './snapshot.ts'

/** Up to where somebody has heard: what is not seen in the snapshot is new to him. */
export interface Place {
  /** When that was, by the database's clock; milliseconds. */
  readonly at: number
  readonly snapshot: Snapshot
}

/** How long events are kept, in milliseconds. */
const keptFor = 2 * 24 * 60 * 60 * 1000

// a place of many open transactions is long, a forged one longer
const longest = 8_000

/** A place as clients are given it. */
export const cursorOf = ({ at, snapshot }: Place): string => Buffer.from(`${at} ${snapshot}`).toString('base64url')

/** The place behind a cursor. Refuses what is none, and one whose events may be gone. */
export function placeOf(cursor: string, now: number): Place {
  const text = cursor.length <= longest ? Buffer.from(cursor, 'base64url').toString('latin1') : ''
  const [, at = '', snapshot = ''] = /^(\d{1,15}) ([\d:,]+)$/.exec(text) ?? []
  if (!isSnapshot(snapshot) || cursorOf({ at: Number(at), snapshot }) !== cursor)
    throw new Refusal('BAD_USER_INPUT', 'after is no cursor of an event: send one as it came, or none.')
  if (Number(at) < now - keptFor)
    throw new Refusal(
      'CURSOR_EXPIRED',
      'Events are kept for two days: read what you watch again, and go on without `after`.',
    )
  return { at: Number(at), snapshot }
}
