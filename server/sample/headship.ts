import { type Interval, schoolYear } from './interval.ts'
import type { Random } from './random.ts'

/** Someone who is the principal for a time. */
export interface Tenure extends Interval {
  who: 'NEW' | 'RETIRING' | 'TEACHER_OF_THE_SCHOOL' | 'PRINCIPAL_OF_ANOTHER'
}

/** A time in which the teachers have the tenure with this index as appraiser, or (null) the head of the office. */
export interface Term extends Interval {
  tenure: number | null
  reason: string
}

/** How a school is led from the first day on; its terms follow each other without a gap. */
export interface Headship {
  share: number
  tenures: readonly Tenure[]
  terms: readonly Term[]
}

const { from } = schoolYear
const vacant = 'School without a principal'

/** Every way to lead a school, with the share of the schools that are led so. */
export const headships = {
  own: {
    share: 0.78,
    tenures: [{ who: 'NEW', from, until: '' }],
    terms: [{ tenure: 0, from, until: '', reason: '' }],
  },
  succeeded: {
    share: 0.05,
    tenures: [
      { who: 'RETIRING', from, until: '2024-01-02' },
      { who: 'NEW', from: '2024-01-02', until: '' },
    ],
    terms: [
      { tenure: 0, from, until: '2024-01-02', reason: '' },
      { tenure: 1, from: '2024-01-02', until: '', reason: 'New principal' },
    ],
  },
  onLeave: {
    share: 0.02,
    tenures: [{ who: 'NEW', from, until: '' }],
    terms: [
      { tenure: 0, from, until: '2024-03-15', reason: '' },
      { tenure: null, from: '2024-03-15', until: '2024-06-15', reason: 'Principal on leave' },
      { tenure: 0, from: '2024-06-15', until: '', reason: 'Principal back from leave' },
    ],
  },
  acting: {
    share: 0.08,
    tenures: [{ who: 'TEACHER_OF_THE_SCHOOL', from: '2023-11-01', until: '' }],
    terms: [
      { tenure: null, from, until: '2023-11-01', reason: vacant },
      { tenure: 0, from: '2023-11-01', until: '', reason: 'Acting principal' },
    ],
  },
  shared: {
    share: 0.05,
    tenures: [{ who: 'PRINCIPAL_OF_ANOTHER', from: '2023-09-01', until: '' }],
    terms: [
      { tenure: null, from, until: '2023-09-01', reason: vacant },
      { tenure: 0, from: '2023-09-01', until: '', reason: 'Acting principal' },
    ],
  },
  none: {
    share: 0.02,
    tenures: [],
    terms: [{ tenure: null, from, until: '', reason: vacant }],
  },
} as const satisfies Record<string, Headship>

/** Draws a headship; a school can share a principal only if there is a `lender`. */
export function drawHeadship(random: Random, lender: boolean): Headship {
  let rest = random.next()
  for (const headship of Object.values(headships)) {
    rest -= headship.share
    if (rest < 0) return headship === headships.shared && !lender ? headships.own : headship
  }
  return headships.own
}
