import { repeated, unknown } from './checks.ts'
import type { Delivery } from './delivery.ts'
import { areaCode, npsn, oneOf, required, text } from './values.ts'

type Column = 'npsn' | 'name' | 'level' | 'ownership' | 'district_code' | 'office_code'

/** The schools, where they stand and who runs them. */
export const schools: Delivery<Column> = {
  file: 'schools.csv',
  columns: {
    npsn: required(npsn),
    name: required(text),
    level: required(oneOf('PAUD', 'SD', 'SMP', 'SMA', 'SMK', 'SLB')),
    ownership: required(oneOf('STATE', 'PRIVATE')),
    district_code: required(areaCode),
    office_code: required(areaCode),
  },
  key: ['npsn'],
  checks: [
    repeated('npsn'),
    unknown('district_code', 'area a', `a.code = d.district_code and a.level = 'DISTRICT'`),
    unknown('office_code', 'office o', 'o.code = d.office_code'),
  ],
  merge: {
    table: 'school',
    match: 't.npsn = d.npsn',
    identity: { npsn: 'd.npsn' },
    values: {
      name: 'd.name',
      level: 'd.level',
      ownership: 'd.ownership',
      district_code: 'd.district_code',
      office_code: 'd.office_code',
    },
  },
  stored: 'select npsn as key from school',
}
