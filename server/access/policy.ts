import type { Mutation, Scope, ViewerRole } from '../generated/schema.ts'

/** What a viewer can be to a row; SIGNED_IN and ANYBODY are what he is to every row. */
export const relations = {
  SELF: 'the person himself',
  SUPERVISOR: 'above in the tree of appraisers (pejabat penilai kinerja), however far, on the day',
  APPRAISER: 'directly above in the tree of appraisers (atasan langsung), on the day',
  SUPERIOR: 'directly above who appraises (atasan pejabat penilai), or head of the office, on the day',
  WORK_TEAM: 'on the work team (Tim Kerja) to which the assignment is given, on the day',
  OFFICE_ADMIN:
    'admin (pegawai dinas) of the office, of the one above it, or of the one that runs the school, on the day',
  INTEGRATION: 'a program whose key is for the office, for the one above it, or for the one that runs the school',
  ANALYST: 'an analyst',
  OPERATOR: 'an operator',
  SIGNED_IN: 'whoever is signed in',
  ANYBODY: 'a stranger',
} as const

export type Relation = keyof typeof relations

/** What a viewer of each role can ever be. */
export const possible: Readonly<Record<`${ViewerRole}`, readonly Relation[]>> = {
  PERSON: ['SELF', 'SUPERVISOR', 'APPRAISER', 'SUPERIOR', 'WORK_TEAM', 'OFFICE_ADMIN'],
  INTEGRATION: ['INTEGRATION'],
  ANALYST: ['ANALYST'],
  OPERATOR: ['OPERATOR'],
}

/** All who have to do with a person's work. */
const concerned = ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'] as const

/** The same, without those for whom the state of things is enough. */
const party = ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'INTEGRATION', 'OPERATOR'] as const

type Groups = Readonly<Record<string, readonly Relation[]>>

