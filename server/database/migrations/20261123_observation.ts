import { Migration } from '@mikro-orm/migrations'

/** Cycles of observation with their history, and what observers keep for themselves. */
export class Observation20261123 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const states = `('PREPARING', 'PROPOSED', 'OFFERED', 'SCHEDULED', 'OBSERVING', 'OBSERVED', 'SHARED', 'DISCUSSED', 'FOLLOWING_UP',
  'REFLECTED', 'COMPLETED', 'CANCELLED')`

const statements = [
  `create table observation (
    id uuid primary key,
    plan_id uuid not null references plan,
    assignment_id uuid not null references assignment,
    number int not null check (number > 0),
    status text not null check (status in ${states}),
    version int not null,
    changed_at timestamptz not null,
    preparation jsonb not null,
    sheet jsonb,
    -- from then on the observed sees the sheet
    shared_at timestamptz,
    discussion jsonb,
    follow_ups jsonb not null,
    reflection jsonb,
    conclusion jsonb,
    unique (plan_id, number)
  )`,
  // one at a time
  `create unique index on observation (plan_id) where status not in ('COMPLETED', 'CANCELLED')`,
  'create index on observation (assignment_id)',
  'create index on observation (changed_at, id)',
  `create table observation_step (
    observation_id uuid not null references observation,
    version int not null,
    action text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    person_id uuid references person,
    note text,
    changes jsonb not null,
    primary key (observation_id, version)
  )`,
  `create table observer_note (
    observation_id uuid not null references observation,
    person_id uuid not null references person,
    version int not null,
    text text not null,
    changed_at timestamptz not null,
    primary key (observation_id, person_id)
  )`,
]
