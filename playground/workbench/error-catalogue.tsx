import './plugins.css'
import type { GraphiQLPlugin } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import { catalogue, type Entry, wanted } from './errors.ts'
import { OpenButton } from './open.tsx'

export const errorPluginTitle = 'Errors'

const Catalogue = () => {
  const code = wanted.use()
  return (
    <section className="plugin" aria-label="Errors, and what to do">
      <h2>Errors, and what to do</h2>
      <p className="faint">Each error of an answer has one of these as its extensions.code.</p>
      {catalogue.map((entry) => (
        <Code key={entry.code} entry={entry} open={entry.code === code} />
      ))}
    </section>
  )
}

const Code = ({ entry, open }: { readonly entry: Entry; readonly open: boolean }) => {
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!open || !place.current) return
    place.current.open = true
    place.current.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { code, english, indonesian, about, operations } = entry
  return (
    <details ref={place} className={open ? 'entry wanted' : 'entry'}>
      <summary>
        <code>{code}</code> <span>{english}</span>
      </summary>
      <p lang="id" className="faint">
        {indonesian}
      </p>
      <p>{about}</p>
      {operations === null ? (
        <p className="faint">Any request may be refused with it.</p>
      ) : (
        <p className="names">
          {operations.map((name) => (
            <OpenButton key={name} name={name} />
          ))}
        </p>
      )}
    </details>
  )
}

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
    <path d="M12 3.5 22 20.5H2Z" strokeLinejoin="round" />
    <path d="M12 10v5M12 17.3v.6" strokeLinecap="round" />
  </svg>
)

/** What each code of an error means, what to do, and which operations may fail with it. */
export const errorPlugin: GraphiQLPlugin = { title: errorPluginTitle, icon: Icon, content: Catalogue }
