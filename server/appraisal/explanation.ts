import { Certainty, type ExpectationRating, ExplanationTopic, type OrganisationGrade } from '../generated/schema.ts'
import { rulesOf } from '../period/period-code.ts'
import type { Consequence } from './consequence.ts'
import type { Content } from './content.ts'
import type { CreditPoints } from './credit.ts'
import { matrixSource, predicateOf } from './predicate.ts'
import type { Suggestion } from './suggestion.ts'
import { gradeWords, predicateWords, ratingWords, type Words } from './words.ts'

/** One fact that led to a predicate, or follows from it. */
export interface Fact extends Words {
  readonly topic: ExplanationTopic
  readonly rules: string
  readonly sources: readonly string[]
  readonly certainty: Certainty
}

/** What there is to explain. */
export interface Case {
  readonly period: string
  readonly content: Content
  readonly suggestion: Suggestion | null
  readonly creditPoints: CreditPoints | null
  readonly consequences: readonly Consequence[]
  /** The organisation's predicate, where it made the appraisal final. */
  readonly grade: OrganisationGrade | null
  /** What the appraiser's superior decided on an objection. */
  readonly objection: { readonly changed: boolean; readonly reason: string } | null
}

/** Every fact of a case, in the order in which they lead to each other. */
export function explain(appraised: Case): Fact[] {
  const { creditPoints, consequences } = appraised
  return [
    period(appraised),
    ...observation(appraised),
    ...suggestion(appraised),
    ...result(appraised),
    ...behaviour(appraised),
    ...predicate(appraised),
    ...organisation(appraised),
    ...objection(appraised),
    ...(creditPoints ? [credit(creditPoints)] : []),
    ...consequences.map(consequence),
  ]
}

function period(appraised: Case): Fact {
  const { code, name, regulation, regulationCertainty, sources } = rulesOf(appraised.period)
  return {
    topic: ExplanationTopic.RULES,
    indonesian: `Aturan periode ${name}: ${regulation ?? 'nomor juknis tidak ditemukan'}.`,
    english: `The rules of the period ${name}: ${regulation ?? "the regulation's number was not found"}.`,
    rules: code,
    sources: regulation ? [regulation] : sources,
    certainty: regulationCertainty,
  }
}

function observation({ content: { observed } }: Case): Fact[] {
  if (!observed) return []
  const { notDone, notEffective, effective } = observed
  return [
    {
      topic: ExplanationTopic.OBSERVATION,
      indonesian: `Observasi: ${notDone} belum dilakukan, ${notEffective} dilakukan tapi belum efektif, ${effective} dilakukan dan efektif.`,
      english: `Observed: ${notDone} not done, ${notEffective} done but not yet effective, ${effective} done and effective.`,
      rules: 'Rubrik observasi',
      sources: ['scribd 716269966', 'slideshare 267305981'],
      certainty: Certainty.SEVERAL_SOURCES,
    },
  ]
}

function suggestion({ suggestion: made }: Case): Fact[] {
  if (!made) return []
  const { indonesian, english, rule } = made
  // a rule of ours: no source has one
  const origin = { sources: [], certainty: Certainty.NOT_FOUND }
  return [{ topic: ExplanationTopic.SUGGESTION, indonesian, english, rules: rule, ...origin }]
}

function result({ content, suggestion: made }: Case): Fact[] {
  const { result: rating, deviation } = content
  if (!rating) return []
  const differs = made !== null && made.rating !== rating && deviation !== null
  return [
    {
      ...judged,
      topic: ExplanationTopic.RESULT,
      indonesian: `Hasil kerja ${ratingWords[rating].indonesian}, atas pertimbangan penilai.${differs ? ` Lain dari saran karena: “${deviation}”` : ''}`,
      english: `Work results ${ratingWords[rating].english}, as the appraiser judges.${differs ? ` Other than suggested because: “${deviation}”` : ''}`,
    },
  ]
}

