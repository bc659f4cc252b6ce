import { activityId, catalogues } from '../../development/activities.ts'
import { PlanAction, PlanItem, WorkValue } from '../../generated/schema.ts'
import { catalogue } from '../../indicator/catalogue.ts'
import type { Content } from '../../plan/content.ts'
import { draftPlan } from '../../plan/draft-plan.ts'
import { takeStep } from '../../plan/take-step.ts'
import { workflow } from '../../plan/workflow.ts'
import { type Act, type Course, doerOf, made } from './act.ts'
import { type PlanCareer, planCareers } from './plan-careers.ts'
import { words } from './words.ts'

/** The acts of a plan. */
export function* planActs(course: Course, career: PlanCareer, superior: string): Generator<Act> {
  const { post, random, clock } = course
  let handedIn = course.content
  for (const [step, [action, days]] of planCareers[career].entries()) {
    const at = clock.after(days)
    const { mutation } = workflow[action]
    const viewer = doerOf(mutation, post, superior, at)
    if (!viewer) return
    if (action === PlanAction.SAVE) course.content = withAnotherBehaviour(course.content)
    if (action === PlanAction.SUBMIT) handedIn = course.content
    if (action === PlanAction.ADJUST) course.content = adjusted(course)
    if (action === PlanAction.SEND_BACK) course.content = handedIn
    const content = course.content
    const asked = { action, version: step, note: notes[action] ? random.pick(notes[action]) : null }
    const rewritten = action === PlanAction.SAVE || action === PlanAction.ADJUST ? { content } : {}
    const reasons = action === PlanAction.ADJUST ? { notes: reasonsOf(random.pick(words.adjusting)) } : {}
    yield {
      at,
      viewer,
      action: mutation,
      type: 'Plan',
      course,
      async work(em, viewer, now) {
        const taken =
          action === PlanAction.DRAFT
            ? await draftPlan(em, viewer, { assignment: post.assignment, period: course.period, content }, now)
            : await takeStep(em, viewer, { plan: made(course.plan), ...asked, ...rewritten, ...reasons }, now)
        course.plan = taken.plan
        return [taken.owner]
      },
    }
  }
}

const notes: Readonly<Partial<Record<PlanAction, readonly string[]>>> = {
  [PlanAction.WITHDRAW]: words.withdrawing,
  [PlanAction.CLARIFY]: words.clarifying,
  [PlanAction.APPROVE]: words.approving,
  [PlanAction.SEND_BACK]: words.sendingBack,
  [PlanAction.REQUEST_RESET]: words.wantingReset,
  [PlanAction.REFUSE_RESET]: words.refusingReset,
}

/** What somebody chooses: an indicator out of the weakest of the school's report card, and what belongs to it. */
export function chosenBy({ post, period, random }: Pick<Course, 'post' | 'period' | 'random'>): Content {
  const open = catalogue.filter(({ role }) => role === post.position)
  const weakest = open.find(({ code }) => code === post.weakest[random.between(0, 2)])
  const indicator = weakest && random.chance(0.7) ? weakest : random.pick(open)
  return {
    indicator: indicator.code,
    behaviours: indicator.behaviours.slice(0, random.between(1, 2)).map(({ number }) => `${indicator.code}.${number}`),
    activities: post.position === 'TEACHER' ? activitiesIn(period, random.between(0, 4)) : [],
    duties: post.position === 'TEACHER' && random.chance(0.4) ? [random.pick(duties)] : [],
    expectations: [],
  }
}

// places in the catalogue, and how often: 16 to 56 points
const bundles = [
  { 1: 1, 3: 1 },
  { 1: 2, 2: 1, 4: 1 },
  { 1: 1, 5: 2 },
  { 2: 1, 3: 1, 5: 3 },
  { 1: 1, 4: 2, 7: 1, 5: 1 },
] as const satisfies readonly Readonly<Record<number, number>>[]

function activitiesIn(period: string, bundle: number): Content['activities'] {
  const found = catalogues.find((one) => one.period === period)
  if (!found) return []
  return Object.entries(bundles[bundle] ?? {}).map(([place, times]) => ({
    activity: activityId(found, Number(place)),
    times,
  }))
}

const duties = [
  { name: 'Wali kelas', decree: '800/014/SK' },
  { name: 'Pembina ekstrakurikuler pramuka', decree: '800/021/SK' },
  { name: 'Kepala perpustakaan', decree: '800/009/SK' },
] as const

function withAnotherBehaviour(content: Content): Content {
  const known = catalogue.find(({ code }) => code === content.indicator)?.behaviours ?? []
  const more = known.map(({ number }) => `${content.indicator}.${number}`)
  const another = more.find((code) => !content.behaviours.includes(code))
  return another ? { ...content, behaviours: [...content.behaviours, another].toSorted() } : content
}

const adjusted = ({ content, random }: Course): Content => ({
  ...withAnotherBehaviour(content),
  expectations: [{ value: WorkValue.SERVICE, text: random.pick(words.expecting) }],
})

const reasonsOf = (reason: string) =>
  new Map([
    [PlanItem.BEHAVIOUR, reason],
    [PlanItem.EXPECTATION, reason],
  ])
