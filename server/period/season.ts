import { type PlanningState, Stage } from '../generated/schema.ts'

/** Days on which a stage is open; `until` is the first day after. */
export interface OpenDays {
  readonly stage: Stage
  readonly from: string
  readonly until: string
}

/** A period as its seasons go: its own days, its windows, and those an operator has added for an office. */
export interface Seasons {
  readonly from: string
  readonly until: string
  readonly windows: readonly OpenDays[]
  readonly extensions: readonly OpenDays[]
}

const covers = (day: string) => (window: { readonly from: string; readonly until: string }) =>
  window.from <= day && day < window.until

/**
 * How planning stands on a day. A period whose planning days no source gives is open on all its days: a missing window is one that is
 * not known, not one that is closed.
 */
export function planningOn(day: string, seasons: Seasons): `${PlanningState}` {
  const isIn = (stage: Stage) => daysOf(stage, seasons).some(covers(day))
  if (isIn(Stage.PLANNING)) return 'OPEN'
  if (isIn(Stage.LATE_PLANNING)) return 'LATE'
  return isUncharted(day, seasons) ? 'OPEN' : 'CLOSED'
}

const stages = { OPEN: Stage.PLANNING, LATE: Stage.LATE_PLANNING, CLOSED: null } as const

/**
 * On how many days planning stays as it is before its windows end, the day itself among them; 0 when it is closed, null where it is open
 * for want of a calendar. `season.reading.ts` says the same in SQL.
 */
export function daysLeftOn(day: string, seasons: Seasons): number | null {
  const state = planningOn(day, seasons)
  if (state === 'OPEN' && isUncharted(day, seasons)) return null
  const stage = stages[state]
  const windows = stage ? daysOf(stage, seasons).toSorted((one, other) => (one.from < other.from ? -1 : 1)) : []
  // windows that touch are one
  const end = windows.reduce((end, { from, until }) => (from <= end && until > end ? until : end), day)
  return (Date.parse(end) - Date.parse(day)) / 86_400_000
}

const daysOf = (wanted: Stage, { windows, extensions }: Seasons) =>
  [...windows, ...extensions].filter(({ stage }) => stage === wanted)

/** Whether a day is of a period for which no source gives the days of a stage. */
const isUncharted = (day: string, { from, until, windows }: Seasons, wanted = Stage.PLANNING) =>
  covers(day)({ from, until }) && !windows.some(({ stage }) => stage === wanted)

/** Whether a day is one of the period's, or of an extension. */
export const isInSeason = (day: string, { from, until, extensions }: Seasons): boolean =>
  covers(day)({ from, until }) || extensions.some(covers(day))

/** Whether a stage is open on a day; one whose days no source gives is open on all days of its period. */
export function isOpen(wanted: Stage, day: string, { from, until, windows, extensions }: Seasons): boolean {
  const known = windows.filter(({ stage }) => stage === wanted)
  const added = extensions.filter(({ stage }) => stage === wanted)
  return [...(known.length ? known : [{ from, until }]), ...added].some(covers(day))
}
