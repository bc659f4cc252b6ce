import { useMemo } from 'react'
import { createClient } from '../../sdk/index.ts'
import { useSession } from '../session.ts'
import { type Address, hashOf } from './address.ts'
import { clamped, today } from './day.ts'
import { Explorer } from './explorer.tsx'
import { createReads } from './reads.ts'
import { Search } from './search.tsx'
import { Start } from './start.tsx'

type Place = Extract<Address, { view: 'people' }>

interface Props {
  readonly address: Place
  readonly go: (address: Address, how?: { readonly replace?: boolean }) => void
}

/** People as a graph around one of them; strangers are asked to sign in. */
export const People = ({ address, go }: Props) => {
  const session = useSession()
  if (session) return <Seen key={session.token} token={session.token} address={address} go={go} />
  return (
    <section className="notice" aria-labelledby="stranger">
      <h2 id="stranger">Who stands above, who below?</h2>
      <p>
        Sign in (top right) to see people as you may see them: supervisors, subordinates, plans and observations, on any
        day. The <a href={hashOf({ view: 'schema' })}>schema</a> is open to everybody.
      </p>
    </section>
  )
}

const Seen = ({ address, go, token }: Props & { readonly token: string }) => {
  const reads = useMemo(() => createReads(createClient({ url: '/graphql', token })), [token])
  const day = clamped(address.day ?? today(), '', today())
  const choose = (focus: string) => go({ ...address, focus })
  const { focus } = address
  return (
    <>
      <Search reads={reads} day={day} choose={choose} />
      {focus ? (
        <Explorer
          key={focus}
          reads={reads}
          focus={focus}
          day={day}
          choose={choose}
          setDay={(day) => go({ ...address, day: day === today() ? null : day }, { replace: true })}
        />
      ) : (
        <Start reads={reads} choose={choose} />
      )}
    </>
  )
}
