import { textOf } from './apply.ts'
import { calendars, dayOf, type Period } from './calendar.ts'
import type { Owner } from './cast.ts'
import type { Words } from './deeds.ts'
import { type Attempt, behavioursOf, type Content, type Model, preparedIn, versionFor } from './model.ts'

/** What a semester is about: ids, and the files that its owner has. */
export interface Ground {
  readonly owner: Owner
  readonly period: Period
  readonly office: string
  readonly assignment: string
  /** Of the catalogue: one that both positions can plan. */
  readonly activity: string
  /** The digests of the files that can be sent, and of one that never is. */
  readonly digests: readonly string[]
  readonly unsent: string
  readonly ids: { plan: string; readonly cycles: string[]; readonly pieces: string[]; appraisal: string }
}

const unknown = '01890000-0000-7000-8000-000000000000'
export const nothing = { plan: `pln_${unknown}`, appraisal: `apr_${unknown}` }

const indicators = { Sari: 'POSITIVE_DISCIPLINE', Budi: 'VISION_AND_MISSION' } as const
const values = ['SERVICE', 'ACCOUNTABLE', 'COMPETENT', 'HARMONIOUS', 'LOYAL', 'ADAPTIVE', 'COLLABORATIVE'] as const

/** Says an attempt in the words of the contract. */
export function wordsFor(model: Model, attempt: Attempt, ground: Ground): Words {
  const { owner, period, ids, assignment } = ground
  const { actor, back, off, note, result, behaviour, tells, levels } = attempt
  const day = dayOf(model.now)
  const content = contentOf(ground, attempt.content)
  return {
    plan: ids.plan,
    observation: ids.cycles.at(-1 - back) ?? `obs_${unknown}`,
    evidence: ids.pieces.at(-1 - back) ?? `evd_${unknown}`,
    appraisal: ids.appraisal,
    version: versionFor(model, attempt) + off,
    day,
    begin: { assignment, period, content },
    content,
    preparation: preparationOf(owner, day, preparedIn(model, attempt.preparation), attempt.preparation),
    schedule: scheduleOn(day),
    sheet: sheetOf(owner, day, model, attempt),
    hasSheet: levels !== null,
    text: note === null ? null : textOf(actor, note),
    subject: subjectOf(ground, attempt.subject),
    document: documentOf(ground, day, attempt),
    judgement: judgementOf(attempt),
    decision: { result, behaviour },
    told: tells ? 'kata-sebab' : null,
    organisation: { office: ground.office, period, grade: 'GOOD', version: 0 },
  }
}

const behaviourOf = (owner: Owner, number: number) => `beh_${indicators[owner]}.${number}`

const contentOf = ({ owner, period, activity }: Ground, content: Content) => ({
  indicator: `ind_${indicators[owner]}`,
  behaviours: behavioursOf[content].map((number) => behaviourOf(owner, number)),
  activities: calendars[period].uploads ? [{ activity, times: 4 }] : [],
  duties: owner === 'Sari' ? [{ name: 'Wali kelas', decree: '800/12' }] : [],
})

const scheduleOn = (day: string) => ({ startsAt: `${day}T05:30:00.000Z`, place: 'Kelas 5B' })

const preparationOf = (
  owner: Owner,
  day: string,
  numbers: readonly number[],
  preparation: Attempt['preparation'],
): Words['preparation'] => ({
  mode: 'DIRECT',
  behaviours: numbers.map((number) => behaviourOf(owner, number)),
  efforts: ['kata-modul'],
  schedule: preparation === 'half' ? null : scheduleOn(day),
})

/** A sheet says of which cycle it is, so that it is known wherever it turns up. */
function sheetOf(owner: Owner, day: string, { cycles }: Model, { back, levels }: Attempt): Words['sheet'] {
  const cycle = cycles.length - 1 - back
  const behaviours = cycles[cycle]?.behaviours ?? []
  const ratings = behaviours.flatMap((number, index) => {
    const level = levels?.[index]
    return level ? [{ behaviour: behaviourOf(owner, number), level, note: `lembar-${cycle}` }] : []
  })
  return { observedOn: day, ratings, recommendation: `lembar-${cycle}` }
}

function subjectOf({ ids, activity }: Ground, subject: Attempt['subject']): Words['subject'] {
  const observation = ids.cycles.at(-1) ?? `obs_${unknown}`
  if (subject === 'activity') return { activity }
  if (subject === 'observation') return { observation }
  if (subject === 'followUp') return { followUp: observation }
  if (subject === 'another observation') return { observation: `obs_${unknown}` }
  return { duty: subject === 'duty' ? 'Wali kelas' : 'Kepala laboratorium' }
}

/** Where a document of a period is: the file of that number, a link or a statement. */
export const placeOf = ({ period, digests }: Pick<Ground, 'period' | 'digests'>, file: number) => {
  if (calendars[period].uploads) return { sha256: digests[file] ?? '' }
  return file === 0 ? { statement: 'kata-map' } : { link: `https://drive.example.id/kata-${file}` }
}

function documentOf(ground: Ground, day: string, { document, file }: Attempt): Words['document'] {
  const { period, unsent } = ground
  const card = { kind: 'CERTIFICATE', title: 'kata-sertifikat', issuer: 'MGMP Matematika', date: day } as const
  if (document === 'of another period') return { ...card, ...placeOf(ground, file), date: '2023-12-31' }
  if (!calendars[period].uploads && document === 'of another kind') return { ...card, sha256: unsent }
  if (document === 'of another kind') return { ...card, statement: 'kata-map' }
  if (calendars[period].uploads && document === 'never sent') return { ...card, sha256: unsent }
  return { ...card, ...placeOf(ground, file) }
}

const judgementOf = ({ judgement }: Attempt): Words['judgement'] => ({
  reflection: 'nilai-refleksi',
  learning: 'nilai-belajar',
  practice: judgement.isWhole ? 'nilai-praktik' : null,
  result: judgement.result,
  deviation: judgement.explains ? 'nilai-alasan' : null,
  values: values.map((value) => ({ value, rating: 'MEETS' as const })),
  behaviour: judgement.behaviour,
})
