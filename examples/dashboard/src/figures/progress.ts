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
export interface Open {
  readonly stage: string
  readonly from: string
  readonly until: string
}

/** Some days that are told apart from the others. */
export interface Stretch {
  readonly kind: 'window' | 'lateWindow' | 'extension'
  readonly from: string
  readonly until: string
}

/** What the days are held against. */
export interface Frame {
  /** The first day to draw, and the first one after. */
  readonly from: string
  readonly until: string
  /** As far as they are drawn. */
  readonly stretches: readonly Stretch[]
  /** The first day on which a plan is late; undefined where no calendar is known. */
  readonly deadline: string | undefined
}

const kindOf: Readonly<Record<string, Stretch['kind']>> = { PLANNING: 'window', LATE_PLANNING: 'lateWindow' }

/** From the beginning of planning, or of the period, to its end or to the last plan, whichever is later; extensions are the office's. */
export function frameOf(
  period: { readonly from: string; readonly windows: readonly Open[] },
  extensions: readonly Open[],
  { days }: Progress,
): Frame {
  const planning = period.windows.find(({ stage }) => stage === 'PLANNING')
  const extended = extensions.filter(({ stage }) => stage in kindOf)
  const [first, last] = [days.at(0), days.at(-1)]
  const from = earliest([planning?.from ?? period.from, first?.day]) ?? period.from
  const until = latest([planning?.until, last && dayAfter(last.day), ...extended.map(({ until }) => until)]) ?? from
  const stretches = [
    ...period.windows.flatMap((open) => stretchesOf(kindOf[open.stage], open)),
    ...extended.flatMap((open) => stretchesOf('extension', open)),
  ]
    .map((stretch) => ({ ...stretch, until: stretch.until < until ? stretch.until : until }))
    .filter((stretch) => stretch.from < stretch.until)
  return { from, until, stretches, deadline: planning?.until }
}

const stretchesOf = (kind: Stretch['kind'] | undefined, { from, until }: Open): readonly Stretch[] =>
  kind ? [{ kind, from, until }] : []

type Days = readonly (string | undefined)[]
const inOrder = (days: Days): string[] => days.filter((day) => day !== undefined).toSorted()
const earliest = (days: Days): string | undefined => inOrder(days).at(0)
const latest = (days: Days): string | undefined => inOrder(days).at(-1)

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
