import { today } from '../calendar.ts'
import { badInput } from '../errors.ts'
import {
  type ObservationMode,
  type ObservationPreparationInput,
  type ObservationScheduleInput,
  Stage,
} from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { isOpen, type Seasons } from '../period/season.ts'
import { once } from '../plan/content.ts'
import { plainText } from '../text.ts'

/** When and where. */
export interface Schedule {
  readonly startsAt: string
  readonly place: string
}

/** What is prepared; the codes of behaviours. */
export interface Preparation extends Partial<Schedule> {
  readonly mode: ObservationMode | null
  readonly behaviours: readonly string[]
  readonly efforts: readonly string[]
  readonly lesson: string | null
  readonly lessonPlan: string | null
}

/** Nothing is prepared yet. */
export const unprepared: Preparation = { mode: null, behaviours: [], efforts: [], lesson: null, lessonPlan: null }

const most = 20
const where = 'input.preparation'

/** What the input says, checked as far as it can be by itself. */
export function preparationOf(input: ObservationPreparationInput): Preparation {
  const { mode, behaviours, efforts, lesson, lessonPlan, schedule } = input
  for (const [name, list] of Object.entries({ behaviours, efforts }))
    if ((list?.length ?? 0) > most) throw badInput(`${where}.${name} has more than ${most} entries.`)
  const short = (text: string | null | undefined, name: string) =>
    text == null ? null : plainText(text, 200, `${where}.${name}`)
  return {
    mode: mode ?? null,
    behaviours: once(
      (behaviours ?? []).map((id) => keyOf('TargetBehaviour', id, `${where}.behaviours`)),
      `${where}.behaviours`,
    ).toSorted(),
    efforts: (efforts ?? []).map((text) => plainText(text, 1_000, `${where}.efforts`)),
    lesson: short(lesson, 'lesson'),
    lessonPlan: short(lessonPlan, 'lessonPlan'),
    ...(schedule && scheduleOf(schedule, `${where}.schedule`)),
  }
}

/** When and where, as the input says. */
export function scheduleOf({ startsAt, place }: ObservationScheduleInput, where = 'input.schedule'): Schedule {
  const moment = new Date(startsAt)
  if (Number.isNaN(moment.getTime()))
    throw badInput(`${where}.startsAt is no moment: hours go to 23, minutes and seconds to 59.`)
  return { startsAt: moment.toISOString(), place: plainText(place, 200, `${where}.place`) }
}

/** Refuses behaviours that the plan has not, and a day on which nobody is observed. */
export function checkPreparation(
  { behaviours, startsAt }: Pick<Preparation, 'behaviours' | 'startsAt'>,
  plan: { readonly behaviours: readonly string[] },
  seasons: Seasons,
): void {
  if (behaviours.some((code) => !plan.behaviours.includes(code)))
    throw badInput('input.preparation.behaviours names one that the plan has not: what is not planned is not observed.')
  if (startsAt !== undefined && !isOpen(Stage.EXECUTION, today(Date.parse(startsAt)), seasons))
    throw badInput('The schedule is for a day on which execution is not open: ask for the windows of the period.')
}

/** Refuses to propose what is not whole. A plan whose indicator has no behaviours in any source needs none. */
export function checkWhole({ mode, behaviours, startsAt }: Preparation, planned: readonly string[]): void {
  if (!mode) throw badInput('The preparation has no mode: choose one, and save it.')
  if (!behaviours.length && planned.length)
    throw badInput("The preparation has no target behaviour: choose one or more of the plan's, and save it.")
  if (startsAt === undefined) throw badInput('The preparation has no schedule: say when and where, and save it.')
}
