import type { Context } from '../context.ts'
import type { Found } from '../reader/reader.ts'
import type { Entry } from './record.ts'

/** What a request's reading leaves on record: an entry for each type, about whom; and one for what was refused as NOT_FOUND. */
export function entriesOf(
  { reads, missing }: Pick<Found, 'reads' | 'missing'>,
  { viewer, requestId }: Pick<Context, 'viewer' | 'requestId'>,
): Entry[] {
  if (!viewer || (!reads.size && !missing.length)) return []
  const common = { viewer, requestId, at: new Date() }
  const read = [...reads].map(([type, people]) => ({ ...common, action: 'READ', type, subjects: [...people] }))
  const refused = [...new Set(missing)].map((type) => ({ ...common, action: 'REFUSED', type, subjects: [] }))
  return [...read, ...refused]
}
