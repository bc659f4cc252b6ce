/** From a day up to, not including, another (ISO dates); `until` is empty while it is open. */
export interface Interval {
  from: string
  until: string
}

/** The day on which the ordinary assignments begin: the start of the school year 2023/2024. */
export const schoolYear: Interval = { from: '2023-07-01', until: '' }

/**
 * The days both intervals share, or null.
 *
 * @example overlap({ from: '2023-07-01', until: '' }, { from: '2024-01-02', until: '' }) // from 2024-01-02, open
 */
export function overlap(one: Interval, other: Interval): Interval | null {
  const [earlier, later] = one.from < other.from ? [one, other] : [other, one]
  const ends = [earlier.until, later.until].filter((day) => day !== '').sort()
  const until = ends[0] ?? ''
  return until && until <= later.from ? null : { from: later.from, until }
}
