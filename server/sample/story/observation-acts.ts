import {
  type Awareness,
  LearningPlace,
  ObservationAction,
  ObservationMode,
  RubricLevel,
} from '../../generated/schema.ts'
import type { Preparation } from '../../observation/preparation.ts'
import { prepareObservation } from '../../observation/prepare.ts'
import type { Sheet } from '../../observation/sheet.ts'
import { type Brought, takeStep } from '../../observation/take-step.ts'
import { workflow } from '../../observation/workflow.ts'
import { type Act, type Course, doerOf, made, type Quality } from './act.ts'
import { type ObservationCareer, observationCareers } from './observation-careers.ts'
import { words } from './words.ts'

/** The acts of a plan's cycles. */
export function* observationActs(course: Course, career: ObservationCareer, superior: string): Generator<Act> {
  const { post, random, clock } = course
  let preparation: Preparation | undefined
  let version = 0
  for (const [action, days] of observationCareers[career]) {
    const at = clock.after(days)
    const { mutation } = workflow[action]
    const viewer = doerOf(mutation, post, superior, at)
    if (!viewer) return
    if (action === ObservationAction.PREPARE) [preparation, version] = [prepared(course, at), 0]
    const asked = { action, version, note: notes[action] ? random.pick(notes[action]) : null }
    const brought = bring[action]?.(course, at) ?? {}
    version += 1
    yield {
      at,
      viewer,
      action: mutation,
      type: 'Observation',
      course,
      async work(em, viewer, now) {
        const taken =
          action === ObservationAction.PREPARE
            ? await prepareObservation(
                em,
                viewer,
                { plan: made(course.plan), ...(preparation && { preparation }) },
                now,
              )
            : await takeStep(em, viewer, { observation: made(course.observation), ...asked, ...brought }, now)
        course.observation = taken.observation
        return [taken.owner]
      },
    }
  }
}

const notes: Readonly<Partial<Record<ObservationAction, readonly string[]>>> = {
  [ObservationAction.OFFER]: words.rescheduling,
  [ObservationAction.RESCHEDULE]: words.rescheduling,
  [ObservationAction.CANCEL]: words.cancelling,
}

const { DONE_AND_EFFECTIVE, DONE_NOT_YET_EFFECTIVE, NOT_DONE } = RubricLevel

/** The level of a behaviour, by its place: the suggested rating is the one that the quality says. */
const levels: Readonly<Record<Quality, (place: number, count: number) => RubricLevel>> = {
  STRONG: () => DONE_AND_EFFECTIVE,
  USUAL: (place) => (place === 0 ? DONE_NOT_YET_EFFECTIVE : DONE_AND_EFFECTIVE),
  WEAK: (place, count) => (place > 0 && place === count - 1 ? DONE_NOT_YET_EFFECTIVE : NOT_DONE),
}

/** What a step brings. */
const bring: Readonly<Partial<Record<ObservationAction, (course: Course, at: Date) => Brought>>> = {
  [ObservationAction.SAVE]: (course, at) => ({ preparation: prepared(course, at) }),
  [ObservationAction.OFFER]: scheduled,
  [ObservationAction.RESCHEDULE]: scheduled,
  [ObservationAction.RECORD]: (course, at) => ({ sheet: sheetOf(course, at) }),
  [ObservationAction.FINISH]: (course, at) => ({ sheet: sheetOf(course, at) }),
  [ObservationAction.DISCUSS]: ({ random, quality }, at) => ({
    discussion: {
      keep: random.pick(words.keeping),
      improve: random.pick(words.improving),
      awareness: words.feelings[quality] as Awareness,
      goal: random.pick(words.goals),
      effort: random.pick(words.agreeing),
      by: days(at, 14),
      support: random.chance(0.4) ? 'Waktu satu jam untuk mengamati kelas rekan.' : null,
      note: null,
    },
  }),
  [ObservationAction.FOLLOW_UP]: ({ random }, at) => {
    const place = random.chance(0.4) ? LearningPlace.PLATFORM : LearningPlace.ELSEWHERE
    const source = place === LearningPlace.PLATFORM ? 'Pelatihan mandiri' : random.pick(words.sources)
    return { followUp: { effort: random.pick(words.followingUp), source, place, on: days(at, 0), certificate: null } }
  },
  [ObservationAction.REFLECT]: ({ random }) => ({
    reflection: {
      achieved: random.pick(words.achieving),
      challenge: random.chance(0.6) ? random.pick(words.challenges) : null,
      next: random.pick(words.next),
    },
  }),
  [ObservationAction.CONCLUDE]: ({ random, quality }) => ({
    conclusion: { awareness: words.feelings[quality] as Awareness, note: random.pick(words.concluding) },
  }),
}

function prepared({ content, random, post }: Course, at: Date): Preparation {
  return {
    mode: post.position === 'PRINCIPAL' && random.chance(0.3) ? ObservationMode.VIDEO : ObservationMode.DIRECT,
    behaviours: content.behaviours,
    efforts: [random.pick(words.efforts)],
    lesson: post.position === 'TEACHER' ? random.pick(words.lessons) : null,
    lessonPlan: post.position === 'TEACHER' ? 'Modul ajar terlampir di map sekolah' : null,
    startsAt: lesson(at, 8),
    place: random.pick(words.places),
  }
}

function scheduled({ random }: Course, at: Date): Brought {
  return { schedule: { startsAt: lesson(at, 5), place: random.pick(words.places) } }
}

function sheetOf({ content, random, quality }: Course, at: Date): Sheet {
  return {
    observedOn: days(at, 0),
    ratings: content.behaviours.map((behaviour, place) => {
      const level = levels[quality](place, content.behaviours.length)
      return { behaviour, level, note: random.pick(words.seen[level]), examples: [] }
    }),
    note: random.pick(words.observing),
    recommendation: random.pick(words.recommending),
  }
}

const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000).toISOString().slice(0, 10)
// eight o'clock in Jakarta
const lesson = (from: Date, count: number) => `${days(from, count)}T01:00:00.000Z`
