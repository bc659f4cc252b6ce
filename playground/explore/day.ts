const day = 86_400_000
const jakarta = 7 * 60 * 60 * 1000

const time = (text: string) => Date.parse(`${text}T00:00:00Z`)
const textOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The day in Asia/Jakarta (UTC+7, no summer time) on which something happened, `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => textOf(moment.getTime() + jakarta)

/** The day it is now. */
export const today = (): string => dayOf(new Date())

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time(text)) && textOf(time(text)) === text

/** So many days later, or earlier. */
export const plusDays = (from: string, days: number): string => textOf(time(from) + days * day)

/** So many months later, or earlier; on the month's last day where it is too short. */
export function plusMonths(from: string, months: number): string {
  const date = new Date(time(from))
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return textOf(date.getTime())
}

/** How many days after the first the second comes. */
export const daysBetween = (from: string, to: string): number => Math.round((time(to) - time(from)) / day)

/** The day itself, or the nearest from the first to the last. */
export const clamped = (text: string, first: string, last: string): string =>
  text < first ? first : text > last ? last : text

/** Whether something that ends before `until` is on. */
export const isOn = (text: string, from: string, until: string | null): boolean =>
  from <= text && (until === null || text < until)

/** Where a day is on a slider, 0 to 1. */
export const shareOf = (text: string, first: string, last: string): number =>
  first === last ? 1 : daysBetween(first, text) / daysBetween(first, last)

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** As it is said: `2 January 2024`. */
export const spoken = (text: string): string => format.format(time(text))
