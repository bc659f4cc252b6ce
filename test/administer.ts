import { Client } from 'pg'

/** Runs statements one after the other on the server that a database is on, but not in that database. */
export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client(Object.assign(new URL(url), { pathname: '/postgres' }).href)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
