import type {
  AppraisalContentInput,
  CallOptions,
  Client,
  DecideAppraisalInput,
  DraftPlanInput,
  EvidenceDocumentInput,
  EvidenceSubjectInput,
  ObservationPreparationInput,
  ObservationScheduleInput,
  ObservationSheetInput,
  PlanContentInput,
  SetOrganisationPredicateInput,
} from '../../sdk/index.ts'
import type { Action } from './model.ts'

/** What an attempt says, in the words of the contract. */
export interface Words {
  readonly plan: string
  readonly observation: string
  readonly evidence: string
  readonly appraisal: string
  readonly version: number
  readonly day: string
  readonly begin: DraftPlanInput
  readonly content: PlanContentInput
  readonly preparation: ObservationPreparationInput
  readonly schedule: ObservationScheduleInput
  readonly sheet: ObservationSheetInput
  /** Whether a sheet is sent where none is needed. */
  readonly hasSheet: boolean
  readonly text: string | null
  readonly subject: EvidenceSubjectInput
  readonly document: EvidenceDocumentInput
  readonly judgement: AppraisalContentInput
  readonly decision: Pick<DecideAppraisalInput, 'result' | 'behaviour'>
  /** Why, or how the appraiser was heard; null: it is not told. */
  readonly told: string | null
  readonly organisation: SetOrganisationPredicateInput
}

// what is said in plans, and in all that follows: each is heard by others
const because = { reason: 'rencana-alasan' }
const reason = 'kata-alasan'

const discussion = {
  keep: 'kata-sapaan',
  improve: 'kata-menunggu',
  awareness: 'AWARE_OF_DIFFICULTY',
  goal: 'Semua murid berbicara',
  effort: 'Belajar dari rekan sejawat',
} as const
const reflection = { achieved: 'kata-tercapai', next: 'Kelompok kecil' }

type Deed = (client: Client, words: Words, options: CallOptions) => Promise<unknown>

const plan = ({ plan, version }: Words) => ({ plan, version })
const observation = ({ observation, version }: Words) => ({ observation, version })
const evidence = ({ evidence, version }: Words) => ({ evidence, version })
const appraisal = ({ appraisal, version }: Words) => ({ appraisal, version })

