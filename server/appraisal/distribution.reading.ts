import { Predicate } from '../generated/schema.ts'
import { officesUnder, schoolsUnder } from '../organisation/organisation.reading.ts'
import { codeOf } from '../plan/plan.reading.ts'
import type { Asking } from '../reader/asking.ts'
import type { Given } from '../reader/given.ts'
import { key } from '../reader/key.ts'
import { Row } from '../reader/row.ts'
import type { Arguments, Extension, Shape } from '../reader/shape.ts'
import { commas, literal, type Sql, sql } from '../reader/sql.ts'
import { seesAppraisal } from './appraisal.reading.ts'
import { patterns } from './distribution.ts'

const organisation: Shape = {
  type: 'OrganisationPredicate',
  table: 'organisation_predicate',
  identified: 'OrganisationPredicate',
  access: 'SIGNED_IN',
}

const counted = new Row('counted')
const held = new Row('held')

/** How many of the appraisals whose content the viewer sees have each predicate, drafts apart. */
function counts(asking: Asking, { office, period, school, grade }: Arguments): Sql {
  const code = key('Office', office as Given<string>, 'office')
  const at =
    school == null
      ? sql`(${held}.office_code = ${officesUnder(code)} or ${held}.school_npsn = ${schoolsUnder(code)})`
      : sql`${held}.school_npsn = ${key('School', school as Given<string>, 'school')} and ${held}.school_npsn = ${schoolsUnder(code)}`
  return sql`(
    select ${literal(String(grade))}::text as grade, coalesce(sum(count), 0)::int as total,
      coalesce(jsonb_object_agg(predicate, count), '{}') as counts
    from (
      select ${counted}.predicate, count(*)::int as count
      from appraisal ${counted} join assignment ${held} on ${held}.id = ${counted}.assignment_id
      where ${counted}.period_code = ${codeOf(period as Given<string>)} and ${counted}.status <> 'DRAFT'
        and ${counted}.predicate is not null and ${at} and ${seesAppraisal('AppraisalContent', counted, asking, false)}
      group by 1) grouped)`
}

const percent = (count: Sql, total: Sql): Sql => sql`coalesce(round(100.0 * ${count} / nullif(${total}, 0), 2), 0)`

/** The clauses of a pattern against the counts, as `unmet` of `distribution.ts` has them. */
const clauses = (row: Row): Sql => sql`(
  select place, clause."of" as predicates, own, ${row}.total, indonesian, english, ${row}.total = 0 or (
    own * 100 >= coalesce(clause."least", 0) * ${row}.total and own * 100 <= coalesce(clause."most", 100) * ${row}.total
    and (clause.present is null or own > 0) and (clause.largest is null or own >= others)) as holds
  from rows from (jsonb_to_recordset(${literal(JSON.stringify(patterns))}::jsonb -> ${row}.grade) as (
    "of" text[], "least" int, "most" int, present boolean, largest boolean, indonesian text, english text))
    with ordinality as clause ("of", "least", "most", present, largest, indonesian, english, place),
  lateral (
    select coalesce(sum(value::int) filter (where key = any(clause."of")), 0) as own,
      coalesce(max(value::int) filter (where key <> all(clause."of")), 0) as others
    from jsonb_each_text(${row}.counts)) share)`

const distribution: Shape = {
  type: 'Distribution',
  access: 'SIGNED_IN',
  key: 'total',
  fields: {
    total: { kind: 'value', value: (row) => sql`${row}.total` },
    fits: { kind: 'value', value: (row) => sql`(select bool_and(holds) from ${clauses(row)} each)` },
    shares: {
      kind: 'list',
      to: 'DistributionShare',
      from: (row) => sql`(
        select predicate, place, coalesce((${row}.counts ->> predicate)::int, 0) as count, ${row}.total
        from unnest(array[${commas(best.map(literal))}]) with ordinality as listed (predicate, place))`,
      orderBy: (share) => sql`${share}.place`,
    },
    clauses: {
      kind: 'list',
      to: 'DistributionClause',
      from: clauses,
      orderBy: (clause) => sql`${clause}.place`,
    },
  },
}

// the best first
const best = [
  Predicate.VERY_GOOD,
  Predicate.GOOD,
  Predicate.NEEDS_IMPROVEMENT,
  Predicate.POOR,
  Predicate.VERY_POOR,
] as const

const share: Shape = {
  type: 'DistributionShare',
  access: 'SIGNED_IN',
  key: 'predicate',
  fields: {
    predicate: { kind: 'value', value: (row) => sql`${row}.predicate` },
    count: { kind: 'value', value: (row) => sql`${row}.count` },
    percent: { kind: 'value', value: (row) => percent(sql`${row}.count`, sql`${row}.total`) },
  },
}

const clause: Shape = {
  type: 'DistributionClause',
  access: 'SIGNED_IN',
  key: 'place',
  fields: {
    predicates: { kind: 'value', value: (row) => sql`${row}.predicates` },
    percent: { kind: 'value', value: (row) => percent(sql`${row}.own`, sql`${row}.total`) },
    holds: { kind: 'value', value: (row) => sql`${row}.holds` },
    indonesian: { kind: 'value', value: (row) => sql`${row}.indonesian` },
    english: { kind: 'value', value: (row) => sql`${row}.english` },
  },
}

const ofOffice: Extension = {
  extends: 'Office',
  fields: {
    organisationPredicate: {
      kind: 'one',
      to: 'OrganisationPredicate',
      on: (row, target, _asking, { period }) =>
        sql`${target}.office_code = ${row}.code and ${target}.period_code = ${codeOf(period as Given<string>)}`,
    },
  },
}

const roots: Extension = {
  extends: 'Query',
  fields: {
    previewDistribution: { kind: 'one', to: 'Distribution', from: (_, asking, asked) => counts(asking, asked) },
  },
}

export const distributionReading = [organisation, distribution, share, clause, ofOffice, roots]
