import { useState } from 'react'
import type { WaysIn } from '../server/playground/ways-in.ts'
import { application } from './application.ts'
import { personaNames } from './persona-names.ts'
import { become, type Session, useSession } from './session.ts'

interface Choice {
  readonly persona: Session['persona']
  readonly name: string
  readonly place: string | null
  readonly take: () => Session | Promise<Session>
}

const districtApp: Choice = {
  persona: 'application',
  name: 'A district app',
  place: 'with an API key that is made now',
  take: application,
}

/** People of the sample, and a program of their district: who is chosen is signed in. */
export const People = ({ people, done }: { readonly people: WaysIn['people']; readonly done: () => void }) => {
  const session = useSession()
  const [trouble, setTrouble] = useState('')
  const choices: Choice[] = [...people.map((one): Choice => ({ ...one, take: () => one })), districtApp]
  const choose = async ({ take }: Choice) => {
    try {
      become(await take())
      done()
    } catch (error) {
      setTrouble(String(error))
    }
  }
  return (
    <section aria-labelledby="become">
      <h2 id="become">Become somebody of the sample</h2>
      <ul>
        {choices.map((choice) => (
          <li key={choice.persona}>
            <button
              type="button"
              className="person"
              aria-pressed={session?.persona === choice.persona}
              onClick={() => choose(choice)}
            >
              <span className="role">{personaNames[choice.persona]}</span>
              <span>{choice.name}</span>
              {choice.place && <span className="faint">{choice.place}</span>}
            </button>
          </li>
        ))}
      </ul>
      {trouble && (
        <p role="alert" className="wrong">
          {trouble}
        </p>
      )}
    </section>
  )
}
