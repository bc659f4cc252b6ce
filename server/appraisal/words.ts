import { ExpectationRating, OrganisationGrade, Predicate } from '../generated/schema.ts'

/** The same in both languages. */
export interface Words {
  readonly indonesian: string
  readonly english: string
}

const both = (indonesian: string, english: string): Words => ({ indonesian, english })

/** How ratings are called. */
export const ratingWords: Readonly<Record<ExpectationRating, Words>> = {
  [ExpectationRating.ABOVE]: both('di atas ekspektasi', 'above expectation'),
  [ExpectationRating.MEETS]: both('sesuai ekspektasi', 'as expected'),
  [ExpectationRating.BELOW]: both('di bawah ekspektasi', 'below expectation'),
}

/** How predicates are called. */
export const predicateWords: Readonly<Record<Predicate, Words>> = {
  [Predicate.VERY_GOOD]: both('Sangat Baik', 'Very good'),
  [Predicate.GOOD]: both('Baik', 'Good'),
  [Predicate.NEEDS_IMPROVEMENT]: both('Butuh Perbaikan', 'Needs improvement'),
  [Predicate.POOR]: both('Kurang', 'Poor'),
  [Predicate.VERY_POOR]: both('Sangat Kurang', 'Very poor'),
}

/** How organisations' predicates are called. */
export const gradeWords: Readonly<Record<OrganisationGrade, Words>> = {
  [OrganisationGrade.EXCELLENT]: both('Istimewa', 'Excellent'),
  [OrganisationGrade.GOOD]: both('Baik', 'Good'),
  [OrganisationGrade.NEEDS_IMPROVEMENT]: both('Butuh Perbaikan', 'Needs improvement'),
  [OrganisationGrade.POOR]: both('Kurang', 'Poor'),
  [OrganisationGrade.VERY_POOR]: both('Sangat Kurang', 'Very poor'),
}
