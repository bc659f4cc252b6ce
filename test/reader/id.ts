import { refused } from './refused.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The types that have an id, by its prefix, and what the rest of it looks like. */
const kinds: Readonly<Record<string, { readonly type: string; readonly key: RegExp }>> = {
  are_: { type: 'Area', key: /^\d\d(\.\d\d)?$/ },
  off_: { type: 'Office', key: /^\d\d(\.\d\d)?$/ },
  sch_: { type: 'School', key: /^\d{8}$/ },
  per_: { type: 'Person', key: uuid },
  asg_: { type: 'Assignment', key: uuid },
  prd_: { type: 'Period', key: /^\d{4}(-S\d)?$/ },
  ind_: { type: 'Indicator', key: /^[A-Z_]+$/ },
  beh_: { type: 'TargetBehaviour', key: /^[A-Z_]+\.\d$/ },
  act_: { type: 'DevelopmentActivity', key: uuid },
  pln_: { type: 'Plan', key: uuid },
  obs_: { type: 'Observation', key: uuid },
  ntf_: { type: 'Notification', key: uuid },
  imp_: { type: 'ImportReport', key: uuid },
  key_: { type: 'ApiKey', key: uuid },
}

/** The type that an id says it is of; undefined where it says nothing. */
export const typeOf = (id: string): string | undefined => kinds[id.slice(0, 4)]?.type

/** Refuses what is not one of our ids. */
export function checkId(id: string): void {
  if (!kinds[id.slice(0, 4)]?.key.test(id.slice(4))) throw refused('BAD_USER_INPUT')
}

/** Refuses an id that is not of a type; none at all is fine. */
export function expectId(id: string | null | undefined, type: string): void {
  if (id == null) return
  checkId(id)
  if (typeOf(id) !== type) throw refused('BAD_USER_INPUT')
}
