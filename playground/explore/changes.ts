import { Basis, Capacity, label, Position } from '../../sdk/entry/labels.ts'
import type { SupervisionHistoryAnswer, SupervisorLineFragment } from '../../sdk/index.ts'
import { spoken } from './day.ts'

/** An assignment, and all who supervise it or did. */
export type History = NonNullable<SupervisionHistoryAnswer>

/** What is different from a day on. */
export interface Change {
  readonly day: string
  /** A sentence without its day and its stop: `Budi follows Hadi as principal`. */
  readonly words: string
}

type Line = SupervisorLineFragment

/** The first day of which anything is known. */
export const firstDay = ({ from, supervisors }: History): string =>
  supervisors.reduce((first, line) => (line.from < first ? line.from : first), from)

/** What changes for an assignment from one day to another, the first change first. */
export function changesOf(history: History, until: string): readonly Change[] {
  const days = [history, ...history.supervisors].flatMap((span) => [span.from, ...(span.until ? [span.until] : [])])
  return [...new Set(days)]
    .filter((day) => day <= until)
    .sort()
    .map((day) => ({ day, words: wordsOf(history, day).join('; ') }))
    .filter(({ words }) => words !== '')
}

/** The changes between two days, in words; of those still to come when one goes back. */
export function told(changes: readonly Change[], before: string, after: string): readonly string[] {
  const [from, to] = before < after ? [before, after] : [after, before]
  const between = changes.filter(({ day }) => from < day && day <= to)
  return before < after
    ? between.map(({ day, words }) => `On ${spoken(day)} ${words}.`)
    : between.map(({ day, words }) => `Not yet on ${spoken(after)}: ${words} (${spoken(day)}).`)
}

const wordsOf = (history: History, day: string): readonly string[] => {
  const { supervisors, person } = history
  return [
    ...(day === history.from ? [`${person.name} begins as ${postOf(history)}`] : []),
    ...(day === history.until ? [`${person.name} leaves this post`] : []),
    ...appraisers(supervisors, day),
    ...workTeam(supervisors, day),
  ]
}

const startedOn = (lines: readonly Line[], capacity: Capacity, day: string) =>
  lines.filter((line) => line.capacity === capacity && line.from === day)

const endedOn = (lines: readonly Line[], capacity: Capacity, day: string) =>
  lines.filter((line) => line.capacity === capacity && line.until === day)

// There is one appraiser at most on any day.
function appraisers(lines: readonly Line[], day: string): string[] {
  const [now] = startedOn(lines, Capacity.APPRAISER, day)
  const [former] = endedOn(lines, Capacity.APPRAISER, day)
  if (now && former) {
    if (now.name === former.name) return postOf(now) === postOf(former) ? [] : [`${now.name} is ${postOf(now)}`]
    return now.position === former.position
      ? [`${now.name} follows ${former.name} as ${postOf(now)}`]
      : [`${now.name}, ${postOf(now)}, follows ${former.name} as appraiser`]
  }
  if (now) return [`${now.name}, ${postOf(now)}, becomes appraiser`]
  return former ? [`${former.name} is no longer appraiser, and nobody follows`] : []
}

function workTeam(lines: readonly Line[], day: string): string[] {
  const came = startedOn(lines, Capacity.WORK_TEAM, day).map(({ name }) => name)
  const left = endedOn(lines, Capacity.WORK_TEAM, day).map(({ name }) => name)
  return [
    ...came.filter((name) => !left.includes(name)).map((name) => `${name} joins the work team`),
    ...left.filter((name) => !came.includes(name)).map((name) => `${name} leaves the work team`),
  ]
}

const postOf = ({ position, basis }: Pick<Line, 'position' | 'basis'>) => {
  const post = label(Position, position, 'en').toLowerCase()
  return basis === Basis.ACTING ? `${label(Basis, basis, 'en').toLowerCase()} ${post}` : post
}
