import type { Party } from './rules.ts'

/** Tono leads the office of another district; Wati is admin of this one, Intan leads that of the province. */
export const people = ['Sari', 'Budi', 'Dewi', 'Ratna', 'Intan', 'Wati', 'Agus', 'Tono'] as const
export type Somebody = (typeof people)[number]

/** The program may read evidence and appraisals. */
export type Actor = Somebody | 'operator' | 'program'
export const actors: readonly Actor[] = [...people, 'operator', 'program']

/** Whose semester it is: a teacher's, or that of a principal with a work team. */
export type Owner = 'Sari' | 'Budi'
export const owners: readonly Owner[] = ['Sari', 'Budi']

const casts: Readonly<Record<Owner, Readonly<Partial<Record<Party, Actor>>>>> = {
  Sari: { owner: 'Sari', appraiser: 'Budi', observer: 'Budi', superior: 'Ratna', operator: 'operator' },
  Budi: {
    ...{ owner: 'Budi', appraiser: 'Ratna', observer: 'Dewi', team: 'Dewi', superior: 'Intan', operator: 'operator' },
  },
}

/** Who is meant. */
export const those = (owner: Owner, parties: readonly Party[]): Actor[] => [
  ...new Set(parties.flatMap((party) => casts[owner][party] ?? [])),
]

/** Who sets the predicate of the organisation. */
export const head: Actor = 'Ratna'

const insiders: Readonly<Record<Owner, readonly Actor[]>> = {
  Sari: ['Sari', 'Budi', 'Ratna', 'Intan', 'operator'],
  Budi: ['Budi', 'Ratna', 'Intan', 'Dewi', 'operator'],
}

/** Who reads what a semester holds. */
export const isInsider = (owner: Owner, actor: Actor): boolean => insiders[owner].includes(actor)

/** Who sees how it stands: the admin nothing but that. */
export const knowsOf = (owner: Owner, actor: Actor): boolean => isInsider(owner, actor) || actor === 'Wati'

/** As whom history names somebody: the two who were appointed later are both called Wati. */
export const nameOf = (actor: Actor): string | null => {
  if (actor === 'operator') return null
  return actor === 'Intan' ? 'Wati' : actor
}
