/** The four workflows once more, as the contract tells them, whatever the server's own tables say. */

/** What somebody can be to a semester. */
export type Party = 'owner' | 'appraiser' | 'team' | 'superior' | 'observer' | 'operator'

/** When a step may be taken. */
export type Season = 'planning' | 'execution' | 'reflection' | 'appraisal' | 'period' | 'always'

interface Rule {
  /** From where; nowhere: it begins something. */
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Party[]
  readonly on: Season
  readonly tells?: readonly Party[]
  readonly as?: string
}

const underway = ['PREPARING', 'PROPOSED', 'OFFERED', 'SCHEDULED', 'OBSERVING']
const movable = ['PROPOSED', 'OFFERED', 'SCHEDULED']
const raters = ['appraiser', 'team'] as const

/** Every step of a semester, as `NOUN.ACTION`; a principal's goes another way than a teacher's. */
const rulesOf = (isPrincipal: boolean) => {
  const ripe = isPrincipal ? ['CLARIFIED'] : ['SUBMITTED', 'IN_REVIEW']
  const reviewer: Party = isPrincipal ? 'team' : 'appraiser'
  const decider: Party = isPrincipal ? 'appraiser' : 'superior'
  return {
    'PLAN.DRAFT': { from: [], to: 'DRAFT', by: ['owner'], on: 'planning' },
    'PLAN.SAVE': { from: ['DRAFT'], to: 'DRAFT', by: ['owner'], on: 'planning' },
    'PLAN.SUBMIT': {
      ...{ from: ['DRAFT'], to: 'SUBMITTED', by: ['owner'], on: 'planning' },
      ...{ tells: [reviewer], as: 'PLAN_SUBMITTED' },
    },
    'PLAN.WITHDRAW': {
      ...{ from: ['SUBMITTED'], to: 'DRAFT', by: ['owner'], on: 'period' },
      ...{ tells: [reviewer], as: 'PLAN_WITHDRAWN' },
    },
    'PLAN.REVIEW': { from: ['SUBMITTED'], to: 'IN_REVIEW', by: ['appraiser', 'team'], on: 'period' },
    'PLAN.CLARIFY': {
      ...{ from: isPrincipal ? ['SUBMITTED', 'IN_REVIEW'] : [], to: 'CLARIFIED', by: ['team'], on: 'period' },
      ...{ tells: ['appraiser', 'owner'], as: 'PLAN_CLARIFIED' },
    },
    'PLAN.APPROVE': {
      ...{ from: ripe, to: 'AGREED', by: ['appraiser'], on: 'period', tells: ['owner'], as: 'PLAN_AGREED' },
    },
    'PLAN.ADJUST': {
      ...{ from: ripe, to: 'ADJUSTED', by: ['appraiser'], on: 'period', tells: ['owner'], as: 'PLAN_ADJUSTED' },
    },
    'PLAN.AGREE': {
      ...{ from: ['ADJUSTED'], to: 'AGREED', by: ['owner'], on: 'period', tells: ['appraiser'], as: 'PLAN_AGREED' },
    },
    'PLAN.SEND_BACK': {
      ...{ from: ['ADJUSTED'], to: 'SUBMITTED', by: ['owner'], on: 'period' },
      ...{ tells: ['appraiser', 'team'], as: 'PLAN_SENT_BACK' },
    },
    'PLAN.REQUEST_RESET': { from: ['AGREED'], to: 'RESET_REQUESTED', by: ['owner'], on: 'period' },
    'PLAN.GRANT_RESET': {
      ...{ from: ['RESET_REQUESTED'], to: 'DRAFT', by: ['operator'], on: 'period' },
      ...{ tells: ['owner', 'appraiser'], as: 'PLAN_RESET' },
    },
    'PLAN.REFUSE_RESET': {
      ...{ from: ['RESET_REQUESTED'], to: 'AGREED', by: ['operator'], on: 'period' },
      ...{ tells: ['owner'], as: 'PLAN_RESET_REFUSED' },
    },
    'OBSERVATION.PREPARE': { from: [], to: 'PREPARING', by: ['owner'], on: 'execution' },
    'OBSERVATION.SAVE': { from: ['PREPARING'], to: 'PREPARING', by: ['owner'], on: 'execution' },
    'OBSERVATION.PROPOSE': {
      ...{ from: ['PREPARING'], to: 'PROPOSED', by: ['owner'], on: 'execution' },
      ...{ tells: ['observer'], as: 'OBSERVATION_PROPOSED' },
    },
    'OBSERVATION.AGREE': {
      ...{ from: ['PROPOSED'], to: 'SCHEDULED', by: ['observer'], on: 'execution' },
      ...{ tells: ['owner'], as: 'OBSERVATION_SCHEDULED' },
    },
    'OBSERVATION.OFFER': {
      ...{ from: movable, to: 'OFFERED', by: ['observer'], on: 'execution' },
      ...{ tells: ['owner'], as: 'OBSERVATION_RESCHEDULED' },
    },
    'OBSERVATION.ACCEPT': {
      ...{ from: ['OFFERED'], to: 'SCHEDULED', by: ['owner'], on: 'execution' },
      ...{ tells: ['observer'], as: 'OBSERVATION_SCHEDULED' },
    },
    'OBSERVATION.RESCHEDULE': {
      ...{ from: movable, to: 'PROPOSED', by: ['owner'], on: 'execution' },
      ...{ tells: ['observer'], as: 'OBSERVATION_RESCHEDULED' },
    },
    'OBSERVATION.CANCEL': {
      ...{ from: underway, to: 'CANCELLED', by: ['owner', 'observer'], on: 'period' },
      ...{ tells: ['owner', 'observer'], as: 'OBSERVATION_CANCELLED' },
    },
    'OBSERVATION.RECORD': { from: ['SCHEDULED', 'OBSERVING'], to: 'OBSERVING', by: ['observer'], on: 'execution' },
    'OBSERVATION.FINISH': { from: ['SCHEDULED', 'OBSERVING'], to: 'OBSERVED', by: ['observer'], on: 'execution' },
    'OBSERVATION.SHARE': {
      ...{ from: ['OBSERVED'], to: 'SHARED', by: ['observer'], on: 'execution' },
      ...{ tells: ['owner'], as: 'OBSERVATION_SHARED' },
    },
    'OBSERVATION.DISCUSS': {
      ...{ from: ['SHARED'], to: 'DISCUSSED', by: ['observer'], on: 'execution' },
      ...{ tells: ['owner'], as: 'OBSERVATION_DISCUSSED' },
    },
    'OBSERVATION.FOLLOW_UP': {
      ...{ from: ['DISCUSSED', 'FOLLOWING_UP'], to: 'FOLLOWING_UP', by: ['owner'], on: 'execution' },
      ...{ tells: ['observer'], as: 'OBSERVATION_FOLLOWED_UP' },
    },
    'OBSERVATION.REFLECT': {
      ...{ from: ['FOLLOWING_UP'], to: 'REFLECTED', by: ['owner'], on: 'reflection' },
      ...{ tells: ['observer'], as: 'OBSERVATION_REFLECTED' },
    },
    'OBSERVATION.CONCLUDE': {
      ...{ from: ['REFLECTED'], to: 'COMPLETED', by: ['observer'], on: 'reflection' },
      ...{ tells: ['owner'], as: 'OBSERVATION_COMPLETED' },
    },
    'EVIDENCE.ATTACH': {
      ...{ from: [], to: 'ATTACHED', by: ['owner'], on: 'period', tells: ['appraiser'], as: 'EVIDENCE_ATTACHED' },
    },
    // another piece is attached with it
    'EVIDENCE.REPLACE': {
      ...{ from: ['ATTACHED', 'QUESTIONED'], to: 'REPLACED', by: ['owner'], on: 'period' },
      ...{ tells: ['appraiser'], as: 'EVIDENCE_ATTACHED' },
    },
    'EVIDENCE.VERIFY': {
      ...{ from: ['ATTACHED', 'QUESTIONED'], to: 'VERIFIED', by: ['appraiser'], on: 'period' },
      ...{ tells: ['owner'], as: 'EVIDENCE_VERIFIED' },
    },
    'EVIDENCE.QUESTION': {
      ...{ from: ['ATTACHED', 'VERIFIED'], to: 'QUESTIONED', by: ['appraiser'], on: 'period' },
      ...{ tells: ['owner'], as: 'EVIDENCE_QUESTIONED' },
    },
    'EVIDENCE.WITHDRAW': { from: ['ATTACHED', 'QUESTIONED'], to: 'WITHDRAWN', by: ['owner'], on: 'period' },
    'APPRAISAL.DRAFT': { from: [], to: 'DRAFT', by: raters, on: 'appraisal' },
    'APPRAISAL.SAVE': { from: ['DRAFT'], to: 'DRAFT', by: raters, on: 'appraisal' },
    'APPRAISAL.RECOMMEND': {
      ...{ from: ['DRAFT'], to: 'RECOMMENDED', by: raters, on: 'appraisal' },
      ...{ tells: [decider], as: 'APPRAISAL_RECOMMENDED' },
    },
    'APPRAISAL.RETURN': {
      ...{ from: ['RECOMMENDED'], to: 'DRAFT', by: ['appraiser', 'superior'], on: 'always' },
      ...{ tells: raters, as: 'APPRAISAL_RETURNED' },
    },
    'APPRAISAL.DECIDE': {
      ...{ from: isPrincipal ? ['RECOMMENDED'] : [], to: 'FINAL', by: ['appraiser'], on: 'always' },
      ...{ tells: ['owner', 'team'], as: 'APPRAISAL_FINAL' },
    },
    // taken by whoever sets the predicate of the organisation, which is no step of the appraisal
    'APPRAISAL.FINALIZE': {
      ...{ from: isPrincipal ? [] : ['RECOMMENDED'], to: 'FINAL', by: [], on: 'always' },
      ...{ tells: ['owner', 'appraiser'], as: 'APPRAISAL_FINAL' },
    },
    'APPRAISAL.OBJECT': {
      ...{ from: ['FINAL'], to: 'OBJECTED', by: ['owner'], on: 'always' },
      ...{ tells: ['superior', 'appraiser', 'team'], as: 'APPRAISAL_OBJECTED' },
    },
    'APPRAISAL.ANSWER': {
      ...{ from: ['OBJECTED'], to: 'OBJECTED', by: ['appraiser'], on: 'always' },
      ...{ tells: ['superior', 'owner'], as: 'OBJECTION_ANSWERED' },
    },
    'APPRAISAL.DECIDE_OBJECTION': {
      ...{ from: ['OBJECTED'], to: 'DECIDED', by: ['superior'], on: 'always' },
      ...{ tells: ['owner', 'appraiser', 'team'], as: 'OBJECTION_DECIDED' },
    },
  } as const satisfies Readonly<Record<string, Rule>>
}

export type Step = keyof ReturnType<typeof rulesOf>

const [ofTeacher, ofPrincipal] = [rulesOf(false), rulesOf(true)] as Readonly<Record<Step, Rule>>[] as [
  Readonly<Record<Step, Rule>>,
  Readonly<Record<Step, Rule>>,
]

export const steps = Object.keys(ofTeacher) as Step[]

export const ruleOf = (owner: 'Sari' | 'Budi', step: Step): Rule => (owner === 'Budi' ? ofPrincipal : ofTeacher)[step]
