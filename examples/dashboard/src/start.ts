import type { Office, Period, Place } from './place.ts'
import { type Reading, useReading } from './reading.ts'

/** What must be known before anything can be asked. */
export interface Start {
  readonly name: string | null
  readonly role: string
  /** The office where the viewer is at home: his own, or the one that runs his school. */
  readonly home: string | null
  readonly offices: readonly Office[]
  readonly periods: readonly Period[]
}

/** More than the country has. */
const mostOffices = 1_000

/** Who is signed in, and what can be looked at. */
export const useStart = (): Reading<Start> =>
  useReading(
    ['start'],
    async (client, options) => {
      const [viewer, offices, periods] = await Promise.all([
        client.viewer(options),
        client.offices({ first: 100 }, options).toArray({ limit: mostOffices }),
        client.periods(options),
      ])
      const post = viewer?.person?.assignments.findLast(({ until }) => until === null)
      const home = post?.school ? (await client.school({ id: post.school.id }, options))?.office : post?.office
      return {
        name: viewer?.person?.name ?? null,
        role: viewer?.role ?? '',
        home: home?.id ?? null,
        offices,
        periods,
      }
    },
    { lasting: true },
  )

const today = (): string => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' })

/** What was chosen; else the viewer's office, or the first one, and the period of today, or the last one. */
export function placeOf(
  { role, home, offices, periods }: Start,
  chosen: { readonly office: string | null; readonly period: string | null },
): Place | null {
  const office = offices.find(({ id }) => id === chosen.office) ?? offices.find(({ id }) => id === home) ?? offices[0]
  const day = today()
  const period =
    periods.find(({ code }) => code === chosen.period) ??
    periods.find(({ from, until }) => from <= day && day < until) ??
    periods.at(-1)
  return office && period ? { office, period, guarded: role === 'ANALYST' } : null
}
