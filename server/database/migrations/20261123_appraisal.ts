import { Migration } from '@mikro-orm/migrations'

/** Appraisals with their history, and organisations' predicates. */
export class Appraisal20261123 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const ratings = `('ABOVE', 'MEETS', 'BELOW')`
const predicates = `('VERY_GOOD', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR')`
const grades = `('EXCELLENT', 'GOOD', 'NEEDS_IMPROVEMENT', 'POOR', 'VERY_POOR')`

const statements = [
  `create table appraisal (
    id uuid primary key,
    plan_id uuid not null unique references plan,
    -- the plan's own, which never change
    assignment_id uuid not null references assignment,
    period_code text collate "C" not null references period,
    status text not null check (status in ('DRAFT', 'RECOMMENDED', 'FINAL', 'OBJECTED', 'DECIDED')),
    version int not null,
    -- how a recommendation becomes final
    route text not null check (route in ('ORGANISATION', 'DECISION')),
    observed jsonb,
    reflection text,
    learning text,
    practice text,
    considerations text,
    result text check (result in ${ratings}),
    deviation text,
    value_ratings jsonb not null,
    behaviour text check (behaviour in ${ratings}),
    -- what follows from the above, by the rules and the register of that day
    suggestion jsonb,
    predicate text check (predicate in ${predicates}),
    credit_points jsonb,
    consequences jsonb not null,
    explanation jsonb not null,
    -- the register's facts about the person that the rules were applied to
    appraised jsonb not null,
    -- the organisation's predicate that made it final
    grade text check (grade in ${grades}),
    changed_at timestamptz not null,
    recommended_at timestamptz,
    given_at timestamptz,
    objection_until date,
    check ((status in ('FINAL', 'OBJECTED', 'DECIDED')) = (given_at is not null)),
    check ((given_at is null) = (objection_until is null)),
    check (given_at is null or predicate is not null)
  )`,
  'create index on appraisal (assignment_id)',
  'create index on appraisal (period_code, status)',
  'create index on appraisal (changed_at, id)',
  `create table appraisal_step (
    appraisal_id uuid not null references appraisal,
    version int not null,
    action text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    person_id uuid references person,
    note text,
    hearing text,
    result text,
    behaviour text,
    predicate text,
    primary key (appraisal_id, version)
  )`,
  `create table organisation_predicate (
    id uuid primary key,
    office_code text collate "C" not null references office,
    period_code text collate "C" not null references period,
    grade text not null check (grade in ${grades}),
    version int not null,
    set_at timestamptz not null,
    unique (office_code, period_code)
  )`,
]
