import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { entryText, hashOf, sealText } from './canonical.ts'

/** How many entries a seal is of, about. */
const most = 5_000

/**
 * Seals the entries of all transactions that have ended. A seal is of the transactions from where the last seal ended to the oldest that
 * is still open: what commits later belongs to a later seal, so nothing is missed. Two at once cannot fork the chain: numbers are unique.
 */
const statement = `
  with turn as materialized (select pg_try_advisory_xact_lock('audit_seal'::regclass::oid::bigint) as mine),
  last as materialized (select number, to_xid, hash from audit_seal order by number desc limit 1),
  -- of many, the first; always whole transactions
  full_at as (select xid from audit_entry where xid >= (select to_xid from last) order by xid offset ${most - 1} limit 1),
  next_after as (select xid from audit_entry where xid > (select xid from full_at) order by xid limit 1),
  horizon as materialized (
    select least(pg_snapshot_xmin(pg_current_snapshot()), (select xid from next_after)) as xid
  ),
  sealed as (
    select (select number from last) + 1 as number, (now() at time zone 'Asia/Jakarta')::date as day,
      (select to_xid from last) as from_xid, (select xid from horizon) as to_xid,
      array_agg(entry.id order by entry.id) as ids,
      array_agg(${hashOf(entryText('entry'))} order by entry.id) as hashes,
      (select hash from last) as previous
    from audit_entry entry
    where (select mine from turn) and entry.xid >= (select to_xid from last) and entry.xid < (select xid from horizon)
    having count(*) > 0
  )
  insert into audit_seal (number, day, from_xid, to_xid, ids, hashes, previous, hash)
  select sealed.*, ${hashOf(sealText('sealed'))} from sealed
  on conflict do nothing`

/** Seals what is new, unless another instance does. Returns how many seals were made: one, or none. */
export async function seal(pool: Pool): Promise<number> {
  return (await pool.query(statement)).rowCount ?? 0
}

/** Seals once a second until it is stopped. */
export function startSealing(pool: Pool, log: Pick<Logger, 'error'>): () => Promise<void> {
  const end = new AbortController()
  const sealing = (async () => {
    while (!end.signal.aborted) {
      await seal(pool).catch((error: unknown) => log.error({ err: error }, 'entries are not sealed yet'))
      await setTimeout(1_000, undefined, { signal: end.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    end.abort()
    await sealing
  }
}
