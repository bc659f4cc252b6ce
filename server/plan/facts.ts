import type { EntityManager } from '@mikro-orm/postgresql'
import type { Relation } from '../access/policy.ts'
import type { Viewer } from '../access/viewer.ts'
import type { AppraisalStatus } from '../generated/schema.ts'
import { rulesOf } from '../period/period-code.ts'
import type { OpenDays, Seasons } from '../period/season.ts'
import type { Offer } from './choice.ts'
import type { Post } from './participation.ts'

/** What decides about a step, beside the plan itself. */
export interface Facts extends Post {
  readonly assignment: string
  /** The owner's key. */
  readonly owner: string
  readonly basis: string
  /** Golongan. */
  readonly rank: string | null
  /** The first day after the assignment. */
  readonly until: string | null
  /** Whether the assignment is in force on the day. */
  readonly inForce: boolean
  /** What the viewer is to the assignment on the day. */
  readonly relations: readonly Relation[]
  /** Who supervises it directly on the day, who supervises these, and who is on its work team: keys of people. */
  readonly appraisers: readonly string[]
  readonly superiors: readonly string[]
  readonly team: readonly string[]
  /** How far the appraisal of its plan has come; null where there is none. */
  readonly appraisal: AppraisalStatus | null
  /** Windows that an operator has added for its office, or for the one above. */
  readonly extensions: readonly OpenDays[]
}

const above = (capacity: string, depth: number) => `path.capacity = '${capacity}' and path.depth = ${depth}`
const mine = 'above.person_id = asked.person and above.validity @> asked.day'
const people = (capacity: string, depth = 1) =>
  `coalesce(array_agg(distinct above.person_id) filter (where ${above(capacity, depth)}), '{}')::text[]`

// all who stand above are looked up once, whatever is asked of them
const query = `
  select held.id as assignment, held.person_id as owner, held.position, held.basis, lower(held.validity)::text as "from",
    upper(held.validity)::text as "until", held.validity @> asked.day as "inForce", person.employment, person.rank, school.ownership,
    held.person_id = asked.person as self, higher.*,
    exists (select from assignment desk where desk.person_id = asked.person and desk.position = 'OFFICE_ADMIN'
      and desk.validity @> asked.day and desk.office_code in (office.code, office.parent_code)) as admin,
    (select status from appraisal where assignment_id = held.id and period_code = asked.period) as appraisal,
    (select coalesce(json_agg(json_build_object('stage', stage, 'from', lower(validity), 'until', upper(validity))), '[]')
     from window_extension where period_code = asked.period and office_code in (office.code, office.parent_code)) as extensions
  from (select ?::text as period, ?::uuid as person, ?::date as day) asked, assignment held
  join person on person.id = held.person_id
  left join school on school.npsn = held.school_npsn
  join office on office.code = coalesce(held.office_code, school.office_code),
  lateral (
    select bool_or(${above('APPRAISER', 1)} and ${mine}) as appraiser,
      bool_or(${above('APPRAISER', 2)} and ${mine}) as superior,
      bool_or(path.capacity = 'APPRAISER' and ${mine}) as supervisor,
      bool_or(path.capacity = 'WORK_TEAM' and ${mine}) as team_member,
      ${people('APPRAISER')} as appraisers, ${people('APPRAISER', 2)} as superiors, ${people('WORK_TEAM')} as team
    from supervision_path path join assignment above on above.id = path.ancestor_id
    where path.descendant_id = held.id and path.validity @> asked.day
  ) higher
  where held.id = ?`

interface Row extends Omit<Facts, 'relations'> {
  readonly self: boolean | null
  readonly appraiser: boolean | null
  readonly superior: boolean | null
  readonly supervisor: boolean | null
  readonly team_member: boolean | null
  readonly admin: boolean
}

/** The facts about an assignment in a period; undefined where there is no such assignment. */
export async function factsOf(
  em: EntityManager,
  { role, person }: Viewer,
  asked: { readonly assignment: string; readonly period: string; readonly day: string },
): Promise<Facts | undefined> {
  const [row] = await em.execute<Row[]>(query, [asked.period, person, asked.day, asked.assignment])
  if (!row) return undefined
  const { self, appraiser, superior, supervisor, team_member, admin, ...facts } = row
  const told: readonly [Relation, boolean | null][] = [
    ['SELF', self],
    ['APPRAISER', appraiser],
    ['SUPERIOR', superior],
    ['SUPERVISOR', supervisor],
    ['WORK_TEAM', team_member],
    ['OFFICE_ADMIN', admin],
    ['OPERATOR', role === 'OPERATOR'],
  ]
  return { ...facts, relations: told.flatMap(([relation, holds]) => (holds ? [relation] : [])) }
}

/** A period's seasons, as they are for an assignment. */
export function seasonsOf(period: string, { extensions }: Pick<Facts, 'extensions'>): Seasons {
  const { from, until, windows } = rulesOf(period)
  return { from, until, windows, extensions }
}

/** What a catalogue offers, by id; nothing where the period has none. */
export async function offersOf(em: EntityManager, catalogue: string | null): Promise<ReadonlyMap<string, Offer>> {
  if (catalogue === null) return new Map()
  const offers = await em.execute<Offer[]>(
    'select id, name, points, positions from development_activity where catalogue_id = ?',
    [catalogue],
  )
  return new Map(offers.map((offer) => [offer.id, offer]))
}

/** The newest catalogue of a period. */
export async function newestCatalogue(em: EntityManager, period: string): Promise<string | null> {
  const [found] = await em.execute<{ id: string }[]>(
    'select id from activity_catalogue where period_code = ? order by id desc limit 1',
    [period],
  )
  return found?.id ?? null
}
