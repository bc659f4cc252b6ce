import { type ReactNode, Suspense, useId, useState } from 'react'
import { useSpeech } from '../words/settings.ts'
import { Boundary } from './boundary.tsx'
import { Nothing } from './states.tsx'

/** A chart, and a table that says the same: shown on demand, and always on paper. */
export function Figure({
  caption,
  note,
  chart,
  table,
}: {
  readonly caption: string
  readonly note?: ReactNode
  readonly chart: ReactNode
  readonly table: ReactNode
}) {
  const { words } = useSpeech()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <figure>
      <figcaption>
        <h3>{caption}</h3>
        <button type="button" className="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? words.hideTable : words.showTable}
        </button>
      </figcaption>
      <Drawn>{chart}</Drawn>
      {note && <div className="note">{note}</div>}
      <div id={id} className="equivalent" hidden={!open}>
        {table}
      </div>
    </figure>
  )
}

/** Keeps the room of a chart until what draws it has come; where it does not come, there is the table. */
function Drawn({ children }: { readonly children: ReactNode }) {
  const { words } = useSpeech()
  return (
    <Boundary instead={<Nothing>{words.notDrawn}</Nothing>}>
      <Suspense fallback={<div className="chart" />}>{children}</Suspense>
    </Boundary>
  )
}
