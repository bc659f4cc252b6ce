import { PlanWarning } from '../generated/schema.ts'
import { isWhole, type Offer } from './choice.ts'
import type { Content } from './content.ts'

/** The points that a period recommends; null where it has abolished them. */
export interface PointRange {
  readonly pointsFrom: number | null
  readonly pointsTo: number | null
}

/** What a plan adds up to, and what both sides should look at. */
export interface Sum {
  readonly points: number | null
  readonly warnings: PlanWarning[]
}

/** Adds up a plan. Nothing here is an error: outside the range the supervisor decides ("dianjurkan"). */
export function sumOf(content: Content, offers: ReadonlyMap<string, Offer>, range: PointRange): Sum {
  const incomplete = isWhole(content) ? [] : [PlanWarning.INCOMPLETE]
  const { pointsFrom, pointsTo } = range
  if (pointsFrom === null || pointsTo === null) return { points: null, warnings: incomplete }
  const each = content.activities.map(({ activity, times }) => ({ known: offers.get(activity)?.points ?? null, times }))
  const points = each.reduce((sum, { known, times }) => sum + (known ?? 0) * times, 0)
  return {
    points,
    warnings: [
      ...incomplete,
      ...(points < pointsFrom ? [PlanWarning.POINTS_BELOW] : []),
      ...(points > pointsTo ? [PlanWarning.POINTS_ABOVE] : []),
      ...(each.some(({ known }) => known === null) ? [PlanWarning.POINTS_UNKNOWN] : []),
    ],
  }
}
