import { Migration } from '@mikro-orm/migrations'

/** Organisations, people, supervision with its closure, the catalogue, report cards, import reports. */
export class Graph20261121 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

// names and codes sort by code point, the same on every server
const statements = [
  'create extension if not exists btree_gist',
  'create extension if not exists pg_trgm',

  `create table area (
    code text collate "C" primary key,
    name text collate "C" not null,
    level text not null check (level in ('PROVINCE', 'DISTRICT')),
    parent_code text collate "C" references area
  )`,
  `create table office (
    code text collate "C" primary key references area,
    name text collate "C" not null,
    level text not null check (level in ('PROVINCE', 'DISTRICT')),
    parent_code text collate "C" references office
  )`,
  'create index on office (parent_code)',
  `create table school (
    npsn text collate "C" primary key check (npsn ~ '^[0-9]{8}$'),
    name text collate "C" not null,
    level text not null check (level in ('PAUD', 'SD', 'SMP', 'SMA', 'SMK', 'SLB')),
    ownership text not null check (ownership in ('STATE', 'PRIVATE')),
    district_code text collate "C" not null references area,
    office_code text collate "C" not null references office
  )`,
  'create index on school (office_code, name, npsn)',
  'create index on school (district_code)',
  'create index on school (name, npsn)',

  `create table person (
    id uuid primary key,
    key text collate "C" not null unique,
    name text collate "C" not null,
    nip text collate "C" check (nip ~ '^[0-9]{18}$'),
    nuptk text collate "C" check (nuptk ~ '^[0-9]{16}$'),
    employment text not null check (employment in ('PNS', 'PPPK', 'NON_ASN')),
    rank text,
    sex text not null check (sex in ('F', 'M')),
    birth_date date not null,
    email text,
    -- checked at the end of a statement, so that one delivery can swap two people's numbers
    unique (nip) deferrable initially immediate,
    unique (nuptk) deferrable initially immediate
  )`,
  'create index on person (name, id)',
  'create index on person using gin (name gin_trgm_ops)',

  `create table assignment (
    id uuid primary key,
    key text collate "C" not null unique,
    person_id uuid not null references person,
    position text not null check (position in ('TEACHER', 'PRINCIPAL', 'SCHOOL_INSPECTOR', 'OFFICE_HEAD', 'OFFICE_ADMIN')),
    basis text not null check (basis in ('DEFINITIVE', 'ACTING')),
    school_npsn text collate "C" references school,
    office_code text collate "C" references office,
    validity daterange not null check (not isempty(validity) and not lower_inf(validity)),
    decree text,
    check ((school_npsn is null) <> (office_code is null))
  )`,
  'create index on assignment (person_id)',
  'create index on assignment (school_npsn, position)',
  'create index on assignment (office_code, position)',

  `create table supervision (
    id uuid primary key,
    subordinate_id uuid not null references assignment,
    supervisor_id uuid not null references assignment,
    capacity text not null check (capacity in ('APPRAISER', 'WORK_TEAM')),
    validity daterange not null check (not isempty(validity) and not lower_inf(validity)),
    reason text,
    decree text,
    check (subordinate_id <> supervisor_id),
    exclude using gist (subordinate_id with =, validity with &&) where (capacity = 'APPRAISER')
  )`,
  'create unique index supervision_edge on supervision (subordinate_id, supervisor_id, capacity, lower(validity))',
  'create index on supervision (supervisor_id)',
  `create table supervision_path (
    descendant_id uuid not null,
    ancestor_id uuid not null,
    parent_id uuid not null,
    capacity text not null,
    depth smallint not null,
    validity daterange not null
  )`,
  // the tree below, in the order it is paged; and the chain above, for "may this viewer see that row"
  `create index supervision_path_down on supervision_path (ancestor_id, capacity, depth, parent_id, descendant_id) include (validity)`,
  `create index supervision_path_up on supervision_path (descendant_id, ancestor_id) include (capacity, depth, validity)`,

  `create table period (
    code text collate "C" primary key,
    name text not null,
    validity daterange not null,
    cycle text not null check (cycle in ('SEMESTER', 'YEAR')),
    platform text not null,
    points_from int,
    points_to int,
    evidence text not null check (evidence in ('UPLOAD', 'CONFIRMATION')),
    regulation text,
    regulation_certainty text not null,
    indicators_certainty text not null,
    participants text not null,
    sources text[] not null,
    certainty text not null,
    note text,
    exclude using gist (validity with &&)
  )`,
  `create table period_window (
    period_code text collate "C" not null references period,
    number int not null,
    stage text not null check (stage in ('PREPARATION', 'PLANNING', 'LATE_PLANNING', 'EXECUTION', 'APPRAISAL')),
    validity daterange not null,
    sources text[] not null,
    certainty text not null,
    note text,
    primary key (period_code, number)
  )`,
  `create table indicator (
    code text collate "C" primary key,
    number int not null unique,
    role text not null check (role in ('TEACHER', 'PRINCIPAL')),
    name text not null,
    name_english text not null,
    report_card_code text not null,
    dimension text,
    dimension_certainty text not null,
    sources text[] not null,
    certainty text not null,
    note text
  )`,
  `create table target_behaviour (
    code text collate "C" primary key,
    indicator_code text collate "C" not null references indicator,
    number int not null,
    text text not null,
    sources text[] not null,
    certainty text not null,
    note text,
    unique (indicator_code, number)
  )`,
  `create table indicator_period (
    indicator_code text collate "C" not null references indicator,
    period_code text collate "C" not null references period,
    primary key (indicator_code, period_code)
  )`,

  `create table report_card_score (
    school_npsn text collate "C" not null references school,
    year int not null,
    indicator_code text collate "C" not null references indicator,
    score numeric(5, 2) not null check (score between 0 and 100),
    label text not null check (label in ('BAIK', 'SEDANG', 'KURANG')),
    primary key (school_npsn, year, indicator_code)
  )`,

  `create table import_report (
    id uuid primary key,
    started_at timestamptz not null,
    finished_at timestamptz
  )`,
  `create table import_file (
    report_id uuid not null references import_report on delete cascade,
    number int not null,
    file text not null,
    rows int not null,
    inserted int not null,
    updated int not null,
    unchanged int not null,
    refused int not null,
    missing int not null,
    primary key (report_id, number)
  )`,
  `create table import_refusal (
    report_id uuid not null references import_report on delete cascade,
    number int not null,
    file text not null,
    line int not null,
    "column" text,
    code text not null,
    value text,
    advice text not null,
    primary key (report_id, number)
  )`,
]
