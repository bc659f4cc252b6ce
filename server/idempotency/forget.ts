import type { Pool } from 'pg'

const every = 60_000

// an hour after nobody gets it any more; no more than one statement has time for
const statement = `
  delete from idempotency where key in (
    select key from idempotency where at < statement_timestamp() - interval '25 hours' order by at limit 10000
  )`

/** Forgets what nobody may ask again. */
export async function forget(pool: Pick<Pool, 'query'>): Promise<void> {
  await pool.query(statement)
}

/** Forgets once a minute until it is stopped. */
export function startForgetting(pool: Pool): () => void {
  // should it fail, there is another time
  const timer = setInterval(() => forget(pool).catch(() => undefined), every).unref()
  return () => clearInterval(timer)
}
