import { badInput } from '../errors.ts'
import { type AppraisalContentInput, type ExpectationRating, PlanScope, WorkValue } from '../generated/schema.ts'
import { once } from '../plan/content.ts'
import { plainText } from '../text.ts'
import type { ObservedLevels } from './observed.ts'
import type { Suggestion } from './suggestion.ts'

/** What an appraiser judges. */
export interface Judgement {
  readonly reflection: string | null
  readonly learning: string | null
  readonly practice: string | null
  readonly considerations: string | null
  readonly result: ExpectationRating | null
  readonly deviation: string | null
  readonly values: readonly ValueRating[]
  readonly behaviour: ExpectationRating | null
}

/** What an appraisal holds: what was observed, and what the appraiser judges. */
export interface Content extends Judgement {
  readonly observed: ObservedLevels | null
}

interface ValueRating {
  readonly value: WorkValue
  readonly rating: ExpectationRating
  readonly note: string | null
}

/** The judgement of an appraiser who has written nothing yet. */
export const unjudged: Judgement = {
  reflection: null,
  learning: null,
  practice: null,
  considerations: null,
  result: null,
  deviation: null,
  values: [],
  behaviour: null,
}

/** The longest text, in characters. */
export const longest = 10_000

/** What the input says, checked as far as it can be by itself. */
export function judgementOf(input: AppraisalContentInput, where = 'input.content'): Judgement {
  const text = (name: 'reflection' | 'learning' | 'practice' | 'considerations' | 'deviation') =>
    input[name] == null ? null : plainText(input[name], longest, `${where}.${name}`)
  const values = input.values ?? []
  once(
    values.map(({ value }) => value),
    `${where}.values`,
  )
  return {
    reflection: text('reflection'),
    learning: text('learning'),
    practice: text('practice'),
    considerations: text('considerations'),
    result: input.result ?? null,
    deviation: text('deviation'),
    values: values.map(({ value, rating, note }) => ({
      value,
      rating,
      note: note == null ? null : plainText(note, 1_000, `${where}.values.note`),
    })),
    behaviour: input.behaviour ?? null,
  }
}

/** Refuses to recommend what is not whole, or another result than suggested without a reason. */
export function checkWhole(content: Judgement, suggestion: Suggestion | null, scope: PlanScope): void {
  const missing = missingIn(content, scope)
  if (missing.length) throw badInput(`The appraisal is not whole: ${missing.join(', ')} missing. Save it first.`)
  if (suggestion && suggestion.rating !== content.result && content.deviation === null)
    throw badInput(`The result is another than suggested (${suggestion.rating}): save a deviation that says why.`)
}

function missingIn(
  { reflection, learning, practice, result, values, behaviour }: Judgement,
  scope: PlanScope,
): string[] {
  // of a plan that was planned only, nothing but behaviour is judged
  const aspects = scope === PlanScope.FULL ? { reflection, learning, practice } : {}
  const rated = values.map(({ value }) => value)
  return [
    ...Object.entries({ ...aspects, result, behaviour }).flatMap(([name, given]) => (given === null ? [name] : [])),
    ...Object.values(WorkValue).flatMap((value) => (rated.includes(value) ? [] : [`values.${value}`])),
  ]
}
