import { PlanItem } from '../generated/schema.ts'
import { indicatorOf, type Offer } from './choice.ts'
import type { Content } from './content.ts'

/** One item that became another, in words. */
export interface Change {
  readonly item: PlanItem
  readonly before: string | null
  readonly after: string | null
  readonly note: string | null
}

type Lines = ReadonlyMap<string, string>

/** What is different between two contents, readable without either; `notes` tell why, by item. */
export function differences(
  before: Content,
  after: Content,
  offers: ReadonlyMap<string, Offer>,
  notes: ReadonlyMap<PlanItem, string> = new Map(),
): Change[] {
  const [old, now] = [linesOf(before, offers), linesOf(after, offers)]
  return Object.values(PlanItem).flatMap((item) => {
    const note = notes.get(item) ?? null
    const keys = new Set([...old[item].keys(), ...now[item].keys()])
    return [...keys]
      .map((key) => ({ item, before: old[item].get(key) ?? null, after: now[item].get(key) ?? null, note }))
      .filter((change) => change.before !== change.after)
  })
}

/** Every item as lines by what they are about: lines of one key are the same thing before and after. */
function linesOf(content: Content, offers: ReadonlyMap<string, Offer>): Readonly<Record<PlanItem, Lines>> {
  const indicator = indicatorOf(content.indicator)
  const textOf = (code: string) => indicator?.behaviours.find(({ number }) => code.endsWith(`.${number}`))?.text ?? code
  return {
    [PlanItem.INDICATOR]: new Map(indicator ? [['', indicator.name]] : []),
    [PlanItem.BEHAVIOUR]: new Map(content.behaviours.map((code) => [code, textOf(code)])),
    [PlanItem.ACTIVITY]: new Map(
      content.activities.map(({ activity, times }) => [activity, `${offers.get(activity)?.name ?? ''} × ${times}`]),
    ),
    [PlanItem.DUTY]: new Map(content.duties.map(({ name, decree }) => [name, `${name} (${decree})`])),
    [PlanItem.EXPECTATION]: new Map(content.expectations.map(({ value, text }) => [value, `${value}: ${text}`])),
  }
}