/** How each is done. */
export const deeds: Readonly<Record<Action, Deed>> = {
  'PLAN.DRAFT': (client, { begin }, o) => client.draftPlan({ input: begin }, o),
  'PLAN.SAVE': (client, w, o) => client.savePlan({ input: { ...plan(w), content: w.content } }, o),
  'PLAN.SUBMIT': (client, w, o) => client.submitPlan({ input: plan(w) }, o),
  'PLAN.WITHDRAW': (client, w, o) => client.withdrawPlan({ input: plan(w) }, o),
  'PLAN.REVIEW': (client, w, o) => client.reviewPlan({ input: plan(w) }, o),
  'PLAN.CLARIFY': (client, w, o) => client.clarifyPlan({ input: plan(w) }, o),
  'PLAN.APPROVE': (client, w, o) => client.approvePlan({ input: plan(w) }, o),
  'PLAN.ADJUST': (client, w, o) =>
    client.adjustPlan(
      { input: { ...plan(w), content: w.content, notes: [{ item: 'BEHAVIOUR', note: 'rencana-perlu' }] } },
      o,
    ),
  'PLAN.AGREE': (client, w, o) => client.agreeToPlan({ input: plan(w) }, o),
  'PLAN.SEND_BACK': (client, w, o) => client.sendBackPlan({ input: { ...plan(w), ...because } }, o),
  'PLAN.REQUEST_RESET': (client, w, o) => client.requestPlanReset({ input: { ...plan(w), ...because } }, o),
  'PLAN.GRANT_RESET': (client, w, o) => client.grantPlanReset({ input: plan(w) }, o),
  'PLAN.REFUSE_RESET': (client, w, o) => client.refusePlanReset({ input: { ...plan(w), ...because } }, o),
  'OBSERVATION.PREPARE': (client, { plan, preparation }, o) =>
    client.prepareObservation({ input: { plan, preparation } }, o),
  'OBSERVATION.SAVE': (client, w, o) =>
    client.saveObservation({ input: { ...observation(w), preparation: w.preparation } }, o),
  'OBSERVATION.PROPOSE': (client, w, o) => client.proposeObservation({ input: observation(w) }, o),
  'OBSERVATION.AGREE': (client, w, o) => client.agreeToObservation({ input: observation(w) }, o),
  'OBSERVATION.OFFER': (client, w, o) =>
    client.offerObservation({ input: { ...observation(w), schedule: w.schedule, reason } }, o),
  'OBSERVATION.ACCEPT': (client, w, o) => client.acceptObservation({ input: observation(w) }, o),
  'OBSERVATION.RESCHEDULE': (client, w, o) =>
    client.rescheduleObservation({ input: { ...observation(w), schedule: w.schedule, reason } }, o),
  'OBSERVATION.CANCEL': (client, w, o) => client.cancelObservation({ input: { ...observation(w), reason } }, o),
  'OBSERVATION.RECORD': (client, w, o) => client.recordObservation({ input: { ...observation(w), sheet: w.sheet } }, o),
  'OBSERVATION.FINISH': (client, w, o) =>
    client.finishObservation({ input: { ...observation(w), sheet: w.hasSheet ? w.sheet : null } }, o),
  'OBSERVATION.SHARE': (client, w, o) => client.shareObservation({ input: observation(w) }, o),
  'OBSERVATION.DISCUSS': (client, w, o) => client.discussObservation({ input: { ...observation(w), discussion } }, o),
  'OBSERVATION.FOLLOW_UP': (client, w, o) => {
    const followUp = { effort: 'kata-upaya', source: 'Rekan sejawat', place: 'ELSEWHERE', on: w.day } as const
    return client.followUpObservation({ input: { ...observation(w), followUp } }, o)
  },
  'OBSERVATION.REFLECT': (client, w, o) => client.reflectOnObservation({ input: { ...observation(w), reflection } }, o),
  'OBSERVATION.CONCLUDE': (client, w, o) =>
    client.concludeObservation({ input: { ...observation(w), awareness: 'AWARE_OF_IMPACT', note: 'kata-lanjut' } }, o),
  'EVIDENCE.ATTACH': (client, { plan, subject, document }, o) =>
    client.attachEvidence({ input: { plan, subject, document } }, o),
  'EVIDENCE.REPLACE': (client, w, o) => client.replaceEvidence({ input: { ...evidence(w), document: w.document } }, o),
  'EVIDENCE.VERIFY': (client, w, o) => client.verifyEvidence({ input: evidence(w) }, o),
  'EVIDENCE.QUESTION': (client, w, o) => client.questionEvidence({ input: { ...evidence(w), reason } }, o),
  'EVIDENCE.WITHDRAW': (client, w, o) => client.withdrawEvidence({ input: evidence(w) }, o),
  'APPRAISAL.DRAFT': (client, { plan, judgement }, o) =>
    client.draftAppraisal({ input: { plan, content: judgement } }, o),
  'APPRAISAL.SAVE': (client, w, o) => client.saveAppraisal({ input: { ...appraisal(w), content: w.judgement } }, o),
  'APPRAISAL.RECOMMEND': (client, w, o) => client.recommendAppraisal({ input: appraisal(w) }, o),
  'APPRAISAL.RETURN': (client, w, o) =>
    client.returnAppraisal({ input: { ...appraisal(w), reason: 'nilai-kembali' } }, o),
  'APPRAISAL.DECIDE': (client, w, o) =>
    client.decideAppraisal({ input: { ...appraisal(w), ...w.decision, reason: w.told } }, o),
  'APPRAISAL.OBJECT': (client, w, o) => client.objectToAppraisal({ input: { ...appraisal(w), reason } }, o),
  'APPRAISAL.ANSWER': (client, w, o) => client.answerObjection({ input: { ...appraisal(w), reason } }, o),
  'APPRAISAL.DECIDE_OBJECTION': (client, w, o) =>
    client.decideObjection({ input: { ...appraisal(w), ...w.decision, reason, hearing: w.told } }, o),
  NOTE: (client, w, o) => client.writeObserverNote({ input: { ...observation(w), text: w.text } }, o),
  ORGANISATION: (client, { organisation, version }, o) =>
    client.setOrganisationPredicate({ input: { ...organisation, version } }, o),
}
