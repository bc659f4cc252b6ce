import type { Count } from '../figures/count.ts'
import { usePlace } from '../place.ts'
import { useSpeech } from '../words/settings.ts'

/** A count as it is told: where it is withheld, that it is. Never a zero that might not be one. */
export function Amount({ of }: { readonly of: Count }) {
  const { words, formats } = useSpeech()
  const { guarded } = usePlace()
  return of === null ? (
    <span className="withheld" title={guarded ? words.withheldFew : words.withheldContent}>
      {words.withheld}
    </span>
  ) : (
    formats.number(of)
  )
}

/** How many there are whose value is not told, where there are any. */
export function Withheld({ count }: { readonly count: Count | undefined }) {
  const { words } = useSpeech()
  return (
    count !== undefined && (
      <p className="note">
        {words.withheldRest}: <Amount of={count} />
      </p>
    )
  )
}
