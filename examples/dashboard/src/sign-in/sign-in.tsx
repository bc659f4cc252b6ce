import { type FormEvent, useEffect, useState } from 'react'
import { Settings } from '../frame/settings.tsx'
import { useKept } from '../kept.ts'
import { chosenOffice } from '../place.ts'
import { useSpeech } from '../words/settings.ts'
import { type Person, personaName, readPeople } from './people.ts'
import { beginSession, ended } from './session.ts'

/** Begins where there is something to see, unless the address says where. */
function become({ token, ids }: Person): void {
  if (chosenOffice.read() === null) chosenOffice.write(ids['off'] ?? null)
  beginSession(token)
}

/** A list of people of the sample where the server has one, and a field for a token. */
export function SignIn() {
  const { words } = useSpeech()
  const [people, setPeople] = useState<readonly Person[]>([])
  const hasEnded = useKept(ended)
  useEffect(() => {
    const left = new AbortController()
    // where nobody answers there is still the token
    readPeople(left.signal).then(setPeople, () => undefined)
    return () => left.abort()
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const token = new FormData(event.currentTarget).get('token')
    if (typeof token === 'string' && token.trim()) beginSession(token.trim())
  }
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <p className="brand">Kinerja</p>
        <Settings />
      </header>
      <main>
        <h1>{words.signIn.title}</h1>
        {hasEnded && (
          <p className="notice" role="alert">
            {words.signIn.ended}
          </p>
        )}
        {people.length > 0 && (
          <section aria-labelledby="as-sample">
            <h2 id="as-sample">{words.signIn.asSample}</h2>
            <p className="hint">{words.signIn.asSampleHint}</p>
            <ul className="people">
              {people.map((person) => (
                <li key={person.token}>
                  <button type="button" onClick={() => become(person)}>
                    <span className="persona">{personaName(person.persona, words)}</span>
                    {person.place && (
                      <>
                        <span className="who">{person.name}</span>
                        <span className="where">{person.place}</span>
                      </>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <form onSubmit={submit} className="token">
          <label htmlFor="token">{words.signIn.token}</label>
          <input
            id="token"
            name="token"
            type="password"
            autoComplete="off"
            spellCheck={false}
            required
            aria-describedby="token-hint"
          />
          <button type="submit">{words.signIn.submit}</button>
          <p id="token-hint" className="hint">
            {words.signIn.tokenHint}
          </p>
        </form>
      </main>
    </div>
  )
}
