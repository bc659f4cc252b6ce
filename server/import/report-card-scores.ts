import { repeated, unknown } from './checks.ts'
import type { Delivery } from './delivery.ts'
import { key, npsn, oneOf, required, score, year } from './values.ts'

type Column = 'npsn' | 'year' | 'indicator_code' | 'score' | 'label'

/** What a school's report card says of an indicator in a year. */
export const reportCardScores: Delivery<Column> = {
  file: 'report-card-scores.csv',
  columns: {
    npsn: required(npsn),
    year: required(year),
    indicator_code: required(key),
    score: required(score),
    label: required(oneOf('BAIK', 'SEDANG', 'KURANG')),
  },
  key: ['npsn', 'year', 'indicator_code'],
  checks: [
    unknown('npsn', 'school s', 's.npsn = d.npsn'),
    unknown('indicator_code', 'indicator i', 'i.code = d.indicator_code'),
    repeated('npsn', 'year', 'indicator_code'),
  ],
  merge: {
    table: 'report_card_score',
    match: 't.school_npsn = d.npsn and t.year = d.year and t.indicator_code = d.indicator_code',
    identity: { school_npsn: 'd.npsn', year: 'd.year', indicator_code: 'd.indicator_code' },
    values: { score: 'd.score', label: 'd.label' },
  },
  stored: `select concat_ws('/', school_npsn, year, indicator_code) as key from report_card_score`,
}