function behaviour({ content: { behaviour: rating, values } }: Case): Fact[] {
  if (!rating) return []
  const counted = (language: keyof Words) =>
    Object.entries(Object.groupBy(values, (one) => one.rating))
      .map(([each, rated]) => `${rated.length} ${ratingWords[each as ExpectationRating][language]}`)
      .join(', ')
  return [
    {
      ...judged,
      topic: ExplanationTopic.BEHAVIOUR,
      indonesian: `Perilaku kerja ${ratingWords[rating].indonesian}, atas pertimbangan penilai; nilai BerAKHLAK: ${counted('indonesian')}.`,
      english: `Behaviour ${ratingWords[rating].english}, as the appraiser judges; of the BerAKHLAK values: ${counted('english')}.`,
    },
  ]
}

// how aspects, observations and values weigh no source says
const judged = { rules: 'PermenPANRB 6/2022', sources: ['seed 004'], certainty: Certainty.ONE_OFFICIAL_SOURCE }

function predicate({ content: { result: rating, behaviour: behaved } }: Case): Fact[] {
  const reached = predicateOf(rating, behaved)
  if (!rating || !behaved || !reached) return []
  const line = (language: keyof Words, [results, behaviours, reach]: readonly [string, string, string]) =>
    `${results} ${ratingWords[rating][language]} × ${behaviours} ${ratingWords[behaved][language]} ${reach} ${predicateWords[reached][language]}.`
  return [
    {
      ...matrixSource,
      topic: ExplanationTopic.PREDICATE,
      indonesian: line('indonesian', ['Kuadran kinerja: hasil kerja', 'perilaku kerja', '= predikat']),
      english: line('english', ['The matrix: results', 'behaviour', '= predicate']),
    },
  ]
}

function organisation({ grade }: Case): Fact[] {
  if (!grade) return []
  const { indonesian, english } = gradeWords[grade]
  return [
    {
      topic: ExplanationTopic.ORGANISATION,
      indonesian: `Predikat kinerja organisasi ${indonesian} ditetapkan; ia tidak mengubah predikat ini.`,
      english: `The organisation's predicate was set as ${english}; it does not change this predicate.`,
      rules: 'SE MenPANRB 3/2023',
      sources: ['naikpangkat.com', 'jpnn.com', 'ainamulyana.com/2023/02', 'sumateraekspres 47693'],
      certainty: Certainty.SEVERAL_SOURCES,
    },
  ]
}

function objection({ objection: decided }: Case): Fact[] {
  if (!decided) return []
  const { changed, reason } = decided
  return [
    {
      topic: ExplanationTopic.OBJECTION,
      indonesian: `Keberatan diputus oleh atasan pejabat penilai, ${changed ? 'hasil diubah' : 'hasil tetap'}: “${reason}”`,
      english: `The appraiser's superior decided on the objection, the result ${changed ? 'was changed' : 'stays'}: “${reason}”`,
      rules: 'PP 30/2019 ps 59',
      sources: ['LAN fliphtml5.com/gesmv/pzdd'],
      certainty: Certainty.ONE_OFFICIAL_SOURCE,
    },
  ]
}

function credit({ calculation, indonesian, english, sources }: CreditPoints): Fact {
  const sum = calculation ? ` ${calculation}` : ''
  return {
    topic: ExplanationTopic.CREDIT_POINTS,
    indonesian: `Angka kredit: ${indonesian}${sum}`,
    english: `Credit points: ${english}${sum}`,
    rules: 'PermenPANRB 1/2023',
    sources,
    certainty: Certainty.SEVERAL_SOURCES,
  }
}

const consequence = ({ indonesian, english, sources, certainty }: Consequence): Fact => ({
  topic: ExplanationTopic.CONSEQUENCE,
  indonesian,
  english,
  rules: sources[0] ?? '',
  sources,
  certainty,
})
