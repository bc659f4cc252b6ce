import { type PeriodCode, rules } from '../../period/rules.ts'
import { excluded } from '../../plan/participation.ts'
import type { Random } from '../random.ts'
import type { Act, Course } from './act.ts'
import { appraisalActs } from './appraisal-acts.ts'
import { calendars } from './calendar.ts'
import type { Post } from './cast.ts'
import { type Part, partOf } from './casting.ts'
import { createClock } from './clock.ts'
import { evidenceActs } from './evidence-acts.ts'
import { observationActs } from './observation-acts.ts'
import { chosenBy, planActs } from './plan-acts.ts'
import type { Shelf } from './shelf.ts'

/** All that happens to a post: in each period in which it takes part. */
export function* actsOf(post: Post, superior: string, random: Random, shelf: Shelf): Generator<Act> {
  for (const { code, from, until } of rules) {
    const isHeld = post.from < until && (post.until === null || post.until > from)
    const part = partOf(post, code, random)
    if (!part || !isHeld || excluded(code, post)) continue
    for (const act of actsIn(code, post, part, { superior, random, shelf }))
      if (post.until === null || act.at.toISOString() < post.until) yield act
  }
}

interface Ground {
  readonly superior: string
  readonly random: Random
  readonly shelf: Shelf
}

function* actsIn(period: PeriodCode, post: Post, part: Part, { superior, random, shelf }: Ground): Generator<Act> {
  const calendar = calendars[period]
  const clock = createClock(random, part.isLate ? calendar.late : calendar.planning)
  clock.reach(post.from)
  clock.after(random.between(1, 8))
  const quality = part.quality ?? 'USUAL'
  const content = chosenBy({ post, period, random })
  const course: Course = { post, period, calendar, quality, random, clock, content }
  yield* planActs(course, part.plan, superior)
  clock.reach(calendar.observation)
  clock.after(random.between(1, 14))
  if (part.observation) yield* observationActs(course, part.observation, superior)
  clock.reach(calendar.evidence)
  for (const career of part.evidence ?? []) yield* evidenceActs(course, career, superior, shelf)
  clock.reach(part.isAppraisedLate ? calendar.afterPredicate : calendar.appraisal)
  if (!part.isAppraisedLate) clock.after(random.between(1, 8))
  if (part.appraisal) yield* appraisalActs(course, part.appraisal, superior)
}
