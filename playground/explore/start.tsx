import { captionOf } from './naming.ts'
import type { Reads } from './reads.ts'
import { Trouble } from './trouble.tsx'
import { useAsked } from './use-asked.ts'

/** Whom one could begin with. */
export const Start = ({ reads, choose }: { readonly reads: Reads; readonly choose: (id: string) => void }) => {
  const { value, busy, error, again } = useAsked(reads.start)
  if (error) return <Trouble error={error} again={again} />
  return (
    <section className="notice" aria-labelledby="start" aria-busy={busy}>
      <h2 id="start">Who stands above, who below?</h2>
      <p>Search for a name, or begin here:</p>
      {value?.length === 0 && (
        <p className="faint">
          You see no people: analysts see numbers alone. Sign in as somebody who works here, or as an operator.
        </p>
      )}
      <ul className="start">
        {value?.map((card) => (
          <li key={card.id}>
            <button type="button" className="button" onClick={() => choose(card.id)}>
              <b>{card.person.name}</b>
              <span className="faint">{captionOf({ kind: 'person', card })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
