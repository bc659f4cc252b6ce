import { ImportCode } from '../generated/schema.ts'
import { lockPaths } from '../supervision/path.ts'
import { settleAppraisers } from './appraisers.ts'
import { repeated } from './checks.ts'
import type { Check, Delivery } from './delivery.ts'
import { followChanges, noteChanges } from './paths.ts'
import { endsBeforeItStarts } from './problem.ts'
import { date, key, oneOf, optional, required, text } from './values.ts'

type Column = 'subordinate_key' | 'supervisor_key' | 'capacity' | 'from' | 'until' | 'reason'

/** Who supervises whom: the APPRAISER edges of any one day form a forest. */
export const supervision: Delivery<Column> = {
  file: 'supervision.csv',
  columns: {
    subordinate_key: required(key),
    supervisor_key: required(key),
    capacity: required(oneOf('APPRAISER', 'WORK_TEAM')),
    from: required(date),
    until: optional(date),
    reason: optional(text),
  },
  key: ['subordinate_key', 'supervisor_key', 'capacity', 'from'],
  inspect({ subordinate_key, supervisor_key, from, until }) {
    if (subordinate_key === supervisor_key) {
      const advice = 'Name somebody else: nobody is his own supervisor.'
      return { column: 'supervisor_key', code: ImportCode.SELF_SUPERVISION, advice }
    }
    if (from && until && until <= from) return { column: 'until', ...endsBeforeItStarts }
    return undefined
  },
  begin: lockPaths,
  resolve: `select d.*, a.id as subordinate_id, b.id as supervisor_id, v.validity,
      a.validity * b.validity as within, s.id as stored_id, s.validity is distinct from v.validity as differs
    from delivery d cross join lateral (select daterange(d."from", d.until) as validity) v
    left join assignment a on a.key = d.subordinate_key
    left join assignment b on b.key = d.supervisor_key
    left join supervision s on s.subordinate_id = a.id and s.supervisor_id = b.id
      and s.capacity = d.capacity and lower(s.validity) = d."from"`,
  checks: [
    repeated('subordinate_key', 'supervisor_key', 'capacity', 'from'),
    unknownAssignment('subordinate'),
    unknownAssignment('supervisor'),
    {
      column: 'from',
      code: ImportCode.BAD_INTERVAL,
      advice: 'Keep from and until within both assignments, or correct those first.',
      lines: 'select d.line from delivery d where not d.validity <@ d.within',
    },
  ],
  async settle(client, refuse) {
    const changes = await noteChanges(client, 'select subordinate_id from delivery where differs')
    if (changes > 0) await settleAppraisers(client, refuse)
  },
  merge: {
    table: 'supervision',
    match: 't.id = d.stored_id',
    identity: {
      id: 'd.id',
      subordinate_id: 'd.subordinate_id',
      supervisor_id: 'd.supervisor_id',
      capacity: 'd.capacity',
    },
    values: { validity: 'd.validity', reason: 'd.reason' },
  },
  stored: `select concat_ws('/', a.key, b.key, s.capacity, lower(s.validity)) as key from supervision s
    join assignment a on a.id = s.subordinate_id join assignment b on b.id = s.supervisor_id`,
  async follow(client, { inserted, updated }) {
    if (inserted + updated > 0) await followChanges(client)
  },
}

function unknownAssignment(side: 'subordinate' | 'supervisor'): Check {
  return {
    column: `${side}_key`,
    code: ImportCode.UNKNOWN_REFERENCE,
    advice: `Deliver the assignment in assignments.csv, or correct ${side}_key.`,
    lines: `select d.line from delivery d where d.${side}_id is null`,
  }
}
