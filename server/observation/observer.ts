import type { Relation } from '../access/policy.ts'
import type { Facts } from '../plan/facts.ts'

/** Who observes an assignment: people, and as what. */
export interface Observer {
  readonly relation: 'APPRAISER' | 'WORK_TEAM'
  /** Keys of people. */
  readonly people: readonly string[]
}

type Post = Pick<Facts, 'position' | 'team' | 'appraisers' | 'owner'>

/** Who observes: the direct supervisor; of a principal with a work team that team (scribd 726076016; kherysuryawan.id/2024/04). */
export function observerOf({ position, team, appraisers, owner }: Post): Observer {
  const isDelegated = position === 'PRINCIPAL' && team.length > 0
  const people = (isDelegated ? team : appraisers).filter((person) => person !== owner)
  return { relation: isDelegated ? 'WORK_TEAM' : 'APPRAISER', people }
}

/** What a viewer is to a cycle, of all that he is to the assignment. Nobody observes himself, and who does not observe is no side. */
export function sideOf(facts: Post & Pick<Facts, 'relations'>): readonly Relation[] {
  if (facts.relations.includes('SELF')) return ['SELF']
  const { relation } = observerOf(facts)
  return facts.relations.includes(relation) ? [relation] : []
}
