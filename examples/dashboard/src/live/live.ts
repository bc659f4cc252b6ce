import { ApiError, type NotifiedAnswer, type Status } from '@kinerja/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useClient } from '../sign-in/session.ts'

/** How the page hears of news: `polling` where nobody tells it. */
export type Hearing = Exclude<Status, 'closed'> | 'polling'

/** What was told last, and when. */
export interface News {
  readonly kind: NonNullable<NotifiedAnswer['notification']>['kind']
  readonly at: Date
}

/** Several notifications within this many milliseconds are one piece of news. */
const pause = 500

/** Follows the viewer's notifications: at each, all that is shown is read again. */
export function useLive(): { readonly hearing: Hearing; readonly news: News | null } {
  const client = useClient()
  const readings = useQueryClient()
  const [hearing, setHearing] = useState<Hearing>('connecting')
  const [news, setNews] = useState<News | null>(null)
  useEffect(() => {
    const left = new AbortController()
    let due: ReturnType<typeof setTimeout> | undefined
    const readAgain = () => {
      due ??= setTimeout(() => {
        due = undefined
        // offices and periods do not change by what people are told
        void readings.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'start' })
      }, pause)
    }
    const onStatus = (status: Status) => {
      if (status !== 'closed') setHearing(status)
    }
    const follow = async () => {
      for await (const { notification } of client.notified({}, { signal: left.signal, onStatus })) {
        if (notification) setNews({ kind: notification.kind, at: notification.at })
        readAgain()
      }
    }
    follow().catch((error: unknown) => {
      if (!ApiError.is(error, 'ABORTED')) setHearing('polling')
    })
    return () => {
      left.abort()
      clearTimeout(due)
    }
  }, [client, readings])
  return { hearing, news }
}
