/** How many days after the result somebody may object (PP 30/2019 ps 59; within PMM no number was found). */
const days = 14

/** The last day on which somebody may object who was given the result on a day; `YYYY-MM-DD`. */
export function lastDayToObject(given: string): string {
  const last = new Date(given)
  last.setUTCDate(last.getUTCDate() + days)
  return last.toISOString().slice(0, 10)
}
