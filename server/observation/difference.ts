import { ObservationItem } from '../generated/schema.ts'
import { catalogue } from '../indicator/catalogue.ts'
import type { Preparation } from './preparation.ts'

/** One item that became another, in words. */
export interface Change {
  readonly item: ObservationItem
  readonly before: string | null
  readonly after: string | null
}

/** What is different between two preparations. Nothing else of a cycle is ever written into its history. */
export function differences(before: Preparation, after: Preparation): Change[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  return Object.values(ObservationItem).flatMap((item) => {
    const gone = old[item].filter((line) => !now[item].includes(line))
    const come = now[item].filter((line) => !old[item].includes(line))
    if (gone.length === 1 && come.length === 1) return [{ item, before: gone[0] ?? null, after: come[0] ?? null }]
    return [
      ...gone.map((line) => ({ item, before: line, after: null })),
      ...come.map((line) => ({ item, before: null, after: line })),
    ]
  })
}

const texts: ReadonlyMap<string, string> = new Map(
  catalogue.flatMap(({ code, behaviours }) => behaviours.map(({ number, text }) => [`${code}.${number}`, text])),
)

const linesOf = ({ mode, behaviours, efforts, lesson, lessonPlan, startsAt, place }: Preparation) =>
  ({
    [ObservationItem.MODE]: some(mode),
    [ObservationItem.BEHAVIOUR]: behaviours.map((code) => texts.get(code) ?? code),
    [ObservationItem.EFFORT]: efforts,
    [ObservationItem.LESSON]: some(lesson),
    [ObservationItem.LESSON_PLAN]: some(lessonPlan),
    [ObservationItem.STARTS_AT]: some(startsAt),
    [ObservationItem.PLACE]: some(place),
  }) satisfies Readonly<Record<ObservationItem, readonly string[]>>

const some = (value: string | null | undefined): readonly string[] => (value == null ? [] : [value])
