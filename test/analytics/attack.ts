import type { Cell, Question } from './answer.ts'
import { boundsOf, type Equation, smallSums } from './equations.ts'
import type { Attribute, Period } from './world.ts'

/** What everybody knows of a school: where it is, and who owns it. */
export interface School {
  readonly office: string
  readonly level: string
  readonly school: string
  readonly ownership: string
}

/** Null where he is refused. */
export type Ask = (question: Question) => Promise<readonly Cell[] | null> | readonly Cell[] | null

/** All who are alike at a school: how many, the attacker wants to know. */
export interface Crowd extends School {
  readonly employment: string
  readonly status: string
  readonly values: Readonly<Partial<Record<Attribute, string | null>>>
}

/** A number of people that was not to be told, and who they are. */
export interface Found {
  readonly crowds: readonly Crowd[]
  readonly count: number
}

export interface Attack {
  readonly found: readonly Found[]
  /** Whether all combinations of answers were tried. */
  readonly isWhole: boolean
}

/** What values there are, everybody knows. */
const vocabulary: Readonly<Record<Attribute, readonly string[]>> = {
  EMPLOYMENT: ['PNS', 'PPPK', 'NON_ASN'],
  STATUS: ['MISSING', 'DRAFTED', 'SUBMITTED', 'AGREED'],
  INDICATOR: ['POSITIVE_DISCIPLINE', 'INSTRUCTION', 'EXPECTATIONS', 'VISION_AND_MISSION'],
  DAY: ['2026-01-05', '2026-01-06', '2026-01-19'],
  POINTS: ['0', '24', '32', '128'],
  OBSERVATION: ['NONE', 'BEGUN', 'OBSERVED', 'CONCLUDED'],
  PREDICATE: ['GOOD', 'VERY_GOOD', 'POOR'],
}

const handedIn = ['SUBMITTED', 'AGREED']

/** What a post of a status can have: plans that are not handed in have no values, and so on. */
function possible(attribute: Attribute, status: string, period: Period): readonly (string | null)[] {
  switch (attribute) {
    case 'INDICATOR':
    case 'DAY':
      return handedIn.includes(status) ? vocabulary[attribute] : [null]
    case 'POINTS':
      return handedIn.includes(status) && period === '2024-S1' ? vocabulary[attribute] : [null]
    case 'OBSERVATION':
      return status === 'AGREED' ? vocabulary[attribute] : [null]
    case 'PREDICATE':
      return status === 'AGREED' ? [null, ...vocabulary[attribute]] : [null]
    default:
      return [null]
  }
}

/** Civil servants at private schools take part from 2026 on. */
const takesPart = ({ ownership, employment }: Crowd, period: Period): boolean =>
  period === '2026' || ownership === 'STATE' || employment === 'NON_ASN' || employment === 'ANY'

function crowdsOf(schools: readonly School[], attributes: readonly Attribute[], periods: readonly Period[]): Crowd[] {
  const [period = '2026'] = periods
  // who takes part in one period and not in another, employment tells
  const employments = attributes.includes('EMPLOYMENT') || periods.length > 1 ? vocabulary.EMPLOYMENT : ['ANY']
  const statuses = attributes.some((one) => one !== 'EMPLOYMENT') ? vocabulary.STATUS : ['ANY']
  return schools.flatMap((school) =>
    employments.flatMap((employment) =>
      statuses.flatMap((status) => {
        const values = attributes
          .filter((one) => one !== 'STATUS' && one !== 'EMPLOYMENT')
          .reduce<Crowd['values'][]>(
            (known, one) =>
              known.flatMap((before) => possible(one, status, period).map((value) => ({ ...before, [one]: value }))),
            [{}],
          )
        return values.map((each) => ({ ...school, employment, status, values: each }))
      }),
    ),
  )
}

const valueIn = (crowd: Crowd, attribute: Attribute): string | null => {
  if (attribute === 'EMPLOYMENT') return crowd.employment
  return attribute === 'STATUS' ? crowd.status : (crowd.values[attribute] ?? null)
}

const groupings = [[], ['OFFICE'], ['OFFICE', 'LEVEL'], ['OFFICE', 'LEVEL', 'SCHOOL']] as const

