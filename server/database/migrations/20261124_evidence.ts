import { Migration } from '@mikro-orm/migrations'

/** Files that people have sent, and the evidence they are. */
export class Evidence20261124 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const states = `('ATTACHED', 'VERIFIED', 'QUESTIONED', 'REPLACED', 'WITHDRAWN')`

const statements = [
  `create table evidence_file (
    -- under which the store has it
    id uuid primary key,
    -- who sent it; the same file of somebody else is another one, so that nobody learns what others have sent
    person_id uuid not null references person,
    sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
    bytes int not null check (bytes > 0),
    -- when it was sent last
    at timestamptz not null,
    -- since when the store has all of it; null until then
    stored_at timestamptz,
    unique (person_id, sha256)
  )`,
  'create index on evidence_file (at)',
  `create table evidence (
    id uuid primary key,
    plan_id uuid not null references plan,
    status text not null check (status in ${states}),
    version int not null,
    subject text not null check (subject in ('ACTIVITY', 'DUTY', 'OBSERVATION', 'FOLLOW_UP')),
    activity_id uuid references development_activity,
    duty text,
    observation_id uuid references observation,
    kind text not null,
    title text not null,
    issuer text not null,
    signer text,
    signer_role text,
    date date not null,
    file_id uuid references evidence_file,
    link text,
    statement text,
    replaces_id uuid references evidence,
    changed_at timestamptz not null,
    check (num_nonnulls(activity_id, duty, observation_id) = 1),
    check (num_nonnulls(file_id, link, statement) = 1)
  )`,
  'create index on evidence (plan_id)',
  'create index on evidence (file_id)',
  'create index on evidence (observation_id)',
  'create index on evidence (changed_at, id)',
  `create table evidence_step (
    evidence_id uuid not null references evidence,
    version int not null,
    action text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    person_id uuid references person,
    note text,
    primary key (evidence_id, version)
  )`,
]
