import type { Pool } from 'pg'
import type { Place } from './cursor.ts'
import type { Topic } from './event.ts'
import type { Snapshot } from './snapshot.ts'

/** What somebody listens to: a plan, a person, or all plans at an office's schools. */
export interface Subject {
  readonly topic: Topic | 'OFFICE'
  readonly subject: string
}

/** An event as it was written. */
export interface Written {
  readonly xid: string
  readonly topic: Topic
  readonly subject: string
  readonly key: string
  readonly version: number | null
  /** The office that runs the school, and the one above it; none but for a plan. */
  readonly offices: readonly string[] | null
}

/** What is new, and up to where that is all. */
export interface News {
  readonly place: Place
  readonly events: readonly Written[]
}

/**
 * What is committed now and was not at a snapshot. A transaction that takes long holds nothing up, and is not skipped when it commits
 * after later ones: it is in the list of those that were open. One statement, so that rows and snapshot are of one moment.
 */
const news = `
  select pg_current_snapshot()::text as snapshot,
    floor(extract(epoch from statement_timestamp()) * 1000)::float8 as at,
    (
      select coalesce(json_agg(json_build_object(
        'xid', xid::text, 'topic', topic, 'subject', subject, 'key', key, 'version', version, 'offices', offices) order by xid, id), '[]')
      from event left join lateral (
        select array_remove(array[code, parent_code], null) as offices from plan join office on code = under_office
        -- nobody else asks where a plan is
        where topic = 'PLAN' and plan.id = subject and coalesce($2, 'OFFICE') = 'OFFICE') place on true
      where xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(xid, $1::pg_snapshot)
        -- of a restored database, transactions may be ahead
        and pg_visible_in_snapshot(xid, pg_current_snapshot())
        and case
          when $2::text is null then true
          when $2 = 'OFFICE' then $3::text = any(offices)
          else topic = $2 and subject = $3::text::uuid end
    ) as events`

interface Row {
  readonly snapshot: Snapshot
  readonly at: number
  readonly events: readonly Written[]
}

/** What happened since a snapshot, to one subject or at all; without a snapshot nothing, but from where on. */
export async function newsSince(pool: Pick<Pool, 'query'>, since: Snapshot | null, of?: Subject): Promise<News> {
  const { rows } = await pool.query<Row>(news, [since, of?.topic ?? null, of?.subject ?? null])
  const [row] = rows
  if (!row) throw new Error('the outbox does not answer')
  return { place: { at: row.at, snapshot: row.snapshot }, events: row.events }
}

/** Forgets what is older than any cursor that is still taken; an hour more for transactions that took long. */
export async function forgetOld(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query(`delete from event where at < now() - interval '49 hours'`)
}