/** Asks all there is to ask about a province, and puts the answers together. */
export async function attack(
  province: string,
  schools: readonly School[],
  attributes: readonly Attribute[],
  periods: readonly Period[],
  ask: Ask,
): Promise<Attack> {
  const crowds = crowdsOf(schools, attributes, periods)
  const equations: Equation[] = []
  const present: number[][] = []
  for (const period of periods)
    for (const attribute of [null, ...attributes]) {
      let shown: ReadonlySet<string | null> = new Set()
      for (const by of groupings) {
        const cells = await ask({ period, by: attribute ? [attribute, ...by] : by, office: province })
        if (!cells) continue
        if (!by.length) shown = new Set(cells.filter(({ withheld }) => !withheld).map(({ value }) => value))
        learn(cells, period, attribute, shown)
        if (by.length === 3)
          present.push(
            ...schools
              .filter(({ school }) => cells.some((cell) => cell.school === school))
              .map((school) => among(school, period)),
          )
      }
    }
  // nobody is where nobody is counted
  const empty = new Set(equations.filter(({ sum }) => sum === 0).flatMap(({ of }) => of))
  const live = crowds.map((_, index) => index).filter((index) => !empty.has(index))
  return conclude(live)

  function among({ school }: Pick<School, 'school'>, period: Period): number[] {
    return crowds.flatMap((crowd, index) => (crowd.school === school && takesPart(crowd, period) ? [index] : []))
  }

  function learn(
    cells: readonly Cell[],
    period: Period,
    attribute: Attribute | null,
    shown: ReadonlySet<string | null>,
  ): void {
    const places = Map.groupBy(cells, ({ office, level, school }) => JSON.stringify([office, level, school]))
    for (const [place, those] of places) {
      const [office, level, school] = JSON.parse(place) as (string | null)[]
      const here = crowds.flatMap((crowd, index) => {
        const isHere =
          (!office || crowd.office === office) &&
          (!level || crowd.level === level) &&
          (!school || crowd.school === school)
        return isHere && takesPart(crowd, period) ? [index] : []
      })
      if (those.every(({ count }) => count !== null))
        equations.push({ of: here, sum: those.reduce((sum, { count }) => sum + (count ?? 0), 0) })
      if (!attribute || those.every(({ withheld }) => withheld)) continue
      const withheld = those.some((cell) => cell.withheld)
      const root = places.size === 1 && !office
      for (const value of [...vocabulary[attribute], null]) {
        // the withheld may be without a value too; or have one that others have at schools of another owner
        if (withheld && (value === null || attribute === 'EMPLOYMENT')) continue
        if (withheld && (root || !shown.has(value)) && !those.some((cell) => cell.value === value && !cell.withheld))
          continue
        const cell = those.find((one) => one.value === value && !one.withheld)
        const of = here.filter((index) => valueIn(crowds[index] as Crowd, attribute) === value)
        equations.push({ of, sum: cell?.count ?? 0 })
      }
    }
  }

  function conclude(live: readonly number[]): Attack {
    const place = new Map(live.map((index, at) => [index, at]))
    const kept = (of: readonly number[]) => of.flatMap((index) => place.get(index) ?? [])
    const known = equations.map(({ of, sum }) => ({ of: kept(of), sum })).filter(({ of }) => of.length)
    const bounds = boundsOf(
      known,
      present.map(kept).filter((one) => one.length),
      live.length,
    )
    const found: Found[] = live.flatMap((index, at) => {
      const [low = 0, high = 0] = [bounds.least[at], bounds.most[at]]
      return low === high && low >= 1 && low < 5 ? [{ crowds: [crowds[index] as Crowd], count: low }] : []
    })
    // crowds of which all answers tell the same stand for one
    const alike = [
      ...Map.groupBy(live.keys(), (at) => known.flatMap(({ of }, line) => (of.includes(at) ? [line] : [])).join()),
    ]
    const joint = new Map(alike.flatMap(([, those], index) => [...those].map((at) => [at, index] as const)))
    const sums = smallSums(
      known.map(({ of, sum }) => ({ of: [...new Set(of.map((at) => joint.get(at) ?? 0))], sum })),
      alike.length,
      4,
    )
    for (const { of, sum } of sums ?? [])
      found.push({
        crowds: of.flatMap((index) => (alike[index]?.[1] ?? []).map((at) => crowds[live[at] ?? 0] as Crowd)),
        count: sum,
      })
    return { found, isWhole: sums !== null }
  }
}
