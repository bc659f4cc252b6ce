import type { Certainty, Position } from '../generated/schema.ts'
import type { PeriodCode } from '../period/rules.ts'
import { principalIndicators } from './catalogue.principal.ts'
import { teacherIndicators } from './catalogue.teacher.ts'

/** What an observer looks at: one of an indicator's foci. Its text is shortened or paraphrased where `note` says so. */
export type CatalogueBehaviour = {
  readonly number: number
  readonly text: string
  readonly sources: readonly string[]
  readonly certainty: Certainty
  readonly note: string | null
}

/** An indicator as `Indicator` in schema/indicator.graphql has it. The code and the English name are ours. */
export type CatalogueEntry = {
  readonly code: string
  readonly role: Position.TEACHER | Position.PRINCIPAL
  readonly name: string
  readonly nameEnglish: string
  readonly reportCardCode: 'D.1' | 'D.3'
  readonly dimension: string | null
  readonly dimensionCertainty: Certainty
  readonly behaviours: readonly CatalogueBehaviour[]
  readonly periods: readonly PeriodCode[]
  readonly sources: readonly string[]
  readonly certainty: Certainty
  readonly note: string | null
}

/** Every indicator there ever was: the teachers' eight, then the principals' eight. */
export const catalogue = [...teacherIndicators, ...principalIndicators] as const satisfies readonly CatalogueEntry[]
