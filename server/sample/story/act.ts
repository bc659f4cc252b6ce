import type { EntityManager } from '@mikro-orm/postgresql'
import { type MutationName, mutations } from '../../access/policy.ts'
import type { Viewer } from '../../access/viewer.ts'
import type { Identified } from '../../id.ts'
import type { PeriodCode } from '../../period/rules.ts'
import type { Content } from '../../plan/content.ts'
import type { Random } from '../random.ts'
import type { Calendar } from './calendar.ts'
import { aboveOn, type Post } from './cast.ts'
import type { Clock } from './clock.ts'

/** One mutation: who does what at which moment. */
export interface Act {
  readonly at: Date
  readonly viewer: Viewer
  readonly action: MutationName
  readonly type: Identified
  /** Whose affairs it belongs to; null: those of many. */
  readonly course: Course | null
  /** Does it; tells whom it is about. */
  readonly work: (em: EntityManager, viewer: Viewer, now: Date) => Promise<readonly string[]>
}

/** How well somebody does in a period; what is observed and how it is rated follow from it. */
export type Quality = 'STRONG' | 'USUAL' | 'WEAK'

/** The affairs of a post in a period, as far as they are told. */
export interface Course {
  readonly post: Post
  readonly period: PeriodCode
  readonly calendar: Calendar
  readonly quality: Quality
  readonly random: Random
  readonly clock: Clock
  /** What the plan holds when all is told so far. */
  content: Content
  /** The plan's key, once it is begun; and the newest cycle's. */
  plan?: string
  observation?: string
}

/** A step of a career, and how many days after the one before it is taken. */
export type Step<Action> = readonly [action: Action, days: number]

const nobody = { person: null, apiKey: null, office: null, scopes: [], documentsOnly: false } as const
const expiresAt = new Date('2099-12-31T00:00:00Z')

export const personal = (person: string): Viewer => ({ ...nobody, role: 'PERSON', person, expiresAt })
const operator: Viewer = { ...nobody, role: 'OPERATOR', expiresAt }

/** Who does a thing with a post, by the policy; undefined where there is nobody that day. */
export function doerOf(mutation: MutationName, post: Post, superior: string, at: Date): Viewer | undefined {
  const day = at.toISOString().slice(0, 10)
  const team = post.position === 'PRINCIPAL' ? aboveOn(post, 'WORK_TEAM', day) : undefined
  const people = {
    SELF: post.person,
    WORK_TEAM: team?.person,
    APPRAISER: aboveOn(post, 'APPRAISER', day)?.person,
    SUPERIOR: superior,
    OPERATOR: null,
  }
  for (const relation of ['SELF', 'WORK_TEAM', 'APPRAISER', 'SUPERIOR', 'OPERATOR'] as const) {
    const person = people[relation]
    if (!mutations[mutation].includes(relation) || person === undefined) continue
    return person === null ? operator : personal(person)
  }
  return undefined
}

/** The key of what an earlier act has made. */
export function made(key: string | undefined): string {
  if (key === undefined) throw new Error('the story takes a step with what is not there')
  return key
}
