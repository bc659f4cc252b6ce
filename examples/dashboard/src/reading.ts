import type { AnalyticsDimension, AnalyticsNode, CallOptions, Client, OrganisationGrade } from '@kinerja/sdk'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { usePlace } from './place.ts'
import { useClient } from './sign-in/session.ts'

/** Something that was read, or is being read. */
export type Reading<Data> = UseQueryResult<Data>

interface Settings {
  /** It stays as it is while the page is open. */
  readonly lasting?: true
  readonly enabled?: boolean
}

/** Reads something under a key; again each minute and whenever there is news. */
export function useReading<Data>(
  key: readonly unknown[],
  read: (client: Client, options: CallOptions) => PromiseLike<Data>,
  { lasting, enabled = true }: Settings = {},
): Reading<Data> {
  const client = useClient()
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => read(client, { signal }),
    enabled,
    ...(lasting && { staleTime: Number.POSITIVE_INFINITY, refetchInterval: false as const }),
  })
}

/** More than any office has: its schools with a few values each. */
const mostCells = 40_000

/** A part of the office: one school, or one office below it. */
export type Within = { readonly office: string } | { readonly school: string }

/** Counts of the office's people in the period, of all or of a part. */
export function useCells(
  by: readonly AnalyticsDimension[],
  { within, enabled = true }: { readonly within?: Within | undefined; readonly enabled?: boolean } = {},
): Reading<readonly AnalyticsNode[]> {
  const { office, period } = usePlace()
  const about = { periods: [period.code], by, office: office.id, ...within }
  return useReading(
    ['analytics', about],
    (client, options) => client.analytics({ ...about, first: 1_000 }, options).toArray({ limit: mostCells }),
    { enabled },
  )
}

/** What was opened for the office besides the windows of the period. */
export function useExtensions() {
  const { office, period } = usePlace()
  return useReading(['extensions', office.id, period.id], (client, options) =>
    client.extensions({ office: office.id, period: period.code }, options),
  )
}

/** How planning stands today. */
export function usePlanningState() {
  const { office, period } = usePlace()
  return useReading(['planningOf', office.id, period.id], (client, options) =>
    client.planningOf({ id: period.id, office: office.id }, options),
  )
}

/** The grade that is set for the office; null while there is none. */
export function useOrganisationPredicate() {
  const { office, period } = usePlace()
  return useReading(['organisationPredicate', office.id, period.id], (client, options) =>
    client.organisationPredicate({ office: office.id, period: period.code }, options),
  )
}

/** The distribution of predicates against the pattern of a grade. */
export function useDistribution(grade: OrganisationGrade) {
  const { office, period } = usePlace()
  return useReading(['previewDistribution', office.id, period.id, grade], (client, options) =>
    client.previewDistribution({ office: office.id, period: period.code, grade }, options),
  )
}

/** The tree of a school's principal today; null where the viewer may see none. */
export const useSchoolTree = (school: string) =>
  useReading(['schoolTree', school], async (client, options) => {
    const principal = (await client.school({ id: school }, options))?.principal
    return principal ? client.tree({ root: principal.id }, options) : null
  })
