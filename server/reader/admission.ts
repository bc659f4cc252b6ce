import { Refusal, signInFirst } from '../errors.ts'
import type { Asking } from './asking.ts'
import type { Access } from './shape.ts'

/** Lets a viewer reach a type, or refuses. */
export function admit(access: Access, { role }: Asking): void {
  if (access === 'EVERYBODY') return
  if (!role) throw signInFirst()
  if (access === 'OPERATOR' && role !== 'OPERATOR') throw new Refusal('FORBIDDEN', 'Only operators may read this.')
}
