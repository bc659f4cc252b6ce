import { Migration } from '@mikro-orm/migrations'

/** Plans with their catalogue and history, what people are told, and the events that are on their way. */
export class Plan20261122 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const states = `('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CLARIFIED', 'ADJUSTED', 'AGREED', 'RESET_REQUESTED')`

const statements = [
  `create table activity_catalogue (
    id uuid primary key,
    period_code text collate "C" not null references period,
    name text collate "C" not null,
    unique (period_code, name)
  )`,
  'create index on activity_catalogue (period_code, id)',
  `create table development_activity (
    id uuid primary key,
    catalogue_id uuid not null references activity_catalogue,
    place int not null,
    number int,
    name text not null,
    unit text,
    evidence text,
    points int check (points between 1 and 128),
    positions text[] not null,
    sources text[] not null,
    certainty text not null,
    note text,
    unique (catalogue_id, place),
    unique (catalogue_id, number)
  )`,
  `create table additional_duty (
    number int primary key,
    name text not null,
    levels text[] not null,
    basis text not null,
    sources text[] not null,
    certainty text not null
  )`,

  `create table plan (
    id uuid primary key,
    assignment_id uuid not null references assignment,
    period_code text collate "C" not null references period,
    status text not null check (status in ${states}),
    version int not null,
    -- whether a work team clarifies it before the supervisor decides
    route text not null check (route in ('DIRECT', 'CLARIFIED')),
    scope text not null check (scope in ('FULL', 'PLANNING_ONLY')),
    catalogue_id uuid references activity_catalogue,
    indicator_code text collate "C" references indicator,
    behaviours text[] not null,
    activities jsonb not null,
    duties jsonb not null,
    expectations jsonb not null,
    points int,
    warnings text[] not null,
    late boolean not null,
    was_reset boolean not null,
    changed_at timestamptz not null,
    submitted_at timestamptz,
    agreed_at timestamptz,
    unique (assignment_id, period_code)
  )`,
  'create index on plan (period_code, status)',
  'create index on plan (changed_at, id)',
  `create table plan_step (
    plan_id uuid not null references plan,
    version int not null,
    action text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    person_id uuid references person,
    note text,
    changes jsonb not null,
    -- the content as it was handed in, to go back to
    before jsonb,
    primary key (plan_id, version)
  )`,
  `create table window_extension (
    id uuid primary key,
    period_code text collate "C" not null references period,
    stage text not null check (stage in ('PREPARATION', 'PLANNING', 'LATE_PLANNING', 'EXECUTION', 'APPRAISAL')),
    office_code text collate "C" not null references office,
    validity daterange not null check (not isempty(validity)),
    reason text not null,
    created_at timestamptz not null
  )`,
  'create index on window_extension (period_code, office_code)',

  `create table notification (
    id uuid primary key,
    person_id uuid not null references person,
    kind text not null,
    plan_id uuid not null references plan,
    at timestamptz not null,
    read_at timestamptz
  )`,
  'create index on notification (person_id, id)',
  'create index on notification (person_id) where read_at is null',

  // the outbox: what was written becomes an event in the same transaction, and is delivered afterwards
  `create table event (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    -- what it is about, for who listens: a plan, or the person that is told
    topic text collate "C" not null check (topic in ('PLAN', 'PERSON')),
    subject uuid not null,
    -- what to read: the plan, or the notification
    key uuid not null,
    version int
  )`,
  'create index on event (xid, id)',
  'create index on event (at)',
]
