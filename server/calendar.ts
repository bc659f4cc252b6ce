const jakarta = 7 * 60 * 60 * 1000

/** The calendar day it is now in Asia/Jakarta (UTC+7, no summer time), `YYYY-MM-DD`. */
export const today = (now: number = Date.now()): string => new Date(now + jakarta).toISOString().slice(0, 10)

/** Whether a text is a day that exists, `YYYY-MM-DD`; the centuries keep typing slips like 0202 out. */
export const isDay = (value: string): boolean => {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.slice(1).map(Number) ?? []
  if (!year || !month || !day) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
