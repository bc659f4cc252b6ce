import { ApiError } from '@kinerja/sdk'
import { errorLabel } from '@kinerja/sdk/labels'
import type { ReactNode } from 'react'
import type { Reading } from '../readings.ts'
import type { Words } from '../words/indonesian.ts'
import { useSpeech } from '../words/settings.ts'

/** What is shown of a reading: its data as soon as there are any, and what went wrong beside them or in their place. */
export function Shown<Data>({
  of: { data, error, fetchStatus, dataUpdatedAt, refetch },
  lines,
  children,
}: {
  readonly of: Pick<Reading<Data>, 'data' | 'error' | 'fetchStatus' | 'dataUpdatedAt'> & { refetch(): unknown }
  /** How much room to keep while it is read. */
  readonly lines: number
  readonly children: (data: NonNullable<Data>) => ReactNode
}) {
  const { words, formats } = useSpeech()
  if (data !== undefined && data !== null)
    return (
      <>
        {error && <Stale error={error} at={formats.time(new Date(dataUpdatedAt))} retry={refetch} />}
        {children(data)}
      </>
    )
  if (error) return <Failure error={error} retry={refetch} />
  if (data === null) return <Nothing>{words.nothing.text}</Nothing>
  if (fetchStatus === 'paused') return <Nothing>{words.offline(null)}</Nothing>
  return <Skeleton lines={lines} />
}

/** Keeps the room of what is being read. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const { words } = useSpeech()
  return (
    <div className="skeleton" style={{ '--lines': lines }}>
      <span className="unseen">{words.loading}</span>
    </div>
  )
}

/** That there is nothing, and what one may do. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => <p className="nothing">{children}</p>

/** What went wrong, and what to do. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => unknown }) {
  const { language, words } = useSpeech()
  const requestId = ApiError.is(error) ? error.requestId : null
  return (
    <div className="failure" role="alert">
      <p className="what">{ApiError.is(error) ? errorLabel(error.code, language) : String(error)}</p>
      <p>{adviceOn(error, words)}</p>
      {requestId && (
        <p className="request">
          {words.requestId}: <code>{requestId}</code>
        </p>
      )}
      <button type="button" onClick={() => retry()}>
        {words.retry}
      </button>
    </div>
  )
}

/** That what is seen is of an earlier moment. */
function Stale({ error, at, retry }: { readonly error: unknown; readonly at: string; readonly retry: () => unknown }) {
  const { language, words } = useSpeech()
  const what = ApiError.is(error) ? errorLabel(error.code, language) : String(error)
  return (
    <p className="stale" role="status">
      {words.stale(what, at)}{' '}
      <button type="button" onClick={() => retry()}>
        {words.retry}
      </button>
    </p>
  )
}

const adviceOn = (error: unknown, { advice }: Words): string =>
  (ApiError.is(error) && Object.entries(advice).find(([code]) => code === error.code)?.[1]) || advice.other
