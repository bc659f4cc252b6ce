import type { PeriodCode } from '../../period/rules.ts'

/** The days around which a period is told; each within the windows of `period/rules.ts`. */
export interface Calendar {
  readonly planning: string
  /** When those begin who are late. */
  readonly late: string
  readonly observation: string
  readonly evidence: string
  readonly appraisal: string
  /** When the head of the office sets the predicate of the organisation. */
  readonly predicate: string
  readonly afterPredicate: string
}

/** The periods that are told; the last one has only begun. */
export const calendars: Readonly<Record<PeriodCode, Calendar>> = {
  '2024-S1': {
    planning: '2024-01-08',
    late: '2024-02-05',
    observation: '2024-03-04',
    evidence: '2024-04-22',
    appraisal: '2024-06-03',
    predicate: '2024-06-27',
    afterPredicate: '2024-06-28',
  },
  '2024-S2': {
    planning: '2024-07-15',
    late: '2024-08-19',
    observation: '2024-09-09',
    evidence: '2024-10-21',
    appraisal: '2024-12-02',
    predicate: '2024-12-20',
    afterPredicate: '2024-12-27',
  },
  '2025': {
    planning: '2025-01-13',
    late: '2025-03-03',
    observation: '2025-04-14',
    evidence: '2025-09-08',
    appraisal: '2025-11-17',
    predicate: '2025-12-19',
    afterPredicate: '2025-12-29',
  },
  '2026': {
    planning: '2026-01-12',
    late: '2026-02-02',
    observation: '2026-02-09',
    evidence: '2026-02-23',
    appraisal: '2026-11-16',
    predicate: '2026-12-18',
    afterPredicate: '2026-12-28',
  },
}
