import { Migration } from '@mikro-orm/migrations'

/**
 * What counts in `analytics` lies together by the office that runs the school, and is read from indexes alone: tables are ten times as
 * large. It follows what it is copied from by triggers.
 */
export class Analytics20261125 extends Migration {
  override up(): void {
    for (const statement of [...columns, ...followed, ...indexes]) this.addSql(statement)
  }
}

const ofAssignments = ['plan', 'observation', 'appraisal']

const columns = [
  `alter table assignment
    add under_office text collate "C",
    add school_level text,
    add school_ownership text,
    add employment text`,
  ...ofAssignments.map((table) => `alter table ${table} add under_office text collate "C"`),
  `update assignment set employment = holder.employment,
      under_office = school.office_code, school_level = school.level, school_ownership = school.ownership
    from assignment old join person holder on holder.id = old.person_id left join school on school.npsn = old.school_npsn
    where old.id = assignment.id`,
  ...ofAssignments.map(
    (table) =>
      `update ${table} set under_office = held.under_office from assignment held where held.id = assignment_id`,
  ),
]

const followed = [
  `create function place_assignment() returns trigger language plpgsql as $$ begin
    select office_code, level, ownership into new.under_office, new.school_level, new.school_ownership
      from school where npsn = new.school_npsn;
    select employment into new.employment from person where id = new.person_id;
    return new;
  end $$`,
  `create trigger place before insert or update of school_npsn, person_id on assignment
    for each row execute function place_assignment()`,

  // locked: whoever moves the assignment at the same time waits, or is waited for
  `create function place_with_assignment() returns trigger language plpgsql as $$ begin
    select under_office into new.under_office from assignment where id = new.assignment_id for share;
    return new;
  end $$`,
  ...ofAssignments.map(
    (table) => `create trigger place before insert or update of assignment_id on ${table}
      for each row execute function place_with_assignment()`,
  ),

  `create function place_school_again() returns trigger language plpgsql as $$ begin
    update assignment set school_npsn = school_npsn where school_npsn = new.npsn;
    return null;
  end $$`,
  `create trigger place_again after update of office_code, level, ownership on school for each row
    when ((old.office_code, old.level, old.ownership) is distinct from (new.office_code, new.level, new.ownership))
    execute function place_school_again()`,
  `create function place_person_again() returns trigger language plpgsql as $$ begin
    update assignment set person_id = person_id where person_id = new.id;
    return null;
  end $$`,
  `create trigger place_again after update of employment on person for each row
    when (old.employment is distinct from new.employment) execute function place_person_again()`,
  `create function place_assignment_again() returns trigger language plpgsql as $$ begin
    ${ofAssignments.map((table) => `update ${table} set assignment_id = assignment_id where assignment_id = new.id;`).join('\n    ')}
    return null;
  end $$`,
  `create trigger place_again after update on assignment for each row
    when (old.under_office is distinct from new.under_office) execute function place_assignment_again()`,
]

const indexes = [
  `create index on assignment (under_office, school_npsn)
    include (id, school_level, school_ownership, position, employment, validity) where under_office is not null`,
  `create index on plan (period_code, under_office)
    include (assignment_id, id, status, submitted_at, indicator_code, points) where under_office is not null`,
  'create index on observation (under_office, plan_id) include (status) where under_office is not null',
  `create index on appraisal (period_code, under_office)
    include (plan_id, predicate, given_at) where under_office is not null`,
]
