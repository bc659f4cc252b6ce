import { ApiError } from '@kinerja/sdk'
import { errorLabel, label, NotificationKind } from '@kinerja/sdk/labels'
import { useQueryClient } from '@tanstack/react-query'
import { useOnline, useReadAt, useTrouble } from '../live/condition.ts'
import { useLive } from '../live/live.ts'
import { useSpeech } from '../words/settings.ts'

/** How fresh the figures are, what news has come, and what is wrong with the connection. */
export function Said({ office }: { readonly office: string | undefined }) {
  const { language, words, formats } = useSpeech()
  const { hearing, news } = useLive(office)
  const readings = useQueryClient()
  const [online, readAt, trouble] = [useOnline(), useReadAt(), useTrouble()]
  const readOn = readAt > 0 ? formats.moment(new Date(readAt)) : null
  const what = ApiError.is(trouble) ? errorLabel(trouble.code, language) : String(trouble)
  return (
    <section className="said" aria-label={words.live.title}>
      <span className={`hearing ${hearing}`}>{words.live[hearing]}</span>
      {readOn && <span className="read-at">{words.readAt(readOn)}</span>}
      <span role="status">
        {news && words.live.news(label(NotificationKind, news.kind, language), formats.time(news.at))}
      </span>
      <div role="alert" className="alerts">
        {!online && <p className="offline">{words.offline(readOn)}</p>}
        {online && trouble && (
          <p className="offline">
            {words.stale(what, readOn ?? '')}{' '}
            <button type="button" className="quiet" onClick={() => readings.invalidateQueries()}>
              {words.retry}
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
