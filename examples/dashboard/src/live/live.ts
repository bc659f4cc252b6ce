import { ApiError, type NotifiedAnswer, type Status } from '@kinerja/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from '../sign-in/session.ts'

/** How the page hears of news: `polling` where nobody tells it. */
export type Hearing = Exclude<Status, 'closed'> | 'polling'

/** What was told last, and when. */
export interface News {
  readonly kind: NonNullable<NotifiedAnswer['notification']>['kind']
  readonly at: Date
}

/** Whatever happens within so many milliseconds is read once. */
const pause = { notification: 500, change: 2_000 }

/** Follows what the viewer is told, and what changes at an office: at each, all that is shown is read again. */
export function useLive(office: string | undefined): { readonly hearing: Hearing; readonly news: News | null } {
  const client = useClient()
  const readAgain = useReadAgain()
  const [told, setTold] = useState<Hearing>('connecting')
  const [changing, setChanging] = useState<Hearing>('polling')
  const [news, setNews] = useState<News | null>(null)
  useEffect(
    () =>
      follow(setTold, async (options) => {
        for await (const { notification } of client.notified({}, options)) {
          if (notification) setNews({ kind: notification.kind, at: notification.at })
          readAgain(pause.notification)
        }
      }),
    [client, readAgain],
  )
  useEffect(() => {
    if (!office) return undefined
    return follow(setChanging, async (options) => {
      for await (const _ of client.plansChanged({ office }, options)) readAgain(pause.change)
    })
  }, [client, office, readAgain])
  return { hearing: told === 'polling' ? changing : told, news }
}

interface Following {
  readonly signal: AbortSignal
  readonly onStatus: (status: Status) => void
}

/** Follows until the returned function is called; whoever is not told, or no more, is `polling`. */
function follow(tell: (hearing: Hearing) => void, listen: (options: Following) => Promise<void>): () => void {
  const left = new AbortController()
  const onStatus = (status: Status) => {
    if (status !== 'closed') tell(status)
  }
  listen({ signal: left.signal, onStatus }).catch((error: unknown) => {
    if (!ApiError.is(error, 'ABORTED')) tell('polling')
  })
  return () => left.abort()
}

/** Has everything read again, soon; what is due earlier counts. */
function useReadAgain(): (within: number) => void {
  const readings = useQueryClient()
  const due = useRef<{ readonly at: number; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  useEffect(() => () => clearTimeout(due.current?.timer), [])
  return useCallback(
    (within) => {
      const at = Date.now() + within
      if (due.current && due.current.at <= at) return
      clearTimeout(due.current?.timer)
      const timer = setTimeout(() => {
        due.current = undefined
        // offices and periods do not change by what people are told
        void readings.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'start' })
      }, within)
      due.current = { at, timer }
    },
    [readings],
  )
}
