import type { ReactNode } from 'react'
import type { SectionName } from '../sections/sections.ts'
import { useSpeech } from '../words/settings.ts'

/** One part of the page. */
export function Section({ id, children }: { readonly id: SectionName; readonly children: ReactNode }) {
  const { words } = useSpeech()
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="part">
      <h2 id={`${id}-title`}>{words[id].title}</h2>
      {children}
    </section>
  )
}
