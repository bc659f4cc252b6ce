import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import { Refusal } from '../errors.ts'
import { json, type Reply } from './exchange.ts'

/** The process runs: all that a supervisor needs to know before it starts another. */
export const live = async (): Promise<Reply> => json(200, { status: 'live' })

/** Whether requests should be sent here: the database answers within the time. One question at a time, however many ask. */
export function readiness(pool: Pool, withinMs = 1_000): () => Promise<Reply> {
  let asking: Promise<boolean> | undefined
  return async () => {
    asking ??= answers(pool, withinMs).finally(() => {
      asking = undefined
    })
    if (!(await asking)) throw new Refusal('SERVICE_UNAVAILABLE', 'The database does not answer.')
    return json(200, { status: 'ready' })
  }
}

const answers = (pool: Pool, withinMs: number): Promise<boolean> =>
  Promise.race([
    pool.query('select 1').then(
      () => true,
      () => false,
    ),
    setTimeout(withinMs, false, { ref: false }),
  ])
