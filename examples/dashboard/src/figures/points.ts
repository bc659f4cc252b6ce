import { type Count, withheldOf } from './count.ts'

/** A count of `analytics` by points: the least of a step. */
export interface PointsCell {
  readonly points: number | null
  readonly count: Count
  readonly withheld: boolean
}

/** How wide a step is. */
export const step = 8

/** One bar of the histogram. */
export interface PointsBar {
  /** The least of the step. */
  readonly from: number
  /** The least of the next one. */
  readonly until: number
  readonly count: number
  /** Whether all of it lies within what is recommended. */
  readonly recommended: boolean
}

/** What a period recommends. */
export interface PointRange {
  readonly pointsFrom: number
  readonly pointsTo: number
}

/** The steps from 0, or the recommended least, to the highest there is, without a gap; and those whose points are not told. */
export function histogramOf(
  cells: readonly PointsCell[],
  { pointsFrom, pointsTo }: PointRange,
): { readonly bars: readonly PointsBar[]; readonly withheld: Count | undefined } {
  const counts = new Map<number, number>()
  for (const { points, count, withheld } of cells)
    if (points !== null && !withheld) counts.set(points, (counts.get(points) ?? 0) + (count ?? 0))
  const last = counts.size > 0 ? Math.max(pointsFrom, ...counts.keys()) : -step
  const bars = Array.from({ length: last / step + 1 }, (_, at) => at * step).map((from) => ({
    from,
    until: from + step,
    count: counts.get(from) ?? 0,
    recommended: from >= pointsFrom && from <= pointsTo,
  }))
  return { bars, withheld: withheldOf(cells) }
}
