import './sign-in.css'
import { useEffect, useState } from 'react'
import type { WaysIn } from '../server/playground/ways-in.ts'
import { leaveFor } from './issuer.ts'
import { People } from './people.tsx'
import { personaNames } from './persona-names.ts'
import { useSession } from './session.ts'
import { TokenForm } from './token-form.tsx'
import { waysIn } from './ways-in.ts'

const panel = 'ways-in'

/** Who one is, and the ways to become somebody. */
export const SignIn = () => {
  const session = useSession()
  const [ways, setWays] = useState<WaysIn | null>(null)
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    waysIn().then(setWays, ({ message }: Error) => setTrouble(message))
  }, [])
  const issuer = ways?.people.length === 0 && ways.issuer
  const done = () => document.getElementById(panel)?.hidePopover()
  return (
    <div className="sign-in">
      {issuer && !session && (
        <button type="button" className="button primary" onClick={() => leaveFor(issuer)}>
          Sign in
        </button>
      )}
      <button
        type="button"
        className={`button who ${session || issuer ? '' : 'primary'}`}
        popoverTarget={panel}
        title={session?.place ?? undefined}
      >
        {session ? (
          <span>
            <b>{session.name}</b> <span className="faint">{personaNames[session.persona]}</span>
          </span>
        ) : issuer ? (
          'With a token'
        ) : (
          'Sign in'
        )}
        <span aria-hidden="true">▾</span>
      </button>
      <div id={panel} popover="auto" className="ways" role="dialog" aria-label="Sign in">
        {trouble && <p className="wrong">{trouble}</p>}
        {ways && ways.people.length > 0 && <People people={ways.people} done={done} />}
        <TokenForm done={done} />
      </div>
    </div>
  )
}
