import { Refusal, signInFirst } from '../errors.ts'
import type { Mutation, Scope, ViewerRole } from '../generated/schema.ts'
import type { Viewer } from './viewer.ts'

/** What a viewer can be to what he acts on. */
export type Relation = 'SELF' | 'SUPERVISOR' | 'WORK_TEAM' | 'OFFICE_ADMIN' | 'ANALYST' | 'INTEGRATION' | 'OPERATOR'

export type MutationName = keyof Mutation

/** Who may do what. */
const mutations: Readonly<Record<MutationName, readonly Relation[]>> = {
  createApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
  rotateApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
  revokeApiKey: ['OFFICE_ADMIN', 'OPERATOR'],
}

/** Who may give an API key which scope. */
const grants: Readonly<Record<`${Scope}`, readonly Relation[]>> = {
  SUPERVISION_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  PLAN_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  APPRAISAL_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  EVIDENCE_READ: ['OFFICE_ADMIN', 'OPERATOR'],
  IMPORT_WRITE: ['OPERATOR'],
}

/** What a viewer of each role can ever be. */
const possible: Readonly<Record<`${ViewerRole}`, readonly Relation[]>> = {
  PERSON: ['SELF', 'SUPERVISOR', 'WORK_TEAM', 'OFFICE_ADMIN'],
  OPERATOR: ['OPERATOR'],
  ANALYST: ['ANALYST'],
  INTEGRATION: ['INTEGRATION'],
}

/** Whether somebody with these relations to a thing may do that with it. */
export const may = (mutation: MutationName, relations: readonly Relation[]): boolean =>
  shares(mutations[mutation], relations)

/** Whether somebody with these relations to an office may give these scopes there. */
export const mayGrant = (scopes: readonly `${Scope}`[], relations: readonly Relation[]): boolean =>
  scopes.every((scope) => shares(grants[scope], relations))

/** Stops whoever can never do that, whatever he means to do it with. */
export function admitTo(mutation: MutationName, viewer: Viewer | null): void {
  if (!viewer) throw signInFirst()
  if (!may(mutation, possible[viewer.role])) throw forbidden()
}

/** The refusal of whoever may not do what he asks for. */
export const forbidden = (what = 'You may not do this.'): Refusal => new Refusal('FORBIDDEN', what)

const shares = (some: readonly Relation[], others: readonly Relation[]) => some.some((one) => others.includes(one))
