import { Stage } from '../generated/schema.ts'

/** Days on which a stage is open; `until` is the first day after. */
export interface OpenDays {
  readonly stage: Stage
  readonly from: string
  readonly until: string
}

/** How planning stands on a day. */
export type Planning = 'OPEN' | 'LATE' | 'CLOSED'

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
export function planningOn(day: string, { from, until, windows, extensions }: Seasons): Planning {
  const ofPlanning = windows.filter(({ stage }) => stage === Stage.PLANNING)
  const all = [...windows, ...extensions]
  const isIn = (wanted: Stage) => all.filter(({ stage }) => stage === wanted).some(covers(day))
  if (isIn(Stage.PLANNING)) return 'OPEN'
  if (isIn(Stage.LATE_PLANNING)) return 'LATE'
  return ofPlanning.length === 0 && covers(day)({ from, until }) ? 'OPEN' : 'CLOSED'
}

/** Whether a day is one of the period's, or of an extension. */
export const isInSeason = (day: string, { from, until, extensions }: Seasons): boolean =>
  covers(day)({ from, until }) || extensions.some(covers(day))
