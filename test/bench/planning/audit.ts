import type { Pool } from 'pg'
import { steps } from './steps.ts'

/** What is on record after a rush, beside what there should be. */
export interface Count {
  readonly what: string
  readonly wanted: number
  readonly found: number
}

/** Counts from the audit, the outbox, the history and the plans: none lost, none doubled. */
export async function countAll(pool: Pool, plans: number): Promise<Count[]> {
  const count = async (statement: string, ...values: unknown[]) => {
    const { rows } = await pool.query<{ found: string }>(`select count(*) as found from ${statement}`, values)
    return Number(rows[0]?.found)
  }
  const acts = await Promise.all(
    steps.map(async ([mutation]) => ({
      what: `audit entries of ${mutation}`,
      wanted: plans,
      found: await count('audit_entry where action = $1', mutation),
    })),
  )
  return [
    ...acts,
    {
      what: 'plans that are agreed',
      wanted: plans,
      found: await count(`plan where status = 'AGREED' and version = 4`),
    },
    { what: 'steps in their history', wanted: plans * steps.length, found: await count('plan_step') },
    {
      what: 'events of plans in the outbox',
      wanted: plans * steps.length,
      found: await count(`event where topic = 'PLAN'`),
    },
    { what: 'notifications', wanted: plans * 2, found: await count('notification') },
    { what: 'events of people in the outbox', wanted: plans * 2, found: await count(`event where topic = 'PERSON'`) },
  ]
}
