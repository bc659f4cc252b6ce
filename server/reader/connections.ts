import type { Pool, PoolClient } from 'pg'
import { cancel } from './cancel.ts'
import type { Kept } from './statements.ts'

/** The one row of a statement: JSON texts. */
export type Answer = readonly (string | null)[]

// what a connection keeps prepared; then it makes way for a fresh one
const mostPrepared = 300

/** The pool, as the reader uses it. */
export class Connections {
  private readonly pool: Pool
  private readonly prepares: boolean
  private readonly prepared = new WeakMap<PoolClient, Set<string>>()
  /** How many statements were prepared so far. */
  statementsPrepared = 0

  /** @param prepares false behind a pooler that gives each transaction another connection */
  constructor(pool: Pool, prepares = true) {
    this.pool = pool
    this.prepares = prepares
  }

  /** Asks a statement; an aborted signal cancels it in the database. */
  async ask(statement: Kept, values: unknown[], signal?: AbortSignal): Promise<Answer> {
    const client = await this.connect(signal)
    const end = () => cancel(client)
    signal?.addEventListener('abort', end, { once: true })
    let failed = true
    try {
      const plansAnew = this.prepares && statement.sql?.plannedEachTime
      if (plansAnew) await client.query(`set plan_cache_mode = force_custom_plan`)
      const { rows } = await client.query<(string | null)[]>({
        rowMode: 'array',
        text: statement.sql?.text ?? '',
        values,
        ...this.name(statement, client),
      })
      if (plansAnew) await client.query('reset plan_cache_mode')
      // a cancellation on its way must not meet the next statement
      failed = signal?.aborted ?? false
      return rows[0] ?? []
    } finally {
      signal?.removeEventListener('abort', end)
      client.release(failed || (this.prepared.get(client)?.size ?? 0) > mostPrepared)
    }
  }

  /** The plan of a statement, as PostgreSQL tells it after running it. */
  async explain(text: string, values: unknown[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, values)
    return rows.map((row) => row['QUERY PLAN'])
  }

  // a statement that is asked once is not worth a place on the connection
  private name(statement: Kept, client: PoolClient): { name: string } | null {
    statement.asked += 1
    if (!this.prepares || statement.asked === 1 || statement.sql?.plannedEachTime) return null
    const names = this.prepared.get(client) ?? new Set()
    if (!names.has(statement.name)) this.statementsPrepared += 1
    this.prepared.set(client, names.add(statement.name))
    return { name: statement.name }
  }

  // the client may go while a connection is waited for
  private async connect(signal: AbortSignal | undefined): Promise<PoolClient> {
    signal?.throwIfAborted()
    const client = await this.pool.connect()
    if (signal?.aborted) client.release()
    signal?.throwIfAborted()
    return client
  }
}
