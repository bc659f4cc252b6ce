import { badInput } from '../errors.ts'
import {
  type BehaviourRatingInput,
  type ExampleKind,
  type ObservationSheetInput,
  type RubricLevel,
  Stage,
} from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { isOpen, type Seasons } from '../period/season.ts'
import { once } from '../plan/content.ts'
import { plainText } from '../text.ts'

/** How one target behaviour was seen; its code. */
export interface Rating {
  readonly behaviour: string
  readonly level: RubricLevel
  readonly note: string | null
  readonly examples: readonly { readonly kind: ExampleKind; readonly number: number; readonly level: RubricLevel }[]
}

/** What an observer fills in. */
export interface Sheet {
  readonly observedOn: string
  readonly ratings: readonly Rating[]
  readonly note: string | null
  readonly recommendation: string | null
}

const where = 'input.sheet'
const linesOfAKind = 3

/** What the input says, checked as far as it can be by itself. */
export function sheetOf({ observedOn, ratings, note, recommendation }: ObservationSheetInput): Sheet {
  const all = (ratings ?? []).map(ratingOf)
  once(
    all.map(({ behaviour }) => behaviour),
    `${where}.ratings`,
  )
  return {
    observedOn,
    ratings: all.toSorted((one, other) => (one.behaviour < other.behaviour ? -1 : 1)),
    note: words(note, `${where}.note`),
    recommendation: words(recommendation, `${where}.recommendation`),
  }
}

function ratingOf({ behaviour, level, note, examples }: BehaviourRatingInput): Rating {
  const lines = (examples ?? []).map(({ kind, number, level }) => ({ kind, number, level }))
  if (lines.some(({ number }) => number < 1 || number > linesOfAKind))
    throw badInput(`${where}.ratings.examples.number is 1 to ${linesOfAKind}.`)
  once(
    lines.map(({ kind, number }) => `${kind} ${number}`),
    `${where}.ratings.examples`,
  )
  return {
    behaviour: keyOf('TargetBehaviour', behaviour, `${where}.ratings.behaviour`),
    level,
    note: words(note, `${where}.ratings.note`),
    examples: lines,
  }
}

/** Refuses a sheet of another observation, and of a day on which nothing can have been seen. */
export function checkSheet(
  { observedOn, ratings }: Sheet,
  prepared: readonly string[],
  { day, seasons }: { readonly day: string; readonly seasons: Seasons },
): void {
  if (ratings.some(({ behaviour }) => !prepared.includes(behaviour)))
    throw badInput(`${where}.ratings names a behaviour that was not prepared.`)
  if (observedOn > day || !isOpen(Stage.EXECUTION, observedOn, seasons))
    throw badInput(`${where}.observedOn is a day until today, on which execution is open.`)
}

/** Refuses to end with a sheet on which something is missing. */
export function checkComplete(sheet: Sheet | null | undefined, prepared: readonly string[]): void {
  if (!sheet) throw badInput('Nothing was recorded yet: give input.sheet.')
  const missing = prepared.filter((code) => !sheet.ratings.some(({ behaviour, note }) => behaviour === code && note))
  if (missing.length)
    throw badInput(`Rate each target behaviour, with a note of what was seen: ${missing.length} of them has none yet.`)
  if (!prepared.length && !sheet.note)
    throw badInput('Say in input.sheet.note what was seen: there are no behaviours to rate.')
}

/** Text that may be left out. */
export const words = (text: string | null | undefined, where: string): string | null =>
  text == null ? null : plainText(text, 10_000, where)
