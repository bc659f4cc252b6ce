import { Certainty, ExpectationRating, Predicate } from '../generated/schema.ts'

const { ABOVE, MEETS, BELOW } = ExpectationRating
const { VERY_GOOD, GOOD, NEEDS_IMPROVEMENT, POOR, VERY_POOR } = Predicate

/**
 * Kuadran kinerja: results, then behaviour (PermenPANRB 6/2022). Two known programs get it wrong and never return POOR: whoever behaves
 * below expectation is POOR however good the results, and VERY_POOR where these are below as well.
 */
const matrix: Readonly<Record<ExpectationRating, Readonly<Record<ExpectationRating, Predicate>>>> = {
  [ABOVE]: { [BELOW]: POOR, [MEETS]: GOOD, [ABOVE]: VERY_GOOD },
  [MEETS]: { [BELOW]: POOR, [MEETS]: GOOD, [ABOVE]: GOOD },
  [BELOW]: { [BELOW]: VERY_POOR, [MEETS]: NEEDS_IMPROVEMENT, [ABOVE]: NEEDS_IMPROVEMENT },
}

/** Where the matrix comes from. */
export const matrixSource = {
  rules: 'PermenPANRB 6/2022',
  sources: ['PermenPANRB 6/2022', 'public code (five independent files)'],
  certainty: Certainty.SEVERAL_SOURCES,
}

/** The predicate of two ratings; null while one is missing. */
export const predicateOf = (result: ExpectationRating | null, behaviour: ExpectationRating | null): Predicate | null =>
  result && behaviour ? matrix[result][behaviour] : null
