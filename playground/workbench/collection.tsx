import './plugins.css'
import type { GraphiQLPlugin } from '@graphiql/react'
import { useDeferredValue, useState } from 'react'
import { useSession } from '../session.ts'
import { searched, type User, userOf, users } from './collection.ts'
import { OpenButton } from './open.tsx'

const names: Readonly<Record<User, string>> = {
  teacher: 'Teacher',
  principal: 'Principal',
  office: 'Office',
  operator: 'Operator',
  analyst: 'Analyst',
  application: 'District app',
}

const kinds = { query: 'Queries', subscription: 'Subscriptions', mutation: 'Mutations' } as const

const Collection = () => {
  const session = useSession()
  const [chosen, setChosen] = useState<User | null>(null)
  const [search, setSearch] = useState('')
  const user = chosen ?? userOf(session?.persona) ?? 'teacher'
  const { description = '', operations = [] } = users.find((one) => one.user === user) ?? {}
  const found = searched(operations, useDeferredValue(search))
  return (
    <section className="plugin" aria-label="Saved operations">
      <h2>Saved operations</h2>
      <div className="filters">
        <select
          className="field"
          aria-label="For whom"
          value={user}
          onChange={({ target }) => setChosen(target.value as User)}
        >
          {users.map((one) => (
            <option key={one.user} value={one.user}>
              {names[one.user]}
            </option>
          ))}
        </select>
        <input
          className="field"
          type="search"
          placeholder="Search"
          aria-label="Search operations"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      <p className="faint">{description}</p>
      {Object.entries(kinds).map(([kind, title]) => {
        const some = found.filter((operation) => operation.kind === kind)
        return (
          some.length > 0 && (
            <section key={kind} aria-label={title}>
              <h3>{title}</h3>
              <ul>
                {some.map(({ name, description: about }) => (
                  <li key={name}>
                    <OpenButton name={name}>
                      <span className="faint">{about}</span>
                    </OpenButton>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
      {found.length === 0 && <p>Nothing of that name.</p>}
    </section>
  )
}

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d="M5 4h14v17l-7-4.5L5 21Z" strokeLinejoin="round" />
  </svg>
)

/** The SDK's operations by who uses them, to be opened and tried. */
export const collectionPlugin: GraphiQLPlugin = { title: 'Saved operations', icon: Icon, content: Collection }
