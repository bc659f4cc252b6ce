import type { PeriodCode } from '../../period/rules.ts'
import { schoolYear } from '../interval.ts'
import type { Random } from '../random.ts'
import type { Quality } from './act.ts'
import type { AppraisalCareer } from './appraisal-careers.ts'
import type { Post } from './cast.ts'
import type { EvidenceCareer } from './evidence-careers.ts'
import type { ObservationCareer } from './observation-careers.ts'
import type { PlanCareer } from './plan-careers.ts'

/** What happens to somebody in a period; nothing at all where no plan is begun. */
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

type Parts = readonly (Part | null)[]

/** The school of the principal who is greeted: everything happens there. One line for each teacher, in the order of the register. */
const stage: Readonly<Record<PeriodCode, Parts>> = {
  '2024-S1': [
    {
      plan: 'adjusted',
      observation: 'thorough',
      evidence: ['verified', 'replaced'],
      appraisal: 'saved',
      quality: 'STRONG',
    },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'reviewed', observation: 'completed', evidence: ['verified', 'withdrawn'], appraisal: 'recommended' },
    { plan: 'sentBack', observation: 'again', evidence: ['verified'], appraisal: 'recommended', quality: 'STRONG' },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['verified', 'attached'], appraisal: 'heard' },
    {
      plan: 'agreedAtOnce',
      isLate: true,
      observation: 'shared',
      evidence: ['questioned'],
      appraisal: 'recommended',
      quality: 'WEAK',
    },
    { plan: 'withdrawn', observation: 'postponed', appraisal: 'recommended' },
    null,
    { plan: 'reset', observation: 'completed', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'waiting', isLate: true },
    { plan: 'reviewed', observation: 'reflected', evidence: ['attached'], appraisal: 'recommended' },
  ],
  '2024-S2': [
    {
      plan: 'agreedAtOnce',
      observation: 'completed',
      evidence: ['verified', 'verified'],
      appraisal: 'recommended',
      quality: 'STRONG',
    },
    { plan: 'adjusted', observation: 'thorough', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['replaced'], appraisal: 'recommended' },
    { plan: 'reviewed', observation: 'completed', evidence: ['verified'], appraisal: 'saved', quality: 'STRONG' },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'notReset', observation: 'discussed', evidence: ['attached'], appraisal: 'recommended', quality: 'WEAK' },
    { plan: 'agreedAtOnce', isLate: true, observation: 'shared', appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', appraisal: 'recommended' },
    { plan: 'sentBack', observation: 'completed', evidence: ['questioned'], appraisal: 'recommended' },
    { plan: 'begun' },
  ],
  '2025': [
    {
      plan: 'agreedAtOnce',
      observation: 'thorough',
      evidence: ['verified'],
      appraisal: 'recommended',
      quality: 'STRONG',
    },
    { plan: 'reviewed', observation: 'completed', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', appraisal: 'recommended' },
    { plan: 'adjusted', observation: 'completed', evidence: ['replaced'], appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['verified'], appraisal: 'recommended' },
    { plan: 'agreedAtOnce', observation: 'completed', evidence: ['attached'], appraisal: 'objected' },
    { plan: 'agreedAtOnce', observation: 'completed', appraisal: 'recommended', isAppraisedLate: true },
    { plan: 'agreedAtOnce', observation: 'shared', appraisal: 'recommended', quality: 'WEAK' },
    { plan: 'reviewed', observation: 'discussed', appraisal: 'begun' },
    { plan: 'agreedAtOnce', observation: 'completed', appraisal: 'recommended' },
    null,
  ],
  '2026': [
    { plan: 'adjusted', observation: 'followingUp', evidence: ['verified', 'questioned'] },
    { plan: 'agreedAtOnce', observation: 'observed', evidence: ['attached'] },
    { plan: 'saved' },
    { plan: 'waiting' },
    { plan: 'inReview' },
    { plan: 'otherwise' },
    { plan: 'resetWanted' },
    null,
    { plan: 'sentBack', observation: 'proposed', evidence: ['withdrawn'] },
    { plan: 'reset', observation: 'offered' },
    { plan: 'reviewed', observation: 'preparing', evidence: ['replaced'] },
  ],
}

const agreed: Part = { plan: 'agreedAtOnce', appraisal: 'recommended' }
const seen: Part = { ...agreed, observation: 'shared' }
const usual: Parts = [
  agreed,
  agreed,
  seen,
  { ...seen, plan: 'adjusted', quality: 'STRONG' },
  { ...agreed, plan: 'reviewed' },
]

/** The other schools: one of these for each teacher. */
const elsewhere: Readonly<Record<PeriodCode, Parts>> = {
  '2024-S1': [
    ...usual,
    ...usual,
    { ...seen, isLate: true, quality: 'WEAK' },
    { ...agreed, isLate: true },
    { plan: 'waiting' },
    null,
  ],
  '2024-S2': [
    ...usual,
    ...usual,
    { ...seen, evidence: ['verified'] },
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

/** The part of a post in a period. */
export function partOf(post: Post, period: PeriodCode, random: Random): Part | null {
  if (post.position === 'PRINCIPAL') return leads[period][post.schoolIndex % leads[period].length] ?? null
  if (post.schoolIndex === 0) return stage[period][post.index % stage[period].length] ?? null
  // the first may be acting principal, and somebody moves on: of these much is to be seen
  const isTold = post.index === 0 || post.until !== null || post.from > schoolYear.from
  return isTold ? seen : random.pick(elsewhere[period])
}
