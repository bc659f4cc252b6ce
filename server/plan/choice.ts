import { badInput } from '../errors.ts'
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
      throw badInput(`${where}.indicator is not of the period ${period}: ask for its indicators.`)
    if (indicator.role !== position)
      throw badInput(`${where}.indicator is not for this position: it is ${indicator.role}'s.`)
  }
  for (const code of content.behaviours)
    if (
      !code.startsWith(`${content.indicator}.`) ||
      !indicator?.behaviours.some(({ number }) => code.endsWith(`.${number}`))
    )
      throw badInput(`${where}.behaviours names one that is not of the chosen indicator.`)
  once(
    content.activities.map(({ activity }) => activity),
    `${where}.activities`,
  )
  for (const { activity } of content.activities) {
    const offer = offers.get(activity)
    if (!offer)
      throw badInput(`${where}.activities names one that is not of this plan's catalogue: ask developmentActivities.`)
    if (!offer.positions.includes(position))
      throw badInput(`${where}.activities names one that is not for this position.`)
  }
  if (content.duties.length && position !== Position.TEACHER)
    throw badInput(`${where}.duties are for teachers: additional duties stand in no other plan.`)
  once(
    content.duties.map(({ name }) => name),
    `${where}.duties`,
  )
  once(
    content.expectations.map(({ value }) => value),
    `${where}.expectations`,
  )
}

/** What a plan lacks before it can be handed in, if anything. An indicator whose behaviours no source gives needs none. */
function lackOf({ indicator, behaviours }: Content): string | undefined {
  const chosen = indicatorOf(indicator)
  if (!chosen) return 'The plan has no indicator: choose exactly one, and save it.'
  if (!behaviours.length && chosen.behaviours.length)
    return 'The plan has no target behaviour: choose one or more of its indicator, and save it.'
  return undefined
}

/** Refuses to hand in what is not whole. */
export function checkWhole(content: Content): void {
  const lack = lackOf(content)
  if (lack !== undefined) throw badInput(lack)
}

/** Whether `checkWhole` has nothing to refuse. */
export const isWhole = (content: Content): boolean => lackOf(content) === undefined

export const indicatorOf = (code: string | null) => catalogue.find((entry) => entry.code === code)
