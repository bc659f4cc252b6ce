import { expect, test } from 'vitest'
import { exactly, protectedly } from './analytics/answer.ts'
import { type Ask, attack, type Crowd, type Found, type School } from './analytics/attack.ts'
import { allRules, type Rules } from './analytics/rules.ts'
import {
  type Attribute,
  drawPosts,
  type Period,
  type Post,
  type Progress,
  takesPart,
  valueIn,
} from './analytics/world.ts'
import { seed } from './property.ts'
import { Random } from './reader/random.ts'

/** What is put together: all that is told of some attributes in some periods. */
const plans: readonly (readonly [readonly Attribute[], readonly Period[]])[] = [
  [[], ['2026']],
  [[], ['2025', '2026']],
  [['EMPLOYMENT'], ['2025', '2026']],
  [['EMPLOYMENT', 'STATUS'], ['2026']],
  [['STATUS', 'INDICATOR'], ['2026']],
  [['STATUS', 'DAY'], ['2025']],
  [['STATUS', 'POINTS'], ['2024-S1']],
  [['STATUS', 'OBSERVATION'], ['2026']],
  [['STATUS', 'PREDICATE'], ['2026']],
  [['PREDICATE', 'INDICATOR'], ['2025']],
]

const schoolsIn = (posts: readonly Post[]): School[] => [
  ...new Map(
    posts.map(({ office, level, school, ownership }) => [school, { office, level, school, ownership }]),
  ).values(),
]

/** How many there really are. */
function countOf(
  posts: readonly Post[],
  crowds: readonly Crowd[],
  [attributes, periods]: (typeof plans)[number],
): number {
  const [period = '2026'] = periods
  const counted = posts.filter((post) => periods.some((one) => takesPart(post, one)))
  return counted.filter((post) =>
    crowds.some(
      ({ school, employment, status, values }) =>
        school === post.school &&
        (employment === 'ANY' || employment === post.employment) &&
        (status === 'ANY' || status === post.progress[period].status) &&
        attributes.every((one) => !(one in values) || values[one] === valueIn(post, period, one)),
    ),
  ).length
}

/** Puts everything together that is told of a province. */
async function attackAll(posts: readonly Post[], ask: Ask): Promise<{ found: Found[]; untried: number }> {
  const found: Found[] = []
  let untried = 0
  for (const plan of plans) {
    const result = await attack('51', schoolsIn(posts), ...plan, ask)
    if (!result.isWhole) untried += 1
    for (const one of result.found) {
      expect(countOf(posts, one.crowds, plan), JSON.stringify([plan, one])).toBe(one.count)
      found.push(one)
    }
  }
  return { found, untried }
}

const byRules =
  (posts: readonly Post[], rules: Rules = allRules): Ask =>
  (question) =>
    protectedly(posts, question, rules)

test('nobody finds fewer than five by the rules, whatever he asks and however he puts it together', async () => {
  const worlds = 25
  let untried = 0
  for (let number = 0; number < worlds; number += 1) {
    const posts = drawPosts(new Random(seed + number), ['51', '51.01', '51.02'].slice(number % 2), 1 + (number % 3))
    const result = await attackAll(posts, byRules(posts))
    expect(result.found, `world ${number}`).toEqual([])
    untried += result.untried
  }
  // of some worlds not all sets can be tried; bounds are reckoned in each
  expect(untried).toBeLessThan((worlds * plans.length) / 10)
}, 300_000)

const teacher: Post = {
  ...{
    province: '51',
    office: '51.01',
    level: 'SD',
    school: '',
    ownership: 'STATE',
    position: 'TEACHER',
    employment: 'PNS',
  },
  progress: drawPosts(new Random(1), ['51.01'])[0]?.progress as Post['progress'],
}

/** Teachers of one level, by school: how many have a plan that is agreed, and how many have none. */
const level = (...schools: readonly (readonly [agreed: number, missing: number])[]): Post[] =>
  schools.flatMap(([agreed, missing], index) => {
    const posts = (count: number, status: Progress['status']): Post[] =>
      Array.from({ length: count }, () => ({
        ...teacher,
        school: `5101000${index + 1}`,
        progress: { ...teacher.progress, '2026': { ...teacher.progress['2026'], status } },
      }))
    return [...posts(agreed, 'AGREED'), ...posts(missing, 'MISSING')]
  })

test.each([
  ['small counts are told', { least: 1 }, level([8, 7], [6, 3])],
  ['a place is hidden alone', { pools: false }, level([8, 7], [4, 0], [9, 9])],
  // 4 are hidden with the first school, whose plans would tell that it has 10
  ['a release tells places that another hides', { chains: false }, level([5, 5], [3, 6], [4, 0], [20, 20])],
  // found by chance: in 2025 one office is told, in 2026 another, and what is left is one person
  ['what stays is told of two periods', { once: false }, drawPosts(new Random(29), ['51', '51.01', '51.02'], 1)],
  ['there may be as many places as people', { crowded: false }, level([1, 0], [1, 0], [1, 0], [0, 1], [0, 1])],
] as const)('where %s, he does; and only there', async (_, broken, posts) => {
  expect((await attackAll(posts, byRules(posts))).found).toEqual([])
  expect((await attackAll(posts, byRules(posts, { ...allRules, ...broken }))).found).not.toEqual([])
})

test('of exact counts he finds everybody', async () => {
  const posts = level([3, 2], [4, 9], [1, 0])
  const { found } = await attackAll(posts, (question) => exactly(posts, question))
  expect(new Set(found.flatMap(({ crowds, count }) => (crowds.length === 1 ? [count] : [])))).toEqual(
    new Set([1, 2, 3, 4]),
  )
})
