import './search.css'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { spoken } from './day.ts'
import type { Card } from './graph.ts'
import { captionOf } from './naming.ts'
import type { Found, Reads } from './reads.ts'
import { Trouble } from './trouble.tsx'
import { useAsked } from './use-asked.ts'

interface Props {
  readonly reads: Reads
  readonly day: string
  readonly choose: (id: string) => void
}

const patience = 200
const least = 2
const nobody: Found = { cards: [], whole: true }

/** Finds people by their names, as they are seen on the day. */
export const Search = ({ reads, day, choose }: Props) => {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const name = useSettled(text.trim())
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const find = useCallback(
    async (signal: AbortSignal): Promise<Found> => (name.length < least ? nobody : reads.search(name, day, signal)),
    [reads, name, day],
  )
  const { value, busy, error, again } = useAsked(find)
  const { cards: found, whole } = value ?? nobody
  const shown = open && name.length >= least
  const said = shown && !busy && error === null && say(found.length, whole, name, day)
  const optionId = (index: number) => `${list}-${index}`

  const take = (card: Card | undefined) => {
    if (!card) return
    setOpen(false)
    setText('')
    choose(card.id)
  }
  const retry = () => {
    field.current?.focus()
    again()
  }
  const keys: Partial<Record<string, () => void>> = {
    ArrowDown: () => (open ? setActive((active + 1) % Math.max(found.length, 1)) : setOpen(true)),
    ArrowUp: () => setActive((active - 1 + found.length) % Math.max(found.length, 1)),
    Enter: () => take(shown ? found[active] : undefined),
    Escape: () => (open ? setOpen(false) : setText('')),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keys[event.key]
    if (!key) return
    event.preventDefault()
    key()
  }
  return (
    <search
      className="search"
      onBlur={({ currentTarget, relatedTarget }) => setOpen(currentTarget.contains(relatedTarget))}
    >
      <label htmlFor={`${list}-field`}>Find a person</label>
      <input
        ref={field}
        id={`${list}-field`}
        className="field"
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder="Part of a name"
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[active] ? optionId(active) : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div className="found" hidden={!shown}>
        <div id={list} role="listbox" aria-label="People found">
          {shown &&
            found.map((card, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              <div
                key={card.id}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(card)}
              >
                <b>{card.person.name}</b>
                <span className="faint">{captionOf({ kind: 'person', card })}</span>
              </div>
            ))}
        </div>
        {shown && error !== null && <Trouble error={error} again={retry} />}
        <p className="faint">{said}</p>
      </div>
      <p role="status" className="hidden">
        {said}
      </p>
    </search>
  )
}

const say = (count: number, whole: boolean, name: string, day: string) => {
  if (count === 0) return `Nobody whom you may see on ${spoken(day)} has “${name}” in the name.`
  return whole
    ? `${count} found, as of ${spoken(day)}`
    : `The first ${count}, as of ${spoken(day)}: type more of the name`
}

/** A text once it is not typed on. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), patience)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
