import type { Season } from './rules.ts'

/** When what is open, by the sources: first days, and the first days after. No days: no source gives any, and it is open all through. */
interface Calendar {
  readonly period: readonly [string, string]
  readonly planning?: readonly [string, string]
  readonly execution?: readonly [string, string]
  readonly appraisal?: readonly [string, string]
  /** Whether documents are files, and development has points. */
  readonly uploads: boolean
  /** When a run begins. */
  readonly start: string
}

export const calendars = {
  '2024-S1': {
    period: ['2024-01-01', '2024-07-01'],
    // late planning goes on until 31 March
    planning: ['2024-01-01', '2024-04-01'],
    execution: ['2024-02-01', '2024-05-31'],
    appraisal: ['2024-06-01', '2024-07-01'],
    uploads: true,
    start: '2024-01-15T02:00:00Z',
  },
  '2025': {
    period: ['2025-01-01', '2026-01-01'],
    appraisal: ['2025-11-13', '2026-01-01'],
    uploads: false,
    start: '2025-02-03T02:00:00Z',
  },
  '2026': { period: ['2026-01-01', '2027-01-01'], uploads: false, start: '2026-01-12T02:00:00Z' },
} as const satisfies Readonly<Record<string, Calendar>>

export type Period = keyof typeof calendars
export const periods = Object.keys(calendars) as Period[]

const hour = 3_600_000

/** The day in western Indonesia, seven hours ahead. */
export const dayOf = (moment: number): string => new Date(moment + 7 * hour).toISOString().slice(0, 10)

/** So many days after a day. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 24 * hour).toISOString().slice(0, 10)

const isWithin = (day: string, [from, until]: readonly [string, string]) => from <= day && day < until

export function isOpen(period: Period, season: Season, moment: number): boolean {
  const calendar: Calendar = calendars[period]
  const day = dayOf(moment)
  const on = (stage: 'planning' | 'execution' | 'appraisal') => isWithin(day, calendar[stage] ?? calendar.period)
  if (season === 'always') return true
  if (season === 'period') return isWithin(day, calendar.period)
  return season === 'reflection' ? on('execution') || on('appraisal') : on(season)
}

/** The first moment after a moment at which a stage opens. */
export function opening(period: Period, stage: 'execution' | 'appraisal', moment: number): number | null {
  const [from] = (calendars[period] as Calendar)[stage] ?? []
  return from && from > dayOf(moment) ? Date.parse(`${from}T02:00:00Z`) : null
}
