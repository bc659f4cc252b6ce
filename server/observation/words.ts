import { badInput } from '../errors.ts'
import type {
  Awareness,
  FollowUpInput,
  LearningPlace,
  ObservationDiscussionInput,
  ObservationReflectionInput,
} from '../generated/schema.ts'
import { isInSeason, type Seasons } from '../period/season.ts'
import { plainText } from '../text.ts'
import { words } from './sheet.ts'

/** What came out of the talk. */
export interface Discussion {
  readonly keep: string
  readonly improve: string
  readonly awareness: Awareness
  readonly goal: string
  readonly effort: string
  readonly by: string | null
  readonly support: string | null
  readonly note: string | null
}

/** An effort. */
export interface FollowUp {
  readonly effort: string
  readonly source: string
  readonly place: LearningPlace
  readonly on: string
  readonly certificate: string | null
}

/** What the observed says in the end. */
export interface Reflection {
  readonly achieved: string
  readonly challenge: string | null
  readonly next: string
}

/** What the observer answers. */
export interface Conclusion {
  readonly awareness: Awareness
  readonly note: string
}

const longest = 10_000

export const discussionOf = (input: ObservationDiscussionInput, where = 'input.discussion'): Discussion => ({
  keep: plainText(input.keep, longest, `${where}.keep`),
  improve: plainText(input.improve, longest, `${where}.improve`),
  awareness: input.awareness,
  goal: plainText(input.goal, longest, `${where}.goal`),
  effort: plainText(input.effort, longest, `${where}.effort`),
  by: input.by ?? null,
  support: words(input.support, `${where}.support`),
  note: words(input.note, `${where}.note`),
})

export const followUpOf = (input: FollowUpInput, where = 'input.followUp'): FollowUp => ({
  effort: plainText(input.effort, longest, `${where}.effort`),
  source: plainText(input.source, longest, `${where}.source`),
  place: input.place,
  on: input.on,
  certificate: words(input.certificate, `${where}.certificate`),
})

export const reflectionOf = (input: ObservationReflectionInput, where = 'input.reflection'): Reflection => ({
  achieved: plainText(input.achieved, longest, `${where}.achieved`),
  challenge: words(input.challenge, `${where}.challenge`),
  next: plainText(input.next, longest, `${where}.next`),
})

const most = 50

/** Refuses an effort that is not made yet, or not in the period; and more than anybody reads. */
export function checkFollowUp({ on }: FollowUp, known: number, day: string, seasons: Seasons): void {
  if (known >= most) throw badInput(`An observation has at most ${most} follow-ups.`)
  if (on > day || !isInSeason(on, seasons)) throw badInput('input.followUp.on is a day of the period, until today.')
}
