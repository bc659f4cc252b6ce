const jakarta = 7 * 60 * 60 * 1000

/** The calendar day it is now in Asia/Jakarta (UTC+7, no summer time), `YYYY-MM-DD`. */
export const today = (now: number = Date.now()): string => new Date(now + jakarta).toISOString().slice(0, 10)
