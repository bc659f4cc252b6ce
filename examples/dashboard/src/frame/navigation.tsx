import { sections } from '../sections/sections.ts'
import { useSpeech } from '../words/settings.ts'
import { useInSight } from './in-sight.ts'

/** The sections, and which of them is being read. */
export function Navigation() {
  const { words } = useSpeech()
  const current = useInSight(sections.map(({ id }) => id))
  return (
    <nav aria-label={words.sections}>
      <ol>
        {sections.map(({ id }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {words[id].title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
