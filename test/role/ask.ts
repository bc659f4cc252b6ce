import { Client } from 'pg'

/** Sends a statement over a connection of its own; how many rows it was about. */
export async function ask(url: string, statement: string, values: unknown[] = []): Promise<number | null> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query(statement, values)).rowCount
  } finally {
    await client.end()
  }
}
