import type { Session } from './session.ts'

/** What a persona is called. */
export const personaNames: Readonly<Record<Session['persona'], string>> = {
  office: 'Office head',
  inspector: 'Inspector',
  principal: 'Principal',
  teacher: 'Teacher',
  analyst: 'Analyst',
  operator: 'Operator',
  application: 'District app',
  person: 'Signed in',
}
