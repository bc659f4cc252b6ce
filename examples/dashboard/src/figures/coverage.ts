import type { ObservationStage } from '@kinerja/sdk'
import { type Counted, type CrossRow, crossOf, leastFirst, type Named } from './cross.ts'

/** A count of `analytics` by how far observation is; those without a stage have no agreed plan. */
export interface StageCell extends Counted {
  readonly observation: string | null
}

/** How far observation may be, the furthest first. */
export const observationStages = [
  'CONCLUDED',
  'OBSERVED',
  'BEGUN',
  'NONE',
] as const satisfies readonly ObservationStage[]

/**
 * Of those with an agreed plan, how many are how far, where the least are observed first. Whether those who are withheld have an agreed plan
 * is not known: then there is no total.
 */
export function coverageOf<Cell extends StageCell>(
  cells: readonly Cell[],
  headOf: (cell: Cell) => Named | null,
): CrossRow<Named, (typeof observationStages)[number]>[] {
  const agreed = cells.filter(({ observation, withheld }) => observation !== null || withheld)
  const rows = crossOf(agreed, headOf, ({ observation }) => observation, observationStages)
  return leastFirst(
    rows.map((row) => (row.withheld === undefined ? row : { ...row, total: null })),
    ['CONCLUDED', 'OBSERVED'],
  )
}
