import { useState } from 'react'
import { type Change, told } from './changes.ts'
import { spoken } from './day.ts'
import { differenceOf } from './difference.ts'
import type { Graph } from './graph.ts'

/** A graph and the day it is of. */
export interface Seen {
  readonly day: string
  readonly graph: Graph
}

/** What is different from the day that was looked at before. */
export interface Story {
  readonly fresh: ReadonlySet<string>
  readonly words: readonly string[]
}

const nothing: Story = { fresh: new Set(), words: [] }
const atMost = 6

/** Tells what is different when the day changes, until it changes again. */
export function useStory(now: Seen | null, changes: readonly Change[]): Story {
  const [kept, keep] = useState<{ readonly seen: Seen; readonly story: Story } | null>(null)
  if (now && kept?.seen !== now) {
    const story = kept && kept.seen.day !== now.day ? storyOf(kept.seen, now, changes) : (kept?.story ?? nothing)
    keep({ seen: now, story })
  }
  return kept?.story ?? nothing
}

function storyOf(before: Seen, after: Seen, changes: readonly Change[]): Story {
  const { fresh, words } = differenceOf(before.graph, after.graph)
  const all = [...new Set([...told(changes, before.day, after.day), ...words])]
  if (all.length === 0) return { fresh, words: [`${spoken(after.day)}: as on ${spoken(before.day)}.`] }
  const rest = all.length - atMost
  return { fresh, words: rest > 0 ? [...all.slice(0, atMost), `And ${rest} more.`] : all }
}
