import { Migration } from '@mikro-orm/migrations'

/** What decides about taking part, of an assignment at a school, as `kindsIn` lists it: rows are grouped sooner by one text than by three. */
export class Kind20261126 extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement)
  }
}

const statements = [
  'alter table assignment add kind text collate "C"',
  `update assignment set kind = position || ' ' || employment || ' ' || school_ownership where school_npsn is not null`,
  // with them goes the index that has them
  'alter table assignment drop school_ownership, drop employment',
  `create or replace function place_assignment() returns trigger language plpgsql as $$ begin
    select office_code, level, new.position || ' ' || employment || ' ' || ownership
      into new.under_office, new.school_level, new.kind
      from school, person where npsn = new.school_npsn and person.id = new.person_id;
    return new;
  end $$`,
  `create or replace trigger place before insert or update of school_npsn, person_id, position on assignment
    for each row execute function place_assignment()`,
  `create index on assignment (under_office, school_npsn)
    include (id, school_level, kind, validity) where under_office is not null`,
]
