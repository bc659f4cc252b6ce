import { expect, test } from 'vitest'
import type { Relation } from '../server/access/policy.ts'
import { type Attempt, checkTurn } from '../server/evidence/turn.ts'
import { workflow } from '../server/evidence/workflow.ts'
import { EvidenceAction, EvidenceStatus, PlanScope, PlanStatus } from '../server/generated/schema.ts'

const seasons = { from: '2026-01-01', until: '2027-01-01', windows: [], extensions: [] }
const plan = { status: PlanStatus.AGREED, scope: PlanScope.FULL }
const attempt = (action: EvidenceAction, relations: readonly Relation[], more: Partial<Attempt> = {}) => ({
  ...{ action, relations, plan, seasons, version: 1, day: '2026-03-02', inForce: true },
  ...more,
})

/** What is answered: the code of the refusal, or OK. */
function outcome(status: EvidenceStatus | null, asked: Attempt): string {
  try {
    checkTurn(status && { status, version: 1 }, asked)
    return 'OK'
  } catch (error) {
    return String((error as { extensions?: { code?: string } }).extensions?.code)
  }
}

const ofOwner = [EvidenceAction.ATTACH, EvidenceAction.REPLACE, EvidenceAction.WITHDRAW]
const ofSupervisor = [EvidenceAction.VERIFY, EvidenceAction.QUESTION]

test('every step is taken from where the table says, by who the policy says', () => {
  for (const action of Object.values(EvidenceAction)) {
    for (const status of action === EvidenceAction.ATTACH ? [null] : Object.values(EvidenceStatus)) {
      const fits = status === null || workflow[action].from.includes(status)
      const [mine, theirs] = ofOwner.includes(action)
        ? (['SELF', 'APPRAISER'] as const)
        : (['APPRAISER', 'SELF'] as const)
      expect(outcome(status, attempt(action, [mine])), `${action} ${status}`).toBe(fits ? 'OK' : 'CONFLICT')
      for (const other of [theirs, 'SUPERVISOR', 'WORK_TEAM', 'OPERATOR'] as const)
        expect(outcome(status, attempt(action, [other])), `${other} ${action}`).toBe('FORBIDDEN')
      // who sees the state of the plan alone does not know of it
      for (const nobody of [[], ['OFFICE_ADMIN']] as const)
        expect(outcome(status, attempt(action, nobody))).toBe('NOT_FOUND')
    }
  }
})

test('D8: nobody verifies or questions his own evidence, though he appraises himself', () => {
  for (const action of ofSupervisor)
    expect(outcome(EvidenceStatus.ATTACHED, attempt(action, ['SELF', 'APPRAISER', 'SUPERVISOR']))).toBe('FORBIDDEN')
})

test('out of season, after the assignment, or before the plan is agreed, nothing is done', () => {
  const asked = (more: Partial<Attempt>) =>
    outcome(EvidenceStatus.ATTACHED, attempt(EvidenceAction.VERIFY, ['APPRAISER'], more))
  expect(asked({})).toBe('OK')
  expect(asked({ day: '2026-12-31' })).toBe('OK')
  for (const more of [
    { day: '2027-01-01' },
    { day: '2025-12-31' },
    { inForce: false },
    { version: 2 },
    { plan: { ...plan, scope: PlanScope.PLANNING_ONLY } },
    ...Object.values(PlanStatus)
      .filter((status) => status !== PlanStatus.AGREED)
      .map((status) => ({ plan: { ...plan, status } })),
  ])
    expect(asked(more), JSON.stringify(more)).toBe('CONFLICT')
})
