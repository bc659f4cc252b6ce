import { Refusal } from '../errors.ts'
import type { AuditFilter } from '../generated/schema.ts'
import { key } from '../reader/key.ts'
import type { Row } from '../reader/row.ts'
import { type Extension, filtersOf, type Shape } from '../reader/shape.ts'
import { type Sql, sql } from '../reader/sql.ts'

const inTime: Pick<Shape, 'orders' | 'last' | 'newestFirst'> = {
  orders: { AT: [{ by: (row) => sql`${row}.at`, type: 'timestamptz' }] },
  last: { by: (row) => sql`${row}.id`, type: 'int8' },
  newestFirst: true,
}

const isAbout = (entry: Row, person: Sql): Sql => sql`${entry}.subjects @> array[${person}]`

const entry: Shape = {
  type: 'AuditEntry',
  table: 'audit_entry',
  access: 'OPERATOR',
  ...inTime,
  filters: filtersOf<AuditFilter>({
    apiKey: (row, id) => sql`${row}.api_key_id = ${key('ApiKey', id, 'filter.apiKey')}::uuid`,
    person: (row, id) => sql`${row}.person_id = ${key('Person', id, 'filter.person')}::uuid`,
    subject: (row, id) => isAbout(row, sql`${key('Person', id, 'filter.subject')}::uuid`),
    from: (row, moment) => sql`${row}.at >= ${moment}::timestamptz`,
    to: (row, moment) => sql`${row}.at < ${moment}::timestamptz`,
    action: (row, action) => sql`${row}.action = ${action}`,
  }),
  fields: {
    number: { kind: 'value', value: (row) => sql`${row}.id::text` },
    apiKey: { kind: 'value', value: (row) => sql`'key_' || ${row}.api_key_id` },
    subjectCount: { kind: 'value', value: (row) => sql`cardinality(${row}.subjects)` },
    subjects: {
      kind: 'list',
      to: 'Person',
      on: (row, person) => sql`${person}.id = any(${row}.subjects)`,
      orderBy: (person) => sql`${person}.name, ${person}.id`,
    },
  },
}

const access: Shape = {
  type: 'DataAccess',
  table: 'audit_entry',
  access: 'SIGNED_IN',
  key: 'id',
  ...inTime,
  joins: (row) => sql`
    left join person ${row.joined('person')} on ${row.joined('person')}.id = ${row}.person_id
    left join api_key ${row.joined('key')} on ${row.joined('key')}.id = ${row}.api_key_id`,
  fields: {
    at: { kind: 'value', value: (row) => sql`${row}.at` },
    role: { kind: 'value', value: (row) => sql`${row}.role` },
    name: { kind: 'value', value: (row) => sql`${row.joined('person')}.name` },
    position: {
      kind: 'value',
      value: (row) => sql`(
        select position from assignment
        where person_id = ${row}.person_id and validity @> (${row}.at at time zone 'Asia/Jakarta')::date
        order by basis desc, id limit 1)`,
    },
    apiKey: { kind: 'value', value: (row) => sql`${row.joined('key')}.name` },
    action: { kind: 'value', value: (row) => sql`${row}.action` },
    type: { kind: 'value', value: (row) => sql`${row}.type` },
    requestId: { kind: 'value', value: (row) => sql`${row}.request_id` },
  },
}

const dataExport: Shape = {
  type: 'DataExport',
  access: 'SIGNED_IN',
  key: 'person_id',
  fields: {
    person: { kind: 'one', to: 'Person', on: (row, person) => sql`${person}.id = ${row}.person_id`, seen: true },
    accesses: { kind: 'connection', to: 'DataAccess', on: (row, found) => isAbout(found, sql`${row}.person_id`) },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    auditEntries: { kind: 'connection', to: 'AuditEntry' },
    dataExport: {
      kind: 'one',
      to: 'DataExport',
      required: true,
      // himself, or for an operator anybody; to all others there is nobody
      from: (_, { role, person: viewer }, { person }) => {
        if (person == null && role !== 'PERSON')
          throw new Refusal('BAD_USER_INPUT', 'Name the `person` whose data you want.')
        const wanted = person == null ? viewer : key('Person', person, 'person')
        const whose = role === 'OPERATOR' ? sql`true` : sql`id = ${viewer}::uuid`
        return sql`(select id as person_id from person where id = ${wanted}::uuid and ${whose})`
      },
    },
  },
}

export const auditReading = [entry, access, dataExport, roots]
