import { setLanguage, setTheme, type Theme, themes, useSpeech, useTheme } from '../words/settings.ts'

const languages = ['id', 'en'] as const

/** Language and appearance. */
export function Settings() {
  const { language, words } = useSpeech()
  const theme = useTheme()
  return (
    <div className="settings">
      <fieldset className="languages">
        <legend className="unseen">{words.language}</legend>
        {languages.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => setLanguage(each)}
          >
            {each.toUpperCase()}
            <span className="unseen"> – {words.languages[each]}</span>
          </button>
        ))}
      </fieldset>
      <label>
        <span className="unseen">{words.theme}</span>
        <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {words.themes[each]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
