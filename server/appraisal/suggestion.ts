import { ExpectationRating, PlanScope } from '../generated/schema.ts'
import type { PeriodCode } from '../period/rules.ts'
import type { ObservedLevels } from './observed.ts'
import { ratingWords, type Words } from './words.ts'

/** From which shares, of 100, another rating than MEETS is suggested. */
export interface SuggestionRule {
  readonly name: string
  /** Effective at least so much: ABOVE. */
  readonly aboveFrom: number
  /** Not done at least so much: BELOW. */
  readonly belowFrom: number
}

/** A rating that somebody may decide otherwise. */
export interface Suggestion extends Words {
  readonly rating: ExpectationRating
  readonly rule: string
}

const plain: SuggestionRule = { name: 'levels-1', aboveFrom: 100, belowFrom: 50 }

/** The rules of each period. No source says how rubric levels become a rating (domain.md §13, 4): these are ours, to be seen and changed. */
export const suggestionRules: Readonly<Record<PeriodCode, SuggestionRule>> = {
  '2024-S1': plain,
  '2024-S2': plain,
  '2025': plain,
  '2026': plain,
}

/** What is suggested as rating of results; null where nothing was observed. Of a plan that was planned only, what its source says. */
export function suggest(observed: ObservedLevels | null, scope: PlanScope, rule: SuggestionRule): Suggestion | null {
  if (scope === PlanScope.PLANNING_ONLY) return planningOnly
  const total = observed ? observed.notDone + observed.notEffective + observed.effective : 0
  if (!observed || total === 0) return null
  const { notDone, effective } = observed
  const rating =
    effective * 100 >= rule.aboveFrom * total
      ? ExpectationRating.ABOVE
      : notDone * 100 >= rule.belowFrom * total
        ? ExpectationRating.BELOW
        : ExpectationRating.MEETS
  const { indonesian, english } = ratingWords[rating]
  return {
    rating,
    indonesian:
      `${effective} dari ${total} perilaku dilakukan dan efektif, ${notDone} belum dilakukan: disarankan ${indonesian}. ` +
      'Penilai yang memutuskan.',
    english:
      `${effective} of ${total} behaviours were done and effective, ${notDone} not done: ${english} is suggested. ` +
      'The appraiser decides.',
    rule: `${rule.name}: ABOVE from ${rule.aboveFrom}% effective, BELOW from ${rule.belowFrom}% not done, else MEETS`,
  }
}

const planningOnly: Suggestion = {
  rating: ExpectationRating.MEETS,
  indonesian:
    'Hanya perencanaan: praktik kinerja dinilai otomatis setelah rencana disetujui (Pusat Informasi 33374387760025). ' +
    'Ratingnya tidak disebut; disarankan sesuai ekspektasi.',
  english:
    'Planning alone: practice is rated automatically once the plan is approved (Pusat Informasi 33374387760025). ' +
    'Which rating is not said; as expected is suggested.',
  rule: 'planning-only-1: MEETS',
}
