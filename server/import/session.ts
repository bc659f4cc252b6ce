import { DatabaseError, type Pool, type PoolClient } from 'pg'
import { CannotImport } from './folder.ts'

const lockKey = `'import_report'::regclass::oid::bigint`

/** Runs the work on a connection of its own, if no other import is running; a signal ends both. */
export async function exclusively<T>(
  database: Pool,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const client = await database.connect()
  let forget = ignore
  // a connection that breaks is noticed by the statement in work
  client.on('error', ignore)
  try {
    await lock(client)
    forget = await endOnAbort(client, database, signal)
    const result = await work(client)
    await client.query(`select pg_advisory_unlock(${lockKey})`)
    client.off('error', ignore)
    client.release()
    return result
  } catch (error) {
    // ends the connection, and with it the transaction and the lock
    client.release(true)
    throw signal?.aborted ? signal.reason : error
  } finally {
    forget()
  }
}

/** Runs the work in a transaction. If it fails the connection must be ended. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  const result = await work()
  await client.query('commit')
  return result
}

const lockNotAvailable = '55P03'

// two seconds, for the connection of an import just killed to be noticed
async function lock(client: PoolClient): Promise<void> {
  await client.query(`set lock_timeout = '2s'`)
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== lockNotAvailable) throw error
    throw new CannotImport('Another import is running: wait until it has ended.')
  }
  await client.query('reset lock_timeout')
}

// a statement of minutes would go on after its client has left
async function endOnAbort(client: PoolClient, database: Pool, signal: AbortSignal | undefined): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const end = (): void => {
    database.query('select pg_terminate_backend($1)', [rows[0]?.pid]).catch(ignore)
  }
  signal?.addEventListener('abort', end, { once: true })
  return () => signal?.removeEventListener('abort', end)
}

function ignore(): void {}
