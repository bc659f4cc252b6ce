import { Refusal, signInFirst } from '../errors.ts'
import type { Scope } from '../generated/schema.ts'
import { grants, type MutationName, mutations, possible, type Relation } from './policy.ts'
import type { Viewer } from './viewer.ts'

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
