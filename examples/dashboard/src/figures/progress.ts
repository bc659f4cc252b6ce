import { type Count, sumOf, withheldOf } from './count.ts'

/** A count of `analytics` by day. */
export interface DayCell {
  readonly day: string | null
  readonly count: Count
  readonly withheld: boolean
}

/** A day on which plans were handed in. */
export interface ProgressDay {
  readonly day: string
  /** On that day. */
  readonly count: number
  /** Up to that day. */
  readonly total: number
}

/** How the plans of a period came in. */
export interface Progress {
  readonly days: readonly ProgressDay[]
  readonly handedIn: number
  /** Those whose day is not told; undefined where everybody's is. */
  readonly withheld: Count | undefined
  /** All who are expected to plan. */
  readonly expected: Count
}

/** The days in order, with what has come in up to each. */
export function progressOf(cells: readonly DayCell[]): Progress {
  const days: ProgressDay[] = []
  let total = 0
  const told = cells.filter(({ day, withheld }) => day !== null && !withheld)
  for (const { day, count } of told.toSorted((a, b) => order(a.day, b.day))) {
    total += count ?? 0
    days.push({ day: day ?? '', count: count ?? 0, total })
  }
  return {
    days,
    handedIn: total,
    withheld: withheldOf(cells),
    expected: sumOf(cells.map(({ count }) => count)),
  }
}

const order = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '')

/** When a stage is open: from a day to the day before another. */
export interface OpenFrom {
  readonly stage: string
  readonly from: string
  readonly until: string
}

/** What the days are held against. */
export interface Frame {
  /** The first day to draw, and the first one after. */
  readonly from: string
  readonly until: string
  readonly planning: OpenFrom | undefined
  readonly late: OpenFrom | undefined
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** From the beginning of planning, or of the period, to its end or to the last plan, whichever is later. */
export function frameOf(
  period: { readonly from: string; readonly windows: readonly OpenFrom[] },
  { days }: Progress,
): Frame {
  const windowOf = (wanted: string) => period.windows.find(({ stage }) => stage === wanted)
  const [planning, late] = [windowOf('PLANNING'), windowOf('LATE_PLANNING')]
  const last = days.at(-1)
  const ends = [planning?.until, last && dayAfter(last.day)].filter((day) => day !== undefined)
  const begins = [planning?.from ?? period.from, days[0]?.day].filter((day) => day !== undefined)
  return { from: begins.toSorted()[0] ?? period.from, until: ends.toSorted().at(-1) ?? period.from, planning, late }
}
