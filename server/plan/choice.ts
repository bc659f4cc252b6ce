import { Refusal } from '../errors.ts'
import { Position } from '../generated/schema.ts'
import { catalogue } from '../indicator/catalogue.ts'
import { type Content, once } from './content.ts'

/** A line of the plan's catalogue, as far as choosing goes. */
export interface Offer {
  readonly id: string
  readonly name: string
  readonly points: number | null
  readonly positions: readonly string[]
}

/** What there is to choose from. */
export interface Choice {
  readonly period: string
  readonly position: string
  readonly offers: ReadonlyMap<string, Offer>
}

const where = 'input.content'

/** Refuses what somebody of this position cannot choose in this period. */
export function checkChoice(content: Content, { period, position, offers }: Choice): void {
  const indicator = indicatorOf(content.indicator)
  if (content.indicator !== null) {
    if (!indicator?.periods.some((code) => code === period))
      throw bad(`${where}.indicator is not of the period ${period}: ask for its indicators.`)
    if (indicator.role !== position)
      throw bad(`${where}.indicator is not for this position: it is ${indicator.role}'s.`)
  }
  for (const code of content.behaviours)
    if (
      !code.startsWith(`${content.indicator}.`) ||
      !indicator?.behaviours.some(({ number }) => code.endsWith(`.${number}`))
    )
      throw bad(`${where}.behaviours names one that is not of the chosen indicator.`)
  once(
    content.activities.map(({ activity }) => activity),
    `${where}.activities`,
  )
  for (const { activity } of content.activities) {
    const offer = offers.get(activity)
    if (!offer)
      throw bad(`${where}.activities names one that is not of this plan's catalogue: ask developmentActivities.`)
    if (!offer.positions.includes(position)) throw bad(`${where}.activities names one that is not for this position.`)
  }
  if (content.duties.length && position !== Position.TEACHER)
    throw bad(`${where}.duties are for teachers: additional duties stand in no other plan.`)
  once(
    content.duties.map(({ name }) => name),
    `${where}.duties`,
  )
  once(
    content.expectations.map(({ value }) => value),
    `${where}.expectations`,
  )
}

/** Refuses to hand in what is not whole. An indicator whose behaviours no source gives needs none. */
export function checkWhole({ indicator, behaviours }: Content): void {
  const chosen = indicatorOf(indicator)
  if (!chosen) throw bad('The plan has no indicator: choose exactly one, and save it.')
  if (!behaviours.length && chosen.behaviours.length)
    throw bad('The plan has no target behaviour: choose one or more of its indicator, and save it.')
}

/** Whether `checkWhole` has nothing to refuse. */
export const isWhole = ({ indicator, behaviours }: Content): boolean => {
  const chosen = indicatorOf(indicator)
  return chosen !== undefined && (behaviours.length > 0 || chosen.behaviours.length === 0)
}

export const indicatorOf = (code: string | null) => catalogue.find((entry) => entry.code === code)

const bad = (message: string) => new Refusal('BAD_USER_INPUT', message)
