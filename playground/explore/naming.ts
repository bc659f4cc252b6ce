import {
  AppraisalStatus,
  Basis,
  Capacity,
  Employment,
  type Enum,
  EvidenceKind,
  EvidenceStatus,
  EvidenceSubject,
  label,
  ObservationStatus,
  PlanStatus,
  Position,
  Predicate,
} from '../../sdk/entry/labels.ts'
import type { Open } from '../../sdk/index.ts'
import { spoken } from './day.ts'
import type { Card, Graph, GraphNode, Item, Superior } from './graph.ts'

/** What a field is called in English and in Indonesian, and its value. */
export interface Field {
  readonly name: string
  readonly term: string
  readonly value: string
}

/** What a kind of node is called in English and in Indonesian. */
export const kinds = {
  person: ['Person', 'Pegawai'],
  superior: ['Supervisor', 'Atasan'],
  plan: ['Plan', 'SKP'],
  observation: ['Observation', 'Observasi'],
  evidence: ['Evidence', 'Bukti dukung'],
  appraisal: ['Appraisal', 'Penilaian'],
  more: ['More', 'Lainnya'],
} as const satisfies Record<Item['kind'], readonly [string, string]>

/** What a node is called. */
export function titleOf(item: Item): string {
  switch (item.kind) {
    case 'person':
      return item.card.person.name
    case 'superior':
      return item.superior.name
    case 'plan':
      return `Plan ${item.plan.period.code}`
    case 'observation':
      return `Observation ${item.observation.number}`
    case 'evidence':
      return item.evidence.title
    case 'appraisal':
      return 'Appraisal'
    case 'more':
      return `${item.left} more …`
  }
}

/** What is said of a node beside its name: of people the post and the place. */
export const captionOf = (item: Item): string => [stateOf(item), placeOf(item)].filter(Boolean).join(' · ')

/** The post of a person, the state of anything else. */
export function stateOf(item: Item): string {
  switch (item.kind) {
    case 'person':
      return postOf(item.card)
    case 'superior':
      return postOf(item.superior)
    case 'plan':
      return label(PlanStatus, item.status, 'en')
    case 'observation':
      return label(ObservationStatus, item.status, 'en')
    case 'evidence':
      return `Evidence · ${label(EvidenceStatus, item.status, 'en')}`
    case 'appraisal':
      return [label(AppraisalStatus, item.status, 'en'), predicateOf(item)].filter(Boolean).join(' · ')
    case 'more':
      return 'Show the next ones'
  }
}

/** How somebody above stands to the one in the middle: `Appraiser`, `2 steps up`; nothing of what is not above. */
export function relationOf({ edges }: Graph, { id, side, item }: GraphNode): string {
  if (side !== 'above') return ''
  if (item.kind === 'superior' && item.superior.depth > 1) return `${item.superior.depth} steps up`
  const capacities = [...new Set(edges.flatMap(({ from, kind }) => (from === id && kind !== 'HOLDS' ? [kind] : [])))]
  return capacities.map((capacity) => label(Capacity, capacity, 'en')).join(', ')
}

/** All that is known of a node, in the order in which it is told. */
export function fieldsOf(item: Item): readonly Field[] {
  switch (item.kind) {
    case 'person':
      return told([
        ['Position', 'Jabatan', both(Position, item.card.position)],
        ['Basis', 'Dasar penugasan', both(Basis, item.card.basis)],
        ['Employment', 'Status kepegawaian', both(Employment, item.card.person.employment)],
        ['School', 'Satuan pendidikan', item.card.school && `${item.card.school.name} (${item.card.school.npsn})`],
        ['Office', 'Dinas', item.card.office?.name],
        ...span(item.card),
      ])
    case 'superior':
      return told([
        ['Capacity', 'Sebagai', both(Capacity, item.superior.capacity)],
        ['Position', 'Jabatan', both(Position, item.superior.position)],
        ['Basis', 'Dasar penugasan', both(Basis, item.superior.basis)],
        ['Place', 'Tempat', item.superior.place],
        ...span(item.superior),
      ])
    case 'plan':
      return told([
        ['Period', 'Periode', item.plan.period.name],
        ['Status', 'Status SKP', both(PlanStatus, item.status)],
        ['Indicator', 'Indikator', item.plan.content?.indicator?.name],
        ['Points', 'Poin', item.plan.content?.points?.toString()],
        ['Handed in', 'Pengajuan', item.plan.late ? 'Late · Terlambat' : null],
      ])
    case 'observation':
      return told([
        ['Cycle', 'Siklus', String(item.observation.number)],
        ['Status', 'Status', both(ObservationStatus, item.status)],
        ['Lesson', 'Pelajaran', item.observation.content?.preparation.lesson],
        ['Place', 'Tempat', item.observation.content?.preparation.place],
        ['Observed on', 'Hari observasi', dayText(item.observation.content?.sheet?.observedOn)],
      ])
    case 'evidence':
      return told([
        ['Kind', 'Jenis', both(EvidenceKind, item.evidence.kind)],
        ['Of', 'Untuk', both(EvidenceSubject, item.evidence.subject)],
        ['Status', 'Status', both(EvidenceStatus, item.status)],
        ['Date', 'Tanggal', dayText(item.evidence.date)],
      ])
    case 'appraisal':
      return told([
        ['Status', 'Status penilaian', both(AppraisalStatus, item.status)],
        ['Predicate', 'Predikat kinerja', predicateOf(item, both)],
        ['Objection until', 'Batas keberatan', dayText(item.appraisal.objectionUntil)],
      ])
    case 'more':
      return []
  }
}

type Named<Value extends string> = (of: Enum<Value>, value: Open<Value>) => string

const english = <Value extends string>(of: Enum<Value>, value: Open<Value>) => label<Value>(of, value, 'en')

const both = <Value extends string>(of: Enum<Value>, value: Open<Value>) =>
  [...new Set([label<Value>(of, value, 'en'), label<Value>(of, value, 'id')])].join(' · ')

// What is known of an appraisal's result is what it is now.
function predicateOf(
  { appraisal, status }: Extract<Item, { kind: 'appraisal' }>,
  named: Named<Predicate> = english,
): string | null {
  const predicate = appraisal.content?.predicate
  return predicate && status === appraisal.status ? named(Predicate, predicate) : null
}

const postOf = ({ position, basis }: Pick<Card | Superior, 'position' | 'basis'>) =>
  basis === Basis.ACTING ? `Acting ${english(Position, position).toLowerCase()}` : english(Position, position)

function placeOf(item: Item): string | undefined {
  if (item.kind === 'superior') return item.superior.place
  return item.kind === 'person' ? (item.card.school ?? item.card.office)?.name : undefined
}

const dayText = (day: string | null | undefined) => (day ? spoken(day) : null)

const span = ({ from, until }: { readonly from: string; readonly until: string | null }) =>
  [
    ['From', 'Sejak', spoken(from)],
    ['Until', 'Sampai', until ? spoken(until) : 'Open · Masih berlaku'],
  ] as const

type Told = readonly [name: string, term: string, value: string | null | undefined]

const told = (fields: readonly Told[]): Field[] =>
  fields.flatMap(([name, term, value]) => (value ? [{ name, term, value }] : []))
