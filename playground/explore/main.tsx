import './explore.css'
import { lazy, Suspense, useRef, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { Header } from '../header.tsx'
import { type Address, addressOf, hashOf } from './address.ts'

// each view with what it draws with is loaded when it is opened
const Schema = lazy(() => import('./schema.tsx').then(({ Schema }) => ({ default: Schema })))
const People = lazy(() => import('./people.tsx').then(({ People }) => ({ default: People })))

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

const go = (address: Address, { replace = false } = {}) => {
  if (replace) location.replace(hashOf(address))
  else location.hash = hashOf(address)
}

const views = { people: 'People', schema: 'Schema' } as const

const Explore = () => {
  const address = addressOf(useSyncExternalStore(subscribe, () => location.hash))
  // who was in the middle is there again after a look at the schema
  const seen = useRef<Record<Address['view'], Address>>({ people: addressOf(''), schema: { view: 'schema' } })
  seen.current[address.view] = address
  return (
    <>
      <Header page="/explore" />
      <nav className="views" aria-label="Views">
        {(['people', 'schema'] as const).map((view) => (
          <a key={view} href={hashOf(seen.current[view])} aria-current={view === address.view ? 'page' : undefined}>
            {views[view]}
          </a>
        ))}
      </nav>
      <main className={address.view}>
        <h1 className="hidden">Explore</h1>
        <Suspense fallback={<p className="notice">Loading …</p>}>
          {address.view === 'schema' ? <Schema /> : <People address={address} go={go} />}
        </Suspense>
      </main>
    </>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('explore.html has no #root')
createRoot(root).render(<Explore />)
