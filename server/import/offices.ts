import { ImportCode } from '../generated/schema.ts'
import { repeated, unknown } from './checks.ts'
import type { Delivery } from './delivery.ts'
import { bad, missing } from './problem.ts'
import { areaCode, oneOf, optional, required, text } from './values.ts'

type Column = 'code' | 'name' | 'level' | 'parent_code'

/** The education offices of provinces and districts. */
export const offices: Delivery<Column> = {
  file: 'offices.csv',
  columns: {
    code: required(areaCode),
    name: required(text),
    level: required(oneOf('PROVINCE', 'DISTRICT')),
    parent_code: optional(areaCode),
  },
  key: ['code'],
  inspect({ level, parent_code }) {
    if (level === 'DISTRICT' && !parent_code) return { column: 'parent_code', ...missing('parent_code') }
    if (level === 'PROVINCE' && parent_code) {
      return { column: 'parent_code', ...bad('Leave parent_code empty: nothing stands above a province.') }
    }
    return undefined
  },
  checks: [
    {
      ...unknown('code', 'area a', 'a.code = d.code and a.level = d.level'),
      advice: 'Use the code of an area of this level in the Kemendagri list.',
    },
    repeated('code'),
    {
      column: 'parent_code',
      code: ImportCode.UNKNOWN_REFERENCE,
      advice: 'Deliver the office of the province, or correct parent_code.',
      // a province may come later in the file
      lines: `select d.line from delivery d where d.parent_code is not null
        and not exists (select from delivery p where p.code = d.parent_code and p.level = 'PROVINCE')
        and not exists (select from office o where o.code = d.parent_code and o.level = 'PROVINCE')`,
    },
  ],
  merge: {
    table: 'office',
    match: 't.code = d.code',
    insertsFirst: true,
    identity: { code: 'd.code' },
    values: { name: 'd.name', level: 'd.level', parent_code: 'd.parent_code' },
  },
  stored: 'select code as key from office',
}
