import { OrganisationGrade, Predicate } from '../generated/schema.ts'
import type { Words } from './words.ts'

const { VERY_GOOD, GOOD, NEEDS_IMPROVEMENT, POOR, VERY_POOR } = Predicate

/** One thing that a pattern asks for. Shares are of 100. */
export interface Clause extends Words {
  /** Of which predicates together. */
  readonly of: readonly Predicate[]
  readonly least?: number
  readonly most?: number
  /** "Must be there": at least one person. */
  readonly present?: true
  /** "Most" (sebagian besar): no other predicate is more frequent. */
  readonly largest?: true
}

const clause = (
  of: readonly Predicate[],
  rule: Omit<Clause, 'of' | keyof Words>,
  words: readonly [string, string],
) => ({
  of,
  ...rule,
  indonesian: words[0],
  english: words[1],
})

/** The patterns of SE MenPANRB 3/2023 (naikpangkat.com; jpnn.com; ainamulyana.com/2023/02); what they do not name is free. */
export const patterns: Readonly<Record<OrganisationGrade, readonly Clause[]>> = {
  [OrganisationGrade.EXCELLENT]: [
    clause([VERY_GOOD], { largest: true, most: 70 }, [
      'sebagian besar Sangat Baik, paling banyak 70%',
      'most are Very good, at most 70%',
    ]),
  ],
  [OrganisationGrade.GOOD]: [
    clause([GOOD], { largest: true, most: 70 }, [
      'sebagian besar Baik, paling banyak 70%',
      'most are Good, at most 70%',
    ]),
    clause([NEEDS_IMPROVEMENT, POOR], { present: true }, [
      'ada Butuh Perbaikan dan/atau Kurang',
      'there are Needs improvement and/or Poor',
    ]),
  ],
  [OrganisationGrade.NEEDS_IMPROVEMENT]: [
    clause([NEEDS_IMPROVEMENT], { least: 60 }, [
      'paling sedikit 60% Butuh Perbaikan',
      'at least 60% are Needs improvement',
    ]),
    clause([VERY_GOOD], { most: 10 }, ['Sangat Baik paling banyak 10%', 'at most 10% are Very good']),
  ],
  [OrganisationGrade.POOR]: [
    clause([POOR], { least: 60 }, ['paling sedikit 60% Kurang', 'at least 60% are Poor']),
    clause([NEEDS_IMPROVEMENT], { least: 10 }, [
      'paling sedikit 10% Butuh Perbaikan',
      'at least 10% are Needs improvement',
    ]),
    clause([VERY_GOOD], { most: 10 }, ['Sangat Baik paling banyak 10%', 'at most 10% are Very good']),
  ],
  [OrganisationGrade.VERY_POOR]: [
    clause([VERY_POOR], { least: 60 }, ['paling sedikit 60% Sangat Kurang', 'at least 60% are Very poor']),
    clause([POOR, NEEDS_IMPROVEMENT], { least: 10 }, [
      'paling sedikit 10% Kurang dan/atau Butuh Perbaikan',
      'at least 10% are Poor and/or Needs improvement',
    ]),
    clause([VERY_GOOD], { most: 0 }, ['tidak ada Sangat Baik', 'nobody is Very good']),
  ],
}

/** How many have each predicate; nobody where it is missing. */
export type Counts = Readonly<Partial<Record<Predicate, number>>>

/** Which clauses of a pattern a distribution does not meet. Nobody at all meets every pattern. */
export function unmet(grade: OrganisationGrade, counts: Counts): Clause[] {
  const each = Object.values(Predicate).map((predicate) => ({ predicate, count: counts[predicate] ?? 0 }))
  const total = each.reduce((sum, { count }) => sum + count, 0)
  return patterns[grade].filter(({ of, least = 0, most = 100, present, largest }) => {
    const own = each.filter(({ predicate }) => of.includes(predicate)).reduce((sum, { count }) => sum + count, 0)
    const others = each.filter(({ predicate }) => !of.includes(predicate))
    const holds =
      own * 100 >= least * total &&
      own * 100 <= most * total &&
      (!present || own > 0) &&
      (!largest || others.every(({ count }) => count <= own))
    return total > 0 && !holds
  })
}
