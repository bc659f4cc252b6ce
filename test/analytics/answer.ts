import { allRules, type Rules, tell } from './rules.ts'
import { type Attribute, type Period, type Post, periods, takesPart, valueIn } from './world.ts'

export type Place = 'OFFICE' | 'LEVEL' | 'SCHOOL'

/** What is asked of `analytics`, about one period. */
export interface Question {
  readonly period: Period
  readonly by: readonly (Place | Attribute)[]
  readonly office?: string | undefined
  readonly school?: string | undefined
}

/** A cell, with codes in the place of objects. */
export interface Cell {
  readonly office: string | null
  readonly level: string | null
  readonly school: string | null
  readonly value: string | null
  readonly withheld: boolean
  readonly count: number | null
}

const isWanted = (post: Post, { office, school }: Question): boolean =>
  (!office || post.office === office || post.province === office) && (!school || post.school === school)

const attributeIn = ({ by }: Question): Attribute | undefined =>
  by.find((one): one is Attribute => !['OFFICE', 'LEVEL', 'SCHOOL'].includes(one))

/** What whoever sees everybody is answered. */
export function exactly(posts: readonly Post[], question: Question): Cell[] {
  const attribute = attributeIn(question)
  const counted = posts.filter((post) => takesPart(post, question.period) && isWanted(post, question))
  return added(
    counted.map((post) => cell(post, question, attribute ? valueIn(post, question.period, attribute) : null, false, 1)),
  )
}

/** What an analyst is answered; null where he is refused. */
export function protectedly(posts: readonly Post[], question: Question, rules: Rules = allRules): Cell[] | null {
  const { by, period, office, school } = question
  const attribute = attributeIn(question)
  if (attribute === 'EMPLOYMENT' && rules.once && period !== periods.at(-1)) return null
  const told = tell(posts, period, attribute ?? 'HEADCOUNT', rules)
  const heads = tell(posts, period, 'HEADCOUNT', rules)
  const depth =
    by.includes('SCHOOL') || school
      ? 4
      : by.includes('LEVEL')
        ? 3
        : by.includes('OFFICE')
          ? 2
          : office?.length === 5
            ? 2
            : 1
  const units = Map.groupBy(
    posts.filter((post) => takesPart(post, period) && isWanted(post, question)),
    (post) => [post.province, post.office, post.level, post.school].slice(0, depth).join('/'),
  )
  return added(
    [...units].flatMap(([path, those]) =>
      those.map((post) => {
        if (!told.places.has(path)) return cell(post, question, null, true, heads.places.has(path) ? 1 : null)
        const merged = told.groups.get(post)?.merged ?? false
        return cell(post, question, attribute && !merged ? valueIn(post, period, attribute) : null, merged, 1)
      }),
    ),
  )
}

function cell(
  { office, level, school }: Post,
  { by }: Question,
  value: string | null,
  withheld: boolean,
  count: number | null,
): Cell {
  return {
    office: by.includes('OFFICE') ? office : null,
    level: by.includes('LEVEL') ? level : null,
    school: by.includes('SCHOOL') ? school : null,
    value,
    withheld,
    count,
  }
}

const keyOf = ({ office, level, school, value, withheld }: Cell): string =>
  JSON.stringify([office, level, school, value, withheld])

/** Cells that are alike as one, sorted. */
function added(cells: readonly Cell[]): Cell[] {
  const alike = [...Map.groupBy(cells, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  return alike.map(([, those]) => ({
    ...(those[0] as Cell),
    count: those.some(({ count }) => count === null) ? null : those.reduce((sum, { count }) => sum + (count ?? 0), 0),
  }))
}

export const sorted = (cells: readonly Cell[]): Cell[] => added(cells)
