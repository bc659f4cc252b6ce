import type { Judgement } from '../../appraisal/content.ts'
import { draftAppraisal } from '../../appraisal/draft-appraisal.ts'
import { takeStep } from '../../appraisal/take-step.ts'
import { workflow } from '../../appraisal/workflow.ts'
import { AppraisalAction, ExpectationRating, WorkValue } from '../../generated/schema.ts'
import { type Act, type Course, doerOf, made, type Quality } from './act.ts'
import { type AppraisalCareer, appraisalCareers } from './appraisal-careers.ts'
import { words } from './words.ts'

const { ABOVE, MEETS, BELOW } = ExpectationRating
const ratings: Readonly<Record<Quality, ExpectationRating>> = { STRONG: ABOVE, USUAL: MEETS, WEAK: BELOW }

/** The acts of an appraisal. */
export function* appraisalActs(course: Course, career: AppraisalCareer, superior: string): Generator<Act> {
  const { post, random, clock, calendar } = course
  const judgement = judged(course)
  let appraisal: string | undefined
  for (const [version, [action, days]] of appraisalCareers[career].entries()) {
    if (action === AppraisalAction.FINALIZE) {
      clock.reach(calendar.predicate)
      continue
    }
    const at = clock.after(days)
    const { mutation } = workflow[action]
    const viewer = doerOf(mutation, post, superior, at)
    if (!viewer) return
    const note = notes[action] ? random.pick(notes[action]) : null
    yield {
      at,
      viewer,
      action: mutation,
      type: 'Appraisal',
      course,
      async work(em, viewer, now) {
        const asked = {
          action,
          version,
          note,
          ...(action === AppraisalAction.SAVE && { judgement }),
          ...better(action),
        }
        const taken =
          action === AppraisalAction.DRAFT
            ? await draftAppraisal(em, viewer, { plan: made(course.plan), judgement }, now)
            : await takeStep(em, viewer, { appraisal: made(appraisal), ...asked }, now)
        appraisal = taken.appraisal
        return [taken.owner]
      },
    }
  }
}

// an objection is accepted
const better = (action: AppraisalAction) =>
  action === AppraisalAction.DECIDE_OBJECTION ? { result: ABOVE, behaviour: ABOVE } : {}

const notes: Readonly<Partial<Record<AppraisalAction, readonly string[]>>> = {
  [AppraisalAction.RETURN]: words.returning,
  [AppraisalAction.OBJECT]: words.objecting,
  [AppraisalAction.ANSWER]: words.answering,
  [AppraisalAction.DECIDE_OBJECTION]: words.deciding,
}

function judged({ random, quality }: Course): Judgement {
  const suggested = ratings[quality]
  // some appraisers know more than one observation tells
  const result = quality === 'USUAL' && random.chance(0.15) ? ABOVE : suggested
  const behaviour = quality === 'WEAK' ? MEETS : random.chance(0.5) ? ABOVE : MEETS
  return {
    reflection: random.pick(words.reflecting),
    learning: random.pick(words.learning),
    practice: random.pick(words.practising[quality]),
    considerations: random.chance(0.5) ? random.pick(words.considering) : null,
    result,
    deviation: result === suggested ? null : random.pick(words.deviating),
    values: Object.values(WorkValue).map((value) => ({
      value,
      rating: random.chance(0.3) ? behaviour : MEETS,
      note: null,
    })),
    behaviour,
  }
}
