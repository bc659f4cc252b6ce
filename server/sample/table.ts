/** The files of the import format, each with its columns in order. */
export const tables = {
  offices: ['code', 'name', 'level', 'parent_code'],
  schools: ['npsn', 'name', 'level', 'ownership', 'district_code', 'office_code'],
  people: ['person_key', 'name', 'nip', 'nuptk', 'employment', 'rank', 'sex', 'birth_date', 'email'],
  assignments: ['assignment_key', 'person_key', 'position', 'basis', 'npsn', 'office_code', 'from', 'until', 'decree'],
  supervision: ['subordinate_key', 'supervisor_key', 'capacity', 'from', 'until', 'reason'],
  'report-card-scores': ['npsn', 'year', 'indicator_code', 'score', 'label'],
} as const

export type Table = keyof typeof tables

/** The cells of one row; a missing cell is written empty. */
export type Cells<T extends Table> = { readonly [C in (typeof tables)[T][number]]?: string }

/** One line of one file. */
export interface Row {
  table: Table
  cells: Readonly<Record<string, string | undefined>>
}
