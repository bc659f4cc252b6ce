import type { CallOptions, Client } from '@kinerja/sdk'
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { usePlace } from './place.ts'
import { useClient } from './sign-in/session.ts'

interface Page<Item> {
  readonly nodes: readonly Item[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Nothing for the first page, a cursor for each other. */
interface From {
  readonly after?: string
}

/** A list that is read a page at a time. */
export type Paged<Item> = UseInfiniteQueryResult<InfiniteData<Page<Item>>>

const pageSize = 20

type Read<Item> = (
  client: Client,
  about: { readonly period: string; readonly office: string },
  page: From & { readonly first: number },
  options: CallOptions,
) => PromiseLike<Page<Item>>

function usePaged<Item>(name: string, read: Read<Item>): Paged<Item> {
  const { office, period, guarded } = usePlace()
  const client = useClient()
  return useInfiniteQuery({
    queryKey: [name, office.id, period.id],
    queryFn: async ({ pageParam, signal }) =>
      read(client, { period: period.code, office: office.id }, { first: pageSize, ...pageParam }, { signal }),
    // analysts see no people
    enabled: !guarded,
    initialPageParam: {} as From,
    getNextPageParam: ({ pageInfo: { hasNextPage, endCursor } }): From | null =>
      hasNextPage && endCursor ? { after: endCursor } : null,
  })
}

/** Who has no plan handed in. */
export const useUnplanned = () =>
  usePaged('unplanned', (client, about, page, options) => client.unplanned({ ...about, ...page }, options))

/** Plans that were handed in late. */
export const useLate = () =>
  usePaged('late', (client, about, page, options) =>
    client.plans({ filter: { ...about, late: true }, ...page }, options),
  )
