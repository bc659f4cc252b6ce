import { excluded } from '../../server/plan/participation.ts'
import type { Random } from '../reader/random.ts'

export const attributes = ['EMPLOYMENT', 'STATUS', 'INDICATOR', 'DAY', 'POINTS', 'OBSERVATION', 'PREDICATE'] as const
export type Attribute = (typeof attributes)[number]

export const periods = ['2024-S1', '2025', '2026'] as const
export type Period = (typeof periods)[number]

/** How far a post is in a period; what does not count for its stage is noise that must not be counted. */
export interface Progress {
  readonly status: 'MISSING' | 'DRAFTED' | 'SUBMITTED' | 'AGREED'
  readonly indicator: string
  readonly day: string
  readonly points: number
  readonly observation: 'NONE' | 'BEGUN' | 'OBSERVED' | 'CONCLUDED'
  readonly predicate: string | null
}

/** An assignment, as far as it is counted. */
export interface Post {
  readonly province: string
  readonly office: string
  readonly level: string
  readonly school: string
  readonly ownership: string
  readonly position: string
  readonly employment: string
  readonly progress: Readonly<Record<Period, Progress>>
}

export const takesPart = (post: Post, period: Period): boolean =>
  !excluded(period, { ...post, from: '2023-07-01' } as never)

/** The value of a post; null where it has none. */
export function valueIn(post: Post, period: Period, attribute: Attribute): string | null {
  const { status, indicator, day, points, observation, predicate } = post.progress[period]
  const handedIn = status === 'SUBMITTED' || status === 'AGREED'
  switch (attribute) {
    case 'EMPLOYMENT':
      return post.employment
    case 'STATUS':
      return status
    case 'INDICATOR':
      return handedIn ? indicator : null
    case 'DAY':
      return handedIn ? day : null
    case 'POINTS':
      return handedIn && period === '2024-S1' ? String(points - (points % 8)) : null
    case 'OBSERVATION':
      return status === 'AGREED' ? observation : null
    case 'PREDICATE':
      return status === 'AGREED' ? predicate : null
  }
}

const indicators = {
  TEACHER: ['POSITIVE_DISCIPLINE', 'INSTRUCTION', 'EXPECTATIONS'],
  PRINCIPAL: ['VISION_AND_MISSION'],
} as const

/** Schools of a few offices; those who work there come in small crowds that are alike, since otherwise nothing could be told. */
export function drawPosts(random: Random, offices: readonly string[], most = 4): Post[] {
  const posts: Post[] = []
  for (const office of offices) {
    const levels = office.length === 2 ? ['SMA', 'SMK'] : ['PAUD', 'SD', 'SMP']
    for (const level of levels.slice(random.below(2))) {
      for (let number = 1 + random.below(most); number > 0; number -= 1) {
        const school = `${office.replace('.', '').padEnd(4, '9')}${levels.indexOf(level)}${String(number).padStart(3, '0')}`
        const ownership = random.chance(30) ? 'PRIVATE' : 'STATE'
        const place = { province: office.slice(0, 2), office, level, school, ownership }
        for (let crowds = 1 + random.below(4); crowds > 0; crowds -= 1) posts.push(...crowd(random, place))
      }
    }
  }
  return posts
}

function crowd(random: Random, place: Pick<Post, 'province' | 'office' | 'level' | 'school' | 'ownership'>): Post[] {
  const position = random.chance(12) ? 'PRINCIPAL' : 'TEACHER'
  const employment = random.pick(['PNS', 'PNS', 'PPPK', 'NON_ASN'])
  const alike: Post = {
    ...place,
    position,
    employment,
    progress: Object.fromEntries(periods.map((period) => [period, drawn(random, position)])) as Post['progress'],
  }
  return Array.from({ length: random.pick([1, 2, 4, 5, 5, 6, 7, 9]) }, () => alike)
}

function drawn(random: Random, position: 'TEACHER' | 'PRINCIPAL'): Progress {
  return {
    status: random.pick(['MISSING', 'DRAFTED', 'SUBMITTED', 'AGREED', 'AGREED', 'AGREED']),
    indicator: random.pick(indicators[position]),
    day: random.pick(['2026-01-05', '2026-01-06', '2026-01-19']),
    points: random.pick([0, 31, 32, 39, 128]),
    observation: random.pick(['NONE', 'BEGUN', 'OBSERVED', 'CONCLUDED']),
    predicate: random.pick([null, 'GOOD', 'GOOD', 'VERY_GOOD', 'POOR']),
  }
}
