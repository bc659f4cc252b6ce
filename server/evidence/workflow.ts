import type { MutationName } from '../access/policy.ts'
import { EvidenceAction, EvidenceStatus, NotificationKind } from '../generated/schema.ts'

/** Who is told of a step. */
export type Recipient = 'OWNER' | 'APPRAISER'

/** A step of the workflow. Who may take it says the policy, under the name of its mutation. */
export interface Step {
  readonly mutation: MutationName
  /** From where; nowhere: there is no evidence yet. */
  readonly from: readonly EvidenceStatus[]
  readonly to: EvidenceStatus
  readonly tells?: { readonly whom: Recipient; readonly as: NotificationKind }
}

const { ATTACHED, VERIFIED, QUESTIONED, REPLACED, WITHDRAWN } = EvidenceStatus
const { EVIDENCE_ATTACHED, EVIDENCE_VERIFIED, EVIDENCE_QUESTIONED } = NotificationKind

/** Every step there is, of one piece; the piece that replaces another is attached. */
export const workflow: Readonly<Record<EvidenceAction, Step>> = {
  [EvidenceAction.ATTACH]: {
    mutation: 'attachEvidence',
    from: [],
    to: ATTACHED,
    tells: { whom: 'APPRAISER', as: EVIDENCE_ATTACHED },
  },
  [EvidenceAction.REPLACE]: { mutation: 'replaceEvidence', from: [ATTACHED, QUESTIONED], to: REPLACED },
  [EvidenceAction.VERIFY]: {
    mutation: 'verifyEvidence',
    from: [ATTACHED, QUESTIONED],
    to: VERIFIED,
    tells: { whom: 'OWNER', as: EVIDENCE_VERIFIED },
  },
  [EvidenceAction.QUESTION]: {
    mutation: 'questionEvidence',
    from: [ATTACHED, VERIFIED],
    to: QUESTIONED,
    tells: { whom: 'OWNER', as: EVIDENCE_QUESTIONED },
  },
  [EvidenceAction.WITHDRAW]: { mutation: 'withdrawEvidence', from: [ATTACHED, QUESTIONED], to: WITHDRAWN },
}

/** Whose turn it is. */
export const turns: Readonly<Record<Recipient, EvidenceStatus>> = { OWNER: QUESTIONED, APPRAISER: ATTACHED }
