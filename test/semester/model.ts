import type { Period } from './calendar.ts'
import type { Actor, Owner, Somebody } from './cast.ts'
import type { Step } from './rules.ts'

export type Rating = 'ABOVE' | 'MEETS' | 'BELOW'
export type Level = 'NOT_DONE' | 'DONE_NOT_YET_EFFECTIVE' | 'DONE_AND_EFFECTIVE'

/** A step as history tells it. */
export interface Past {
  readonly version: number
  readonly action: string
  readonly from: string | null
  readonly to: string
  readonly name: string | null
}

/** What goes through a workflow. */
export interface Standing {
  status: string
  version: number
  readonly history: Past[]
}

export const fresh = (): Standing => ({ status: '', version: 0, history: [] })

/** What is planned: two behaviours, two others, or none yet. */
export type Content = 'one' | 'other' | 'half'
export const behavioursOf: Readonly<Record<Content, readonly number[]>> = { one: [1, 3], other: [1, 2], half: [] }

export interface Plan extends Standing {
  content: Content
  /** As it was before the last adjustment. */
  handedIn: Content
  wasReset: boolean
}

export interface Cycle extends Standing {
  /** The numbers of those that are prepared. */
  behaviours: readonly number[]
  isPrepared: boolean
  /** Of the first behaviours; null: no sheet yet. */
  sheet: readonly Level[] | null
  isShared: boolean
  followUps: number
  /** What each has noted for himself. */
  readonly notes: Partial<Record<Actor, { text: string; version: number }>>
}

export type Subject = 'activity' | 'duty' | 'observation' | 'followUp'

export interface Piece extends Standing {
  readonly subject: Subject
  readonly file: number
  /** The number of the piece in whose place it is. */
  readonly replaces: number | null
}

export interface Judgement {
  readonly isWhole: boolean
  readonly result: Rating
  readonly behaviour: Rating
  /** Whether it says why the result is another than suggested. */
  readonly explains: boolean
}

export interface Rated {
  readonly result: Rating
  readonly behaviour: Rating
  readonly predicate: string
}

export interface Appraisal extends Standing {
  readonly history: (Past & (Rated | { result: null; behaviour: null; predicate: null }))[]
  judgement: Judgement
  /** What was seen when it was looked up last. */
  seen: readonly Level[]
  /** The day on which its owner was given it. */
  givenOn: string | null
}

/** What there is after so many steps. */
export interface Model {
  readonly owner: Owner
  readonly period: Period
  now: number
  plan: Plan | null
  readonly cycles: Cycle[]
  readonly pieces: Piece[]
  appraisal: Appraisal | null
  /** The version of the organisation's predicate. */
  organisation: number
  readonly told: Readonly<Record<Somebody, string[]>>
  /** How often each step was taken, in runs before as well. */
  readonly taken: Map<string, number>
}

export const begin = (owner: Owner, period: Period, now: number, before: Model['taken']): Model => ({
  owner,
  period,
  now,
  plan: null,
  cycles: [],
  pieces: [],
  appraisal: null,
  organisation: 0,
  told: { Sari: [], Budi: [], Dewi: [], Ratna: [], Intan: [], Wati: [], Agus: [], Tono: [] },
  taken: new Map(before),
})

/** What can be asked for: steps, an observer's note, and the predicate of the organisation. */
export type Action = Exclude<Step, 'APPRAISAL.FINALIZE'> | 'NOTE' | 'ORGANISATION'

/** A step, as somebody asks for it. */
export interface Attempt {
  readonly action: Action
  readonly actor: Actor
  /** How far the version is from the right one. */
  readonly off: number
  /** Which cycle or piece it is about, counted from the last one. */
  readonly back: number
  readonly content: Content
  readonly preparation: 'whole' | 'half' | 'of another behaviour'
  /** What the sheet says of the first behaviours; null: no sheet is sent. */
  readonly levels: readonly Level[] | null
  /** What is noted; null: the note is taken away. */
  readonly note: number | null
  readonly subject: Subject | 'another duty' | 'another observation'
  readonly document: 'right' | 'of another kind' | 'of another period' | 'never sent'
  readonly file: number
  readonly judgement: Judgement
  /** Ratings that are decided otherwise. */
  readonly result: Rating | null
  readonly behaviour: Rating | null
  /** Whether a reason, or how the appraiser was heard, is told where it need not be. */
  readonly tells: boolean
}

/** What an attempt is about. */
export const aboutIn = (model: Model, { action, back }: Pick<Attempt, 'action' | 'back'>) => {
  const [noun] = action.split('.')
  if (noun === 'PLAN') return model.plan
  if (noun === 'APPRAISAL') return model.appraisal
  return (noun === 'EVIDENCE' ? model.pieces : model.cycles).at(-1 - back) ?? null
}

/** The version that an attempt has to name. */
export function versionFor(model: Model, attempt: Attempt): number {
  if (attempt.action === 'ORGANISATION') return model.organisation
  if (attempt.action === 'NOTE') return model.cycles.at(-1 - attempt.back)?.notes[attempt.actor]?.version ?? 0
  return aboutIn(model, attempt)?.version ?? 0
}

/** What a preparation names: two of the plan's behaviours, one of them, or one that is not among them. */
export function preparedIn({ plan }: Model, preparation: Attempt['preparation']): readonly number[] {
  const planned = behavioursOf[plan?.content ?? 'one']
  if (preparation === 'half') return planned.slice(0, 1)
  return preparation === 'whole' ? planned : [plan?.content === 'other' ? 3 : 2]
}
