import { attach, replace } from '../../evidence/attach.ts'
import type { Document } from '../../evidence/document.ts'
import type { Subject } from '../../evidence/subject.ts'
import { takeStep } from '../../evidence/take-step.ts'
import { workflow } from '../../evidence/workflow.ts'
import { EvidenceAction, EvidenceKind, EvidenceRule, EvidenceSubject } from '../../generated/schema.ts'
import { rulesOf } from '../../period/period-code.ts'
import { type Act, type Course, doerOf, made } from './act.ts'
import { type EvidenceCareer, evidenceCareers } from './evidence-careers.ts'
import type { Shelf } from './shelf.ts'
import { documents, words } from './words.ts'

/** The acts of a piece of evidence. */
export function* evidenceActs(course: Course, career: EvidenceCareer, superior: string, shelf: Shelf): Generator<Act> {
  const { post, random, clock } = course
  const proved = subjectOf(course)
  let [piece, version] = [undefined as string | undefined, 0]
  for (const [action, days] of evidenceCareers[career]) {
    const at = clock.after(days)
    const { mutation } = workflow[action]
    const viewer = doerOf(mutation, post, superior, at)
    if (!viewer) return
    const note = action === EvidenceAction.QUESTION ? random.pick(words.questioning) : null
    const brings = action === EvidenceAction.ATTACH || action === EvidenceAction.REPLACE
    const document = brings ? documentOf(course, at, shelf) : undefined
    const asked = { action, version, note }
    version = brings ? 1 : version + 1
    yield {
      at,
      viewer,
      action: mutation,
      type: 'Evidence',
      course,
      async work(em, viewer, now) {
        const { subject, key } = proved
        const what: Subject = { ...nothing, subject, ...(key ?? { observation: made(course.observation) }) }
        const taken = !document
          ? await takeStep(em, viewer, { evidence: made(piece), ...asked }, now)
          : action === EvidenceAction.ATTACH
            ? await attach(em, viewer, { plan: made(course.plan), subject: what, document }, now)
            : await replace(em, viewer, { evidence: made(piece), ...asked, document }, now)
        piece = taken.evidence
        return [taken.owner]
      },
    }
  }
}

const nothing = { activity: null, duty: null, observation: null }

/** What of the plan is proved; null stands for the newest cycle, whose key is not known yet. */
function subjectOf({ content, random }: Course): { subject: EvidenceSubject; key: Partial<Subject> | null } {
  const [duty] = content.duties
  if (content.activities.length)
    return { subject: EvidenceSubject.ACTIVITY, key: { activity: random.pick(content.activities).activity } }
  if (duty && random.chance(0.5)) return { subject: EvidenceSubject.DUTY, key: { duty: duty.name } }
  return { subject: EvidenceSubject.OBSERVATION, key: null }
}

/** A document of the day before: a file where the period takes files, else where it is to be seen. */
function documentOf({ post, period, random }: Course, at: Date, shelf: Shelf): Document {
  const [title, issuer, signerRole] = random.pick(documents)
  const date = new Date(at.getTime() - 86_400_000).toISOString().slice(0, 10)
  const isFile = rulesOf(period).evidence === EvidenceRule.UPLOAD
  const isLink = !isFile && random.chance(0.5)
  return {
    kind: title.startsWith('Laporan') ? EvidenceKind.REPORT : EvidenceKind.CERTIFICATE,
    title,
    issuer,
    signer: signerRole ? 'Drs. Slamet Raharjo' : null,
    signerRole,
    date,
    sha256: isFile ? shelf.add(post.person, [title, post.name, issuer, date]) : null,
    link: isLink ? `https://drive.example.id/bukti/${period}/${random.between(10_000, 99_999)}` : null,
    statement: isFile || isLink ? null : 'Dokumen asli disimpan di ruang tata usaha, map hijau.',
  }
}
