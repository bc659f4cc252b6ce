import { label, ViewerRole } from '@kinerja/sdk/labels'
import { chosenOffice, chosenPeriod, type Office, type Place } from '../place.ts'
import { session } from '../sign-in/session.ts'
import type { Start } from '../start.ts'
import { useSpeech } from '../words/settings.ts'
import { Settings } from './settings.tsx'

/** What is looked at, by whom, and how. */
export function Header({
  start,
  place,
}: {
  readonly start: Start | undefined
  readonly place: Place | null | undefined
}) {
  const { language, words } = useSpeech()
  const provinces = Map.groupBy(start?.offices ?? [], ({ code }) => code.split('.')[0] ?? code)
  return (
    <header className="top">
      <p className="brand">Kinerja</p>
      <div className="pickers">
        <label>
          <span>{words.office}</span>
          <select
            value={place?.office.id ?? ''}
            disabled={!start}
            onChange={({ target }) => chosenOffice.write(target.value)}
          >
            {[...provinces].map(([code, offices]) => (
              <optgroup key={code} label={provinceOf(offices)}>
                {offices.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          <span>{words.period}</span>
          <select
            value={place?.period.code ?? ''}
            disabled={!start}
            onChange={({ target }) => chosenPeriod.write(target.value)}
          >
            {start?.periods.toReversed().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="tools">
        <Settings />
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
        <button
          type="button"
          onClick={() => session.write(null)}
          title={start && words.signedInAs(start.name ?? label(ViewerRole, start.role, language))}
        >
          {words.signOut}
        </button>
      </div>
    </header>
  )
}

const provinceOf = (offices: readonly Office[]): string =>
  offices.find(({ level }) => level === 'PROVINCE')?.name ?? offices[0]?.parent?.name ?? ''
