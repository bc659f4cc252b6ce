import type { Random } from './random.ts'
import type { Cells } from './table.ts'

/** The indicators of the report card that plans are made from. */
const indicators = [
  'ORDERLY_CLASSROOM',
  'POSITIVE_DISCIPLINE',
  'CONSTRUCTIVE_FEEDBACK',
  'CARE_AND_CONCERN',
  'EXPECTATIONS',
  'INSTRUCTION',
  'ADAPTIVE_INSTRUCTION',
  'INTERACTIVE_ACTIVITY',
] as const

const year = '2023'

/** Draws a school's score from 25.00 to 95.00 for each indicator. */
export function reportCard(random: Random, npsn: string): Cells<'report-card-scores'>[] {
  return indicators.map((indicator) => {
    const score = random.between(2500, 9500) / 100
    return { npsn, year, indicator_code: indicator, score: score.toFixed(2), label: label(score) }
  })
}

function label(score: number): string {
  if (score < 50) return 'KURANG'
  return score < 75 ? 'SEDANG' : 'BAIK'
}
