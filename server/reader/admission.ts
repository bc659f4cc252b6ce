import type { Viewer } from '../access/viewer.ts'
import { Refusal } from '../errors.ts'
import type { Access } from './shape.ts'

/** Lets a viewer reach a type, or refuses. */
export function admit(access: Access, viewer: Viewer | null): void {
  if (access === 'EVERYBODY') return
  if (!viewer) throw new Refusal('UNAUTHENTICATED', 'Sign in first: send the header "Authorization: Bearer <token>".')
  if (access === 'OPERATOR' && viewer.role !== 'OPERATOR')
    throw new Refusal('FORBIDDEN', 'Only operators may read this.')
}
