import { Basis, Employment, Predicate } from '../generated/schema.ts'
import { predicateWords, type Words } from './words.ts'

interface Grade {
  readonly name: string
  readonly ranks: readonly string[]
  readonly coefficient: number
}

/** Jenjang jabatan fungsional, with a year's points of each (PermenPANRB 1/2023). */
export const grades: readonly Grade[] = [
  { name: 'Ahli Pertama', ranks: ['III/a', 'III/b'], coefficient: 12.5 },
  { name: 'Ahli Muda', ranks: ['III/c', 'III/d'], coefficient: 25 },
  { name: 'Ahli Madya', ranks: ['IV/a', 'IV/b', 'IV/c'], coefficient: 37.5 },
  { name: 'Ahli Utama', ranks: ['IV/d', 'IV/e'], coefficient: 50 },
]

/** What a predicate is worth, of 100 (PermenPANRB 1/2023). */
export const percentages: Readonly<Record<Predicate, number>> = {
  [Predicate.VERY_GOOD]: 150,
  [Predicate.GOOD]: 100,
  [Predicate.NEEDS_IMPROVEMENT]: 75,
  [Predicate.POOR]: 50,
  [Predicate.VERY_POOR]: 25,
}

/** Whose points they are. */
export interface Earner {
  readonly employment: string
  readonly basis: string
  readonly rank: string | null
  /** Months of the period that count. */
  readonly months: number
}

/** Angka kredit, and how it was reckoned; no value where there are none. */
export interface CreditPoints extends Words {
  readonly value: number | null
  readonly coefficient: number | null
  readonly percentage: number | null
  readonly months: number
  readonly calculation: string | null
  readonly sources: readonly string[]
}

const sources = ['PermenPANRB 1/2023', 'public code (rounding, months)']

/** The credit points of a predicate. */
export function creditPoints(predicate: Predicate, { employment, basis, rank, months }: Earner): CreditPoints {
  const none = (indonesian: string, english: string): CreditPoints => ({
    value: null,
    coefficient: null,
    percentage: null,
    months,
    calculation: null,
    sources: ['seputarasn.com/?p=2055', ...sources],
    indonesian,
    english,
  })
  if (employment === Employment.NON_ASN)
    return none('Bukan ASN: tidak ada angka kredit.', 'Not a civil servant: no credit points.')
  if (basis === Basis.ACTING)
    return none(
      'Pelaksana tugas: angka kredit hanya dari jabatan definitif.',
      'An acting post: only the definitive post earns credit points.',
    )
  const grade = grades.find(({ ranks }) => ranks.includes(rank ?? ''))
  if (!grade)
    return none(
      'Jenjang tidak diketahui: koefisien hanya diberikan untuk golongan III/a sampai IV/e.',
      'The grade is not known: coefficients are given for ranks III/a to IV/e only.',
    )
  const { coefficient, name } = grade
  const percentage = percentages[predicate]
  const value = pointsOf(coefficient, percentage, months)
  const { indonesian, english } = predicateWords[predicate]
  return {
    value,
    coefficient,
    percentage,
    months,
    calculation: `${coefficient} × ${percentage}% × ${months}/12 = ${value.toFixed(2)}`,
    sources,
    indonesian: `Guru ${name} (${rank}), predikat ${indonesian}, ${months} dari 12 bulan.`,
    english: `Grade ${name} (${rank}), predicate ${english}, ${months} of 12 months.`,
  }
}

/** Half up to two decimals, in whole numbers all the way: 12.5 × 75% is 9.38, which 9.375 in binary might miss. */
export function pointsOf(coefficient: number, percentage: number, months: number): number {
  const twelfths = coefficient * 10 * percentage * months
  return Math.floor((2 * twelfths + 120) / 240) / 100
}

/** The months of a stretch of time on whose first day another holds; no month counts for two posts. Days are `YYYY-MM-DD`, ends exclusive. */
export function monthsIn(
  period: { readonly from: string; readonly until: string },
  held: { readonly from: string; readonly until: string | null },
): number {
  let months = 0
  for (const first = new Date(period.from); ; first.setUTCMonth(first.getUTCMonth() + 1)) {
    const day = first.toISOString().slice(0, 10)
    if (day >= period.until) return months
    if (held.from <= day && (held.until === null || day < held.until)) months += 1
  }
}
