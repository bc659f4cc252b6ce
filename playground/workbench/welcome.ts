import type { Session } from '../session.ts'
import { fill, saved } from './collection.ts'

/** A document, and what to ask it with. */
export interface Question {
  readonly query: string
  readonly variables: string
}

const welcomes: Readonly<Record<Session['persona'], string>> = {
  office: 'planningBySchool',
  inspector: 'observations',
  principal: 'supervisionTree',
  teacher: 'plans',
  analyst: 'offices',
  operator: 'offices',
  application: 'teachers',
  person: 'viewer',
}

/** An operation of the collection, with what somebody sees. */
export const questionOf = (name: string, session: Session | null): Question => {
  const { document = '', variables = {} } = saved.get(name) ?? {}
  const filled = fill(variables, session?.ids ?? {})
  return { query: document, variables: Object.keys(filled).length > 0 ? JSON.stringify(filled, null, 2) : '' }
}

/** What somebody finds in the editor at first; a stranger what strangers may ask. */
export const welcome = (session: Session | null): Question =>
  questionOf(session ? welcomes[session.persona] : 'periods', session)
