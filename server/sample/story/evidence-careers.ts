import { EvidenceAction } from '../../generated/schema.ts'
import type { Step } from './act.ts'

const { ATTACH, REPLACE, VERIFY, QUESTION, WITHDRAW } = EvidenceAction

const attached: readonly Step<EvidenceAction>[] = [[ATTACH, 0]]
const questioned: readonly Step<EvidenceAction>[] = [...attached, [QUESTION, 2]]

/** What a piece of evidence goes through; the piece that replaces it goes on in its place. */
export const evidenceCareers = {
  attached,
  verified: [...attached, [VERIFY, 2]],
  questioned,
  withdrawn: [...attached, [WITHDRAW, 1]],
  replaced: [...questioned, [REPLACE, 2], [VERIFY, 2]],
} as const satisfies Readonly<Record<string, readonly Step<EvidenceAction>[]>>

export type EvidenceCareer = keyof typeof evidenceCareers
