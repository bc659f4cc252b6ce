import type { OrganisationGrade, PlanScope, Predicate } from '../generated/schema.ts'
import { rulesOf } from '../period/period-code.ts'
import { type Consequence, consequencesOf } from './consequence.ts'
import type { Content } from './content.ts'
import { type CreditPoints, creditPoints, monthsIn } from './credit.ts'
import { type Case, explain, type Fact } from './explanation.ts'
import { predicateOf } from './predicate.ts'
import { type Suggestion, suggest, suggestionRules } from './suggestion.ts'

/** Whose appraisal it is, as far as the rules ask. */
export interface Appraised {
  readonly period: string
  readonly scope: PlanScope
  readonly employment: string
  readonly basis: string
  readonly rank: string | null
  /** The first day of the assignment. */
  readonly from: string
  /** The first day after its end. */
  readonly until: string | null
}

/** What follows from an appraisal's content. */
export interface Reckoning {
  readonly suggestion: Suggestion | null
  readonly predicate: Predicate | null
  readonly creditPoints: CreditPoints | null
  readonly consequences: readonly Consequence[]
  readonly explanation: readonly Fact[]
}

/** Applies all rules of the period. */
export function reckon(
  content: Content,
  { period, scope, employment, basis, rank, from, until }: Appraised,
  decided: { readonly grade: OrganisationGrade | null; readonly objection: Case['objection'] },
): Reckoning {
  const rules = rulesOf(period)
  const suggestion = suggest(content.observed, scope, suggestionRules[rules.code])
  const predicate = predicateOf(content.result, content.behaviour)
  const months = monthsIn(rules, { from, until })
  const points = predicate && creditPoints(predicate, { employment, basis, rank, months })
  const consequences = predicate ? consequencesOf(predicate, { employment, basis }) : []
  const explanation = explain({ period, content, suggestion, creditPoints: points, consequences, ...decided })
  return { suggestion, predicate, creditPoints: points, consequences, explanation }
}
