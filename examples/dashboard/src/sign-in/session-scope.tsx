import { ApiError } from '@kinerja/sdk'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ClientContext, clientOf, endSession } from './session.ts'

/** A minute: what nobody tells this page of is seen that late. */
const interval = 60_000

/** What belongs to one who is signed in: the client, and what was read with it. Nothing of it is left for the next. */
export function Session({ token, children }: { readonly token: string; readonly children: ReactNode }) {
  const [client] = useState(() => clientOf(token))
  const [readings] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache({
          onError: (error) => {
            if (ApiError.is(error, 'UNAUTHENTICATED')) endSession()
          },
        }),
        // the SDK asks again by itself
        defaultOptions: { queries: { retry: false, staleTime: interval / 2, refetchInterval: interval } },
      }),
  )
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={readings}>{children}</QueryClientProvider>
    </ClientContext>
  )
}
