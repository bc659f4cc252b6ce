import { officesAt } from '../access/relation.ts'
import type { OfficeFilter, SchoolFilter, SchoolLevel } from '../generated/schema.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import type { Row } from '../reader/row.ts'
import { type Extension, filtersOf, type Key, type Shape } from '../reader/shape.ts'
import { type Sql, sql } from '../reader/sql.ts'
import { contains } from '../reader/text.ts'

// as arrays they are computed first, and every plan begins with the few schools or posts that fit

/** The codes of an office and those below it. */
export const officesUnder = (code: Given<string>): Sql => sql`any(array(${officesAt(sql`${code}`)}))`

/** The NPSNs of the schools that these offices run, of these levels. */
export const schoolsUnder = (code: Given<string>, levels?: Levels): Sql =>
  sql`any(array(select npsn from school where office_code = ${officesUnder(code)} and ${isOf(levels)}))`

/** The codes of an area and those in it. */
const areasIn = (code: Given<string>): Sql =>
  sql`any(array(select code from area where code = ${code} or parent_code = ${code}))`

/** The NPSNs of the schools that stand there, of these levels. */
export const schoolsIn = (code: Given<string>, levels?: Levels): Sql =>
  sql`any(array(select npsn from school where district_code = ${areasIn(code)} and ${isOf(levels)}))`

type Levels = Given<readonly SchoolLevel[]> | null | undefined

const isOf = (levels: Levels): Sql => (levels ? sql`level = any(${levels}::text[])` : sql`true`)

const byCode: Key = { by: (row: Row) => sql`${row}.code`, type: 'text' }
const byName: Key = { by: (row: Row) => sql`${row}.name`, type: 'text' }
const byNpsn: Key = { by: (row: Row) => sql`${row}.npsn`, type: 'text' }

const area: Shape = { type: 'Area', table: 'area', identified: 'Area', access: 'SIGNED_IN' }

const office: Shape = {
  type: 'Office',
  table: 'office',
  identified: 'Office',
  access: 'SIGNED_IN',
  orders: { CODE: [], NAME: [byName] },
  last: byCode,
  filters: filtersOf<OfficeFilter>({
    level: (row, level) => sql`${row}.level = ${level}`,
    code: (row, value) => sql`${row}.code = ${value}`,
    office: (row, id) => sql`${row}.code = ${officesUnder(key('Office', id, 'filter.office'))}`,
    nameContains: (row, part) => contains(sql`${row}.name`, part),
  }),
  fields: {
    offices: { kind: 'connection', to: 'Office', on: (row, below) => sql`${below}.parent_code = ${row}.code` },
    schools: { kind: 'connection', to: 'School', on: (row, school) => sql`${school}.office_code = ${row}.code` },
  },
}

const school: Shape = {
  type: 'School',
  table: 'school',
  identified: 'School',
  access: 'SIGNED_IN',
  orders: { NAME: [byName], NPSN: [] },
  last: byNpsn,
  selective: ['office', 'district', 'npsn', 'nameContains'],
  filters: filtersOf<SchoolFilter>({
    office: (row, id) => sql`${row}.office_code = ${officesUnder(key('Office', id, 'filter.office'))}`,
    district: (row, id) => sql`${row}.district_code = ${areasIn(key('Area', id, 'filter.district'))}`,
    level: (row, levels) => sql`${row}.level = any(${levels}::text[])`,
    ownership: (row, ownership) => sql`${row}.ownership = ${ownership}`,
    npsn: (row, value) => sql`${row}.npsn = ${value}`,
    nameContains: (row, part) => contains(sql`${row}.name`, part),
  }),
}

const roots: Extension = {
  extends: 'Query',
  fields: { offices: { kind: 'connection', to: 'Office' }, schools: { kind: 'connection', to: 'School' } },
}

export const organisationReading = [area, office, school, roots]
