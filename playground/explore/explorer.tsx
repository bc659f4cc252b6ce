import './explorer.css'
import { useCallback, useMemo, useState } from 'react'
import { changesOf, firstDay } from './changes.ts'
import { isOn, spoken, today } from './day.ts'
import { Details } from './details.tsx'
import { summaryOf } from './difference.ts'
import { Drawing } from './drawing.tsx'
import { graphOf, recordsOpened, toggled } from './graph.ts'
import { Outline } from './outline.tsx'
import { pageSize, type Reading, type Reads } from './reads.ts'
import { stepDays } from './record.ts'
import { Timeline } from './timeline.tsx'
import { Trouble } from './trouble.tsx'
import { useAsked } from './use-asked.ts'
import { useStory } from './use-story.ts'

interface Props {
  readonly reads: Reads
  readonly focus: string
  readonly day: string
  readonly choose: (id: string) => void
  readonly setDay: (day: string) => void
}

/** Somebody in the middle of who stands above and below, as a list and as a drawing, on a day that can be changed. */
export const Explorer = ({ reads, focus, day, choose, setDay }: Props) => {
  const [touched, setOpen] = useState<ReadonlySet<string> | null>(null)
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map())
  const [chosen, setChosen] = useState(focus)
  const ask = useCallback(
    () => reads.read({ focus, day, open: touched ?? new Set([focus]), shown }),
    [reads, focus, day, touched, shown],
  )
  const { value: reading, busy, error, again } = useAsked(ask)
  const open = useMemo(() => touched ?? openAtFirst(focus, reading), [touched, focus, reading])

  const graph = useMemo(() => reading && graphOf(reading.rows, open), [reading, open])
  const changes = useMemo(() => (reading ? changesOf(reading.history, today()) : []), [reading])
  const whole = useMemo(
    () => reading && { day: reading.rows.day, graph: graphOf(reading.rows, recordsOpened(reading.rows, open)) },
    [reading, open],
  )
  const { fresh, words } = useStory(whole, changes)
  const steps = useMemo(() => stepDays(reading?.plans ?? []), [reading])
  if (!reading || !graph) return error ? <Trouble error={error} again={again} /> : <p className="notice">Reading …</p>

  const node = graph.nodes.get(chosen) ?? graph.nodes.get(focus)
  const toggle = (id: string) => {
    const item = graph.nodes.get(id)?.item
    if (item?.kind !== 'more') return setOpen(toggled(open, id))
    setShown(new Map([...shown, [item.of, (shown.get(item.of) ?? pageSize) + pageSize]]))
  }
  const looks = { graph, chosen: node?.id ?? focus, fresh, choose: setChosen, toggle }
  return (
    <>
      <Timeline
        day={day}
        first={firstDay(reading.history)}
        last={today()}
        changes={changes}
        steps={steps}
        setDay={setDay}
      />
      <div role="status" className="told">
        <p className="faint">{summaryOf(graph, reading.rows.day)}</p>
        {words.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {error ? <Trouble error={error} again={again} /> : <Absence reading={reading} setDay={setDay} />}
      <div className="around" aria-busy={busy}>
        <Outline {...looks} />
        <Drawing {...looks} />
        {node && <Details graph={graph} node={node} choose={choose} />}
      </div>
    </>
  )
}

/** The focus with the plan of the day, until something is opened or closed. */
function openAtFirst(focus: string, reading: Reading | null): ReadonlySet<string> {
  const plans = reading?.plans.filter(({ period }) => isOn(reading.rows.day, period.from, period.until)) ?? []
  return new Set([focus, ...plans.map(({ id }) => id)])
}

/** Why nobody stands above or below on a day. */
const Absence = ({ reading, setDay }: { readonly reading: Reading; readonly setDay: (day: string) => void }) => {
  const { hidden, history, rows } = reading
  const { person, from, until } = history
  if (hidden)
    return (
      <p className="absence">
        On {spoken(rows.day)} you may not see who stands above and below {person.name}: rights are those of the day.
      </p>
    )
  if (isOn(rows.day, from, until)) return null
  return (
    <p className="absence">
      {person.name} does not hold this post on {spoken(rows.day)}: it begins on {spoken(from)}
      {until && ` and ends before ${spoken(until)}`}.{' '}
      <button type="button" className="button" onClick={() => setDay(from)}>
        Go to {spoken(from)}
      </button>
    </p>
  )
}
