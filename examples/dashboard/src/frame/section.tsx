import type { ReactNode } from 'react'
import { useCells } from '../reading.ts'
import type { SectionName } from '../sections/sections.ts'
import { useSpeech } from '../words/settings.ts'
import { Nothing } from './states.tsx'

/** One part of the page. Who watches over nobody here is told so. */
export function Section({ id, children }: { readonly id: SectionName; readonly children: ReactNode }) {
  const { words } = useSpeech()
  const watched = useCells(['STATUS'])
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="part">
      <h2 id={`${id}-title`}>{words[id].title}</h2>
      {watched.data?.length === 0 ? <Nothing>{words.nothing}</Nothing> : children}
    </section>
  )
}
