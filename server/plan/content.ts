import { badInput } from '../errors.ts'
import type { PlanContentInput, WorkValue } from '../generated/schema.ts'
import { keyOf } from '../id.ts'
import { plainText } from '../text.ts'

/** What a plan holds; the keys of what is chosen. */
export interface Content {
  readonly indicator: string | null
  readonly behaviours: readonly string[]
  readonly activities: readonly { readonly activity: string; readonly times: number }[]
  readonly duties: readonly { readonly name: string; readonly decree: string }[]
  readonly expectations: readonly { readonly value: WorkValue; readonly text: string }[]
}

/** A plan that holds nothing yet. */
export const empty: Content = { indicator: null, behaviours: [], activities: [], duties: [], expectations: [] }

const most = 100

/** What the input says, checked as far as it can be by itself. */
export function contentOf(input: PlanContentInput, where = 'input.content'): Content {
  const { indicator, behaviours, activities, duties, expectations } = input
  for (const [name, list] of Object.entries({ behaviours, activities, duties, expectations }))
    if ((list?.length ?? 0) > most) throw badInput(`${where}.${name} has more than ${most} entries.`)
  return {
    indicator: indicator == null ? null : keyOf('Indicator', indicator, `${where}.indicator`),
    behaviours: once(
      (behaviours ?? []).map((id) => keyOf('TargetBehaviour', id, `${where}.behaviours`)),
      `${where}.behaviours`,
    ).toSorted(),
    activities: (activities ?? []).map(({ activity, times }) => ({
      activity: keyOf('DevelopmentActivity', activity, `${where}.activities.activity`),
      times: within(times ?? 1, 1, 20, `${where}.activities.times`),
    })),
    duties: (duties ?? []).map(({ name, decree }) => ({
      name: plainText(name, 200, `${where}.duties.name`),
      decree: plainText(decree, 100, `${where}.duties.decree`),
    })),
    expectations: (expectations ?? []).map(({ value, text }) => ({
      value,
      text: plainText(text, 1_000, `${where}.expectations.text`),
    })),
  }
}

function within(value: number, least: number, most: number, where: string): number {
  if (value < least || value > most) throw badInput(`${where} is ${least} to ${most}.`)
  return value
}

/** The same list, if nothing stands in it twice. */
export function once<Value extends string>(list: readonly Value[], where: string): readonly Value[] {
  if (new Set(list).size < list.length) throw badInput(`${where} names something twice.`)
  return list
}
