import './timeline.css'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { Change } from './changes.ts'
import { clamped, daysBetween, isDay, plusDays, plusMonths, shareOf, spoken } from './day.ts'

interface Props {
  readonly day: string
  readonly first: string
  readonly last: string
  readonly changes: readonly Change[]
  /** Days on which the state of a plan, or of what belongs to it, changes. */
  readonly steps: ReadonlySet<string>
  readonly setDay: (day: string) => void
}

const patience = 150

/** The day as of which everything is shown: a slider with marks where something changes, and a field for an exact day. */
export const Timeline = ({ day, first, last, changes, steps, setDay }: Props) => {
  const [draft, setDraft] = useDraft(day, setDay)
  const id = useId()
  const move = (to: string) => setDraft(clamped(to, first, last))
  const stops = [...new Set([...changes.map(({ day }) => day), ...steps])].filter((stop) => stop <= last).sort()
  const [earlier, later] = [stops.findLast((stop) => stop < draft), stops.find((stop) => stop > draft)]
  const onKeyDown = (event: KeyboardEvent) => {
    const months = { PageUp: 1, PageDown: -1 }[event.key]
    if (!months) return
    event.preventDefault()
    move(plusMonths(draft, months))
  }
  return (
    <section className="timeline" aria-label="Day">
      <label htmlFor={`${id}-slider`}>As of</label>
      <DayField day={draft} first={first} last={last} move={move} />
      <div className="stops">
        <Stop name="Earlier change" sign="‹" day={earlier} move={move} />
        <Stop name="Later change" sign="›" day={later} move={move} />
      </div>
      <div className="slider">
        <input
          id={`${id}-slider`}
          type="range"
          min={0}
          max={daysBetween(first, last)}
          step={1}
          value={daysBetween(first, draft)}
          aria-valuetext={spoken(draft)}
          onChange={({ target }) => move(plusDays(first, target.valueAsNumber))}
          onKeyDown={onKeyDown}
        />
        <div className="marks" aria-hidden="true">
          {stops.map((stop) => (
            <i
              key={stop}
              className={changes.some(({ day }) => day === stop) ? '' : 'step'}
              style={{ insetInlineStart: `${shareOf(stop, first, last) * 100}%` }}
            />
          ))}
        </div>
        <div className="ends" aria-hidden="true">
          <span>{spoken(first)}</span>
          <span>Today</span>
        </div>
      </div>
      <ol className="changes" aria-label="What changes when">
        {changes.map((change) => (
          <li key={`${change.day} ${change.words}`}>
            <button
              type="button"
              aria-current={change.day === draft ? 'date' : undefined}
              onClick={() => move(change.day)}
            >
              <b>{spoken(change.day)}</b> {change.words}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface DayFieldProps {
  readonly day: string
  readonly first: string
  readonly last: string
  readonly move: (day: string) => void
}

/** An exact day. What is being typed stays as it is, though it is no day yet, or not one of those that are known. */
const DayField = ({ day, first, last, move }: DayFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const type = (text: string) => {
    setTyped(text)
    if (isDay(text) && first <= text && text <= last) move(text)
  }
  return (
    <input
      className="field"
      type="date"
      aria-label="Day"
      min={first}
      max={last}
      value={typed ?? day}
      onChange={({ target }) => type(target.value)}
      onBlur={() => setTyped(null)}
    />
  )
}

interface StopProps {
  readonly name: string
  readonly sign: string
  readonly day: string | undefined
  readonly move: (day: string) => void
}

const Stop = ({ name, sign, day, move }: StopProps) => (
  <button
    type="button"
    className="button"
    aria-label={day ? `${name}, ${spoken(day)}` : name}
    disabled={day === undefined}
    onClick={() => day && move(day)}
  >
    {sign}
  </button>
)

/** A day that is told on once it stays. */
function useDraft(day: string, setDay: (day: string) => void) {
  const [draft, setDraft] = useState(day)
  const [known, setKnown] = useState(day)
  if (day !== known) {
    setKnown(day)
    setDraft(day)
  }
  useEffect(() => {
    if (draft === day) return
    const timer = setTimeout(() => setDay(draft), patience)
    return () => clearTimeout(timer)
  }, [draft])
  return [draft, setDraft] as const
}
