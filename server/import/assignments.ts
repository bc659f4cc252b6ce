import { ImportCode } from '../generated/schema.ts'
import { lockPaths } from '../supervision/path.ts'
import { repeated, unknown } from './checks.ts'
import { cutEdges } from './cut-edges.ts'
import type { Delivery } from './delivery.ts'
import { bad, endsBeforeItStarts, missing } from './problem.ts'
import { areaCode, date, key, npsn, oneOf, optional, required, text } from './values.ts'

type Column =
  | 'assignment_key'
  | 'person_key'
  | 'position'
  | 'basis'
  | 'npsn'
  | 'office_code'
  | 'from'
  | 'until'
  | 'decree'

/** Who holds which position where, from when until when. */
export const assignments: Delivery<Column> = {
  file: 'assignments.csv',
  columns: {
    assignment_key: required(key),
    person_key: required(key),
    position: required(oneOf('TEACHER', 'PRINCIPAL', 'SCHOOL_INSPECTOR', 'OFFICE_HEAD', 'OFFICE_ADMIN')),
    basis: required(oneOf('DEFINITIVE', 'ACTING')),
    npsn: optional(npsn),
    office_code: optional(areaCode),
    from: required(date),
    until: optional(date),
    decree: optional(text),
  },
  key: ['assignment_key'],
  inspect({ npsn, office_code, from, until }) {
    if (!npsn && !office_code) return { column: 'npsn', ...missing('npsn or office_code') }
    if (npsn && office_code) return { column: 'office_code', ...bad('Name a school or an office, not both.') }
    if (from && until && until <= from) return { column: 'until', ...endsBeforeItStarts }
    return undefined
  },
  begin: lockPaths,
  resolve: `select d.*, p.id as person_id, daterange(d."from", d.until) as validity
    from delivery d left join person p on p.key = d.person_key`,
  checks: [
    repeated('assignment_key'),
    {
      column: 'person_key',
      code: ImportCode.UNKNOWN_REFERENCE,
      advice: 'Deliver the person in people.csv, or correct person_key.',
      lines: 'select d.line from delivery d where d.person_id is null',
    },
    unknown('npsn', 'school s', 's.npsn = d.npsn'),
    unknown('office_code', 'office o', 'o.code = d.office_code'),
  ],
  merge: {
    table: 'assignment',
    match: 't.key = d.assignment_key',
    identity: { id: 'd.id', key: 'd.assignment_key' },
    values: {
      person_id: 'd.person_id',
      position: 'd.position',
      basis: 'd.basis',
      school_npsn: 'd.npsn',
      office_code: 'd.office_code',
      validity: 'd.validity',
      decree: 'd.decree',
    },
  },
  stored: 'select key from assignment',
  follow: cutEdges,
}
