import { ApiError } from '@kinerja/sdk'
import { errorLabel } from '@kinerja/sdk/labels'
import type { ReactNode } from 'react'
import type { Reading } from '../reading.ts'
import type { Words } from '../words/indonesian.ts'
import { useSpeech } from '../words/settings.ts'

/** What is shown of a reading: its data as soon as there are any; else that it is under way, or what went wrong. */
export function Shown<Data>({
  of: { data, error, fetchStatus, refetch },
  lines,
  none,
  children,
}: {
  readonly of: Pick<Reading<Data>, 'data' | 'error' | 'fetchStatus'> & { refetch(): unknown }
  /** How much room to keep while it is read. */
  readonly lines: number
  /** What to say where the reading is null. */
  readonly none?: string
  readonly children: (data: NonNullable<Data>) => ReactNode
}) {
  const { words } = useSpeech()
  // what went wrong with a later reading is said once, above
  if (data !== undefined && data !== null) return children(data)
  if (error) return <Failure error={error} retry={refetch} />
  if (data === null) return <Nothing>{none ?? words.nothing}</Nothing>
  if (fetchStatus === 'paused') return <Nothing>{words.offline(null)}</Nothing>
  return <Skeleton lines={lines} />
}

/** Keeps the room of what is being read. */
function Skeleton({ lines }: { readonly lines: number }) {
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
function Failure({ error, retry }: { readonly error: unknown; readonly retry: () => unknown }) {
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

const adviceOn = (error: unknown, { advice }: Words): string =>
  (ApiError.is(error) && Object.entries(advice).find(([code]) => code === error.code)?.[1]) || advice.other