/** Who sees a row of each type of the SDL, by groups of its fields. The first group stands for the row itself. */
export const sight = {
  Person: {
    NAME: concerned,
    NUMBERS: ['SELF', 'SUPERVISOR', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'],
    PRIVATE: ['SELF', 'SUPERVISOR', 'OPERATOR'],
  },
  Assignment: { ALL: concerned },
  SupervisionNode: { ALL: concerned },
  // those above an assignment, as whoever sees it may know them
  SupervisionLink: { ALL: concerned },
  Area: { ALL: ['SIGNED_IN'] },
  Office: { ALL: ['SIGNED_IN'] },
  School: { ALL: ['SIGNED_IN'] },
  ReportCardScore: { ALL: ['SIGNED_IN'] },
  Viewer: { ALL: ['SIGNED_IN'] },
  Period: { ALL: ['ANYBODY'] },
  Window: { ALL: ['ANYBODY'] },
  WindowExtension: { ALL: ['SIGNED_IN'] },
  Planning: { ALL: ['SIGNED_IN'] },
  Indicator: { ALL: ['ANYBODY'] },
  TargetBehaviour: { ALL: ['ANYBODY'] },
  Recommendation: { ALL: concerned },
  DevelopmentActivity: { ALL: ['ANYBODY'] },
  AdditionalDuty: { ALL: ['ANYBODY'] },
  Plan: { ALL: concerned },
  PlanContent: { ALL: party },
  PlanActivity: { ALL: party },
  PlanDuty: { ALL: party },
  PlanValue: { ALL: party },
  PlanStep: { ALL: party },
  PlanChange: { ALL: party },
  // the assignments that are counted, and listed as unplanned: nobody is on his own list
  SchoolPlanning: { ALL: ['SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'OPERATOR'] },
  // the assignments that are counted exactly; analysts are told of all, protected
  AnalyticsCell: { ALL: ['SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN', 'INTEGRATION', 'ANALYST', 'OPERATOR'] },
  Evidence: { ALL: party },
  EvidenceStep: { ALL: party },
  Observation: { ALL: concerned },
  ObservationContent: { ALL: party },
  ObservationPreparation: { ALL: party },
  // SELF once it is shared
  ObservationSheet: { ALL: party },
  BehaviourRating: { ALL: party },
  ExampleRating: { ALL: party },
  ObservationDiscussion: { ALL: party },
  FollowUp: { ALL: party },
  ObservationReflection: { ALL: party },
  ObservationConclusion: { ALL: party },
  ObservationStep: { ALL: party },
  ObservationChange: { ALL: party },
  // SELF is who wrote it: an observer, never the observed
  ObserverNote: { ALL: ['SELF'] },
  Notification: { ALL: ['SELF'] },
  // SELF and INTEGRATION once it is given
  Appraisal: { ALL: concerned },
  AppraisalContent: { ALL: party },
  ObservedLevels: { ALL: party },
  ResultSuggestion: { ALL: party },
  ValueRating: { ALL: party },
  CreditPoints: { ALL: party },
  Consequence: { ALL: party },
  ExplanationFact: { ALL: party },
  AppraisalStep: { ALL: party },
  OrganisationPredicate: { ALL: ['SIGNED_IN'] },
  // counts what the viewer sees
  Distribution: { ALL: ['SIGNED_IN'] },
  DistributionShare: { ALL: ['SIGNED_IN'] },
  DistributionClause: { ALL: ['SIGNED_IN'] },
  ImportReport: { ALL: ['OPERATOR'] },
  ImportFile: { ALL: ['OPERATOR'] },
  ImportRefusal: { ALL: ['OPERATOR'] },
  // OFFICE_ADMIN to the office that the key is for
  ApiKey: { ALL: ['OFFICE_ADMIN', 'OPERATOR'] },
  AuditEntry: { ALL: ['OPERATOR'] },
  DataExport: { ALL: ['SELF', 'OPERATOR'] },
  DataAccess: { ALL: ['SELF', 'OPERATOR'] },
} as const satisfies Readonly<Record<string, Groups>>

/** Which fields are in which group, for types that have several: each field is in one. */
export const fields = {
  Person: {
    NAME: ['id', 'key', 'name', 'employment', 'rank', 'assignments'],
    NUMBERS: ['nip', 'nuptk'],
    PRIVATE: ['sex', 'birthDate', 'email'],
  },
} as const satisfies { readonly [Type in keyof typeof sight]?: Readonly<Record<string, readonly string[]>> }

/** What an API key must be for, to be INTEGRATION to a row of the type. */
export const scopes = {
  Person: 'SUPERVISION_READ',
  Assignment: 'SUPERVISION_READ',
  SupervisionLink: 'SUPERVISION_READ',
  Plan: 'PLAN_READ',
  PlanContent: 'PLAN_READ',
  PlanStep: 'PLAN_READ',
  SchoolPlanning: 'PLAN_READ',
  AnalyticsCell: 'PLAN_READ',
  Evidence: 'EVIDENCE_READ',
  EvidenceStep: 'EVIDENCE_READ',
  Observation: 'APPRAISAL_READ',
  ObservationContent: 'APPRAISAL_READ',
  ObservationStep: 'APPRAISAL_READ',
  Appraisal: 'APPRAISAL_READ',
  AppraisalContent: 'APPRAISAL_READ',
  AppraisalStep: 'APPRAISAL_READ',
} as const satisfies { readonly [Type in keyof typeof sight]?: `${Scope}` }

export type MutationName = keyof Mutation

const observers = ['APPRAISER', 'WORK_TEAM'] as const

/** Who may do what. */
export const mutations: Readonly<Record<MutationName, readonly Relation[]>> = {
  createApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
  rotateApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
  revokeApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
  draftPlan: ['SELF'],
  savePlan: ['SELF'],
  submitPlan: ['SELF'],
  withdrawPlan: ['SELF'],
  reviewPlan: ['APPRAISER', 'WORK_TEAM'],
  clarifyPlan: ['WORK_TEAM'],
  approvePlan: ['APPRAISER'],
  adjustPlan: ['APPRAISER'],
  agreeToPlan: ['SELF'],
  sendBackPlan: ['SELF'],
  requestPlanReset: ['SELF'],
  grantPlanReset: ['OPERATOR'],
  refusePlanReset: ['OPERATOR'],
  attachEvidence: ['SELF'],
  replaceEvidence: ['SELF'],
  withdrawEvidence: ['SELF'],
  verifyEvidence: ['APPRAISER'],
  questionEvidence: ['APPRAISER'],
  prepareObservation: ['SELF'],
  saveObservation: ['SELF'],
  proposeObservation: ['SELF'],
  // APPRAISER or WORK_TEAM: whichever observes
  agreeToObservation: observers,
  offerObservation: observers,
  acceptObservation: ['SELF'],
  rescheduleObservation: ['SELF'],
  cancelObservation: ['SELF', ...observers],
  recordObservation: observers,
  finishObservation: observers,
  shareObservation: observers,
  discussObservation: observers,
  followUpObservation: ['SELF'],
  reflectOnObservation: ['SELF'],
  concludeObservation: observers,
  writeObserverNote: observers,
  importActivityCatalogue: ['OPERATOR'],
  extendWindow: ['OPERATOR'],
  draftAppraisal: ['APPRAISER', 'WORK_TEAM'],
  saveAppraisal: ['APPRAISER', 'WORK_TEAM'],
  recommendAppraisal: ['APPRAISER', 'WORK_TEAM'],
  returnAppraisal: ['APPRAISER', 'SUPERIOR'],
  decideAppraisal: ['APPRAISER'],
  setOrganisationPredicate: ['SUPERIOR'],
  objectToAppraisal: ['SELF'],
  answerObjection: ['APPRAISER'],
  decideObjection: ['SUPERIOR'],
  markNotificationsRead: ['SELF'],
}

/** Who may give an API key which scope. */
export const grants: Readonly<Record<`${Scope}`, readonly Relation[]>> = {
  SUPERVISION_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  PLAN_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  APPRAISAL_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  EVIDENCE_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  IMPORT_WRITE: ['OPERATOR'],
}
