import './explore.css'
import { lazy, Suspense, useSyncExternalStore } from 'react'
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

const views = [
  { view: 'people', hash: '#person', name: 'People' },
  { view: 'schema', hash: '#schema', name: 'Schema' },
] as const

const Explore = () => {
  const address = addressOf(useSyncExternalStore(subscribe, () => location.hash))
  return (
    <>
      <Header page="/explore" />
      <nav className="views" aria-label="Views">
        {views.map(({ view, hash, name }) => (
          <a key={view} href={hash} aria-current={view === address.view ? 'page' : undefined}>
            {name}
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
