/** The moment the tests live in: in Jakarta it is the next day already. */
export const now = new Date('2025-08-16T18:30:00.000Z')

/** The day it is then in Jakarta. */
export const today = '2025-08-17'

/** The days on which things begin and end in the world. */
export const turningDays = [
  '2022-07-01',
  '2023-01-01',
  '2023-07-01',
  '2024-01-02',
  '2024-02-29',
  '2024-07-01',
  '2025-01-01',
  '2025-08-16',
  '2025-08-17',
  '2025-08-18',
  '2026-01-01',
] as const

/** From the first day up to, not including, another; null where it is open. */
export interface Span {
  readonly from: string
  readonly until: string | null
}

/** The day before a day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** The day of a moment in Jakarta, seven hours ahead of UTC. */
export const dayOf = (moment: string): string =>
  new Date(Date.parse(moment) + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** Whether a span holds a day. */
export const holds = ({ from, until }: Span, day: string): boolean => from <= day && (until === null || day < until)

/** The days that two spans share, if any. */
export function shared(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from
  const until = earlier(one.until, other.until)
  return until !== null && until <= from ? null : { from, until }
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
