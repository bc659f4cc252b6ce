import { type Identified, keyOf } from '../id.ts'
import type { Given } from './given.ts'

/** The key in an argument that must be an id of one type; `where` names the argument. */
export const key = (expected: Identified, id: unknown, where: string): Given<string> =>
  (id as Given<string>).map((value) => keyOf(expected, value, where))
