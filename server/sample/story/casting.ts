import type { PeriodCode } from '../../period/rules.ts'
import { schoolYear } from '../interval.ts'
import type { Random } from '../random.ts'
import type { Quality } from './act.ts'
import type { AppraisalCareer } from './appraisal-careers.ts'
import type { Post } from './cast.ts'
import type { EvidenceCareer } from './evidence-careers.ts'
import type { ObservationCareer } from './observation-careers.ts'
import type { PlanCareer } from './plan-careers.ts'
import { stage } from './stage.ts'

/** What happens to somebody in a period. */
export interface Part {
  readonly plan: PlanCareer
  readonly isLate?: boolean
  readonly quality?: Quality
  readonly observation?: ObservationCareer
  readonly evidence?: readonly EvidenceCareer[]
  readonly appraisal?: AppraisalCareer
  /** Whether the appraisal comes after the predicate of the organisation, and waits for the next one. */
  readonly isAppraisedLate?: boolean
}

/** Parts of several; null where no plan is begun. */
export type Parts = readonly (Part | null)[]

const agreed: Part = { plan: 'agreedAtOnce', appraisal: 'recommended' }
const seen: Part = { ...agreed, observation: 'shared' }
const usual: Parts = [agreed, agreed, agreed, { ...agreed, quality: 'STRONG' }, { ...seen, quality: 'STRONG' }]

/** The other schools: one of these for each teacher. */
const elsewhere: Readonly<Record<PeriodCode, Parts>> = {
  '2024-S1': [
    ...usual,
    ...usual,
    { ...seen, plan: 'adjusted' },
    { ...seen, isLate: true, quality: 'WEAK' },
    { ...agreed, plan: 'reviewed', isLate: true },
    { plan: 'waiting' },
    null,
  ],
  '2024-S2': [
    ...usual,
    ...usual,
    { ...seen, plan: 'adjusted', evidence: ['verified'] },
    { ...agreed, quality: 'WEAK' },
    { ...agreed, isLate: true },
    { plan: 'begun' },
    null,
  ],
  '2025': [...usual, ...usual, { ...seen, quality: 'WEAK' }, { ...agreed, isLate: true }, { plan: 'waiting' }],
  '2026': [
    { plan: 'agreedAtOnce', observation: 'preparing' },
    { plan: 'agreedAtOnce', observation: 'proposed' },
    { plan: 'agreedAtOnce', observation: 'scheduled' },
    { plan: 'agreedAtOnce', observation: 'observing' },
    { plan: 'agreedAtOnce', observation: 'shared' },
    { plan: 'agreedAtOnce', observation: 'discussed' },
    { plan: 'reviewed', observation: 'reflected' },
    { plan: 'adjusted', observation: 'completed' },
    { plan: 'agreedAtOnce', observation: 'cancelled' },
    { plan: 'agreedAtOnce' },
    { plan: 'agreedAtOnce' },
    { plan: 'agreedAtOnce', isLate: true },
    { plan: 'agreedAtOnce', isLate: true },
    { plan: 'waiting' },
    { plan: 'waiting', isLate: true },
    { plan: 'begun' },
    null,
  ],
}

const led: Part = { plan: 'clarified', observation: 'shared', appraisal: 'decided' }
const leads: Readonly<Record<PeriodCode, Parts>> = {
  '2024-S1': [{ ...led, observation: 'completed', quality: 'STRONG' }, led, { ...led, plan: 'clarifiedAndAdjusted' }],
  '2024-S2': [led, { ...led, appraisal: 'returned' }, led],
  '2025': [{ ...led, observation: 'completed' }, led, led],
  '2026': [{ plan: 'waitingForHead' }, { plan: 'clarified', observation: 'scheduled' }, { plan: 'waiting' }],
}

/** How many schools beside the first are told of: the more, the longer the first start takes. */
const schools: Readonly<Record<PeriodCode, number>> = { '2024-S1': 5, '2024-S2': 1, '2025': 1, '2026': 5 }

/** The part of a post in a period. */
export function partOf(post: Post, period: PeriodCode, random: Random): Part | null {
  if (post.schoolIndex > schools[period]) return null
  if (post.position === 'PRINCIPAL') return leads[period][post.schoolIndex % leads[period].length] ?? null
  if (post.schoolIndex === 0) return stage[period][post.index % stage[period].length] ?? null
  // the first may be acting principal, and somebody moves on: of these much is to be seen
  const isTold = post.index === 0 || post.until !== null || post.from > schoolYear.from
  return isTold ? seen : random.pick(elsewhere[period])
}
