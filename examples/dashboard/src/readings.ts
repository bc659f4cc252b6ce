import type { CallOptions, Client, OrganisationGrade } from '@kinerja/sdk'
import { type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { usePlace } from './place.ts'
import { useClient } from './sign-in/session.ts'

/** Something that was read, or is being read. */
export type Reading<Data> = UseQueryResult<Data>

/** Reads something under a key, again each minute and whenever there is news. */
function useReading<Data>(
  key: readonly unknown[],
  read: (client: Client, options: CallOptions) => PromiseLike<Data>,
  settings: { readonly lasting?: true; readonly enabled?: boolean } = {},
): Reading<Data> {
  const client = useClient()
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => read(client, { signal }),
    enabled: settings.enabled ?? true,
    ...(settings.lasting && { staleTime: Number.POSITIVE_INFINITY, refetchInterval: false }),
  })
}

export const usePeriods = () => useReading(['periods'], (client, options) => client.periods(options), { lasting: true })

/** More than the country has. */
const mostOffices = 1_000

export const useOffices = () =>
  useReading(
    ['offices'],
    (client, options) => client.offices({ first: 100 }, options).toArray({ limit: mostOffices }),
    { lasting: true },
  )

/** Who is signed in, and at which office he is at home: his own, or the one that runs his school. */
export const useViewer = () =>
  useReading(
    ['viewer'],
    async (client, options) => {
      const viewer = await client.viewer(options)
      const post = viewer?.person?.assignments.findLast(({ until }) => until === null)
      const home = post?.school ? (await client.school({ id: post.school.id }, options))?.office : post?.office
      return viewer && { role: viewer.role, name: viewer.person?.name ?? null, home: home?.id ?? null }
    },
    { lasting: true },
  )

/** How planning stands today. */
export function usePlanningState() {
  const { office, period } = usePlace()
  return useReading(['planningOf', office.id, period.id], (client, options) =>
    client.planningOf({ id: period.id, office: office.id }, options),
  )
}

/** More than an office can have of schools. */
const mostSchools = 2_000

export function useSchools() {
  const { office, period } = usePlace()
  return useReading(['planningBySchool', office.id, period.id], (client, options) =>
    client
      .planningBySchool({ period: period.code, office: office.id, first: 100 }, options)
      .toArray({ limit: mostSchools }),
  )
}

/** The grade that is set for the office, and its version; null while there is none. */
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

const pageSize = 20

/** Who has no plan handed in, a page at a time. */
export function useUnplanned() {
  const { office, period } = usePlace()
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['unplanned', office.id, period.id],
    queryFn: async ({ pageParam, signal }) =>
      client.unplanned({ period: period.code, office: office.id, first: pageSize, ...pageParam }, { signal }),
    ...byCursor,
  })
}

/** Plans that were handed in late, a page at a time. */
export function useLate() {
  const { office, period } = usePlace()
  const client = useClient()
  return useInfiniteQuery({
    queryKey: ['late', office.id, period.id],
    queryFn: async ({ pageParam, signal }) =>
      client.plans(
        { filter: { period: period.code, office: office.id, late: true }, first: pageSize, ...pageParam },
        { signal },
      ),
    ...byCursor,
  })
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Nothing for the first page, a cursor for each other. */
type Cursor = { readonly after?: string }

const byCursor = {
  initialPageParam: {} as Cursor,
  getNextPageParam: ({ pageInfo }: Page): Cursor | null =>
    pageInfo.hasNextPage && pageInfo.endCursor ? { after: pageInfo.endCursor } : null,
}

/** The tree of a school's principal today; null where the viewer may see none. */
export const useSchoolTree = (school: string) =>
  useReading(['schoolTree', school], async (client, options) => {
    const principal = (await client.school({ id: school }, options))?.principal
    return principal ? client.tree({ root: principal.id }, options) : null
  })
