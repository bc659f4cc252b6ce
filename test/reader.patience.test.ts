import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../sdk/index.ts'
import { type Server, startServer } from './support.ts'

let server: Server

beforeAll(async () => {
  server = await startServer({}, { statement_timeout: 700 })
})

afterAll(() => server.stop())

/** Runs the work while nobody can read the periods. */
async function whilePeriodsAreLocked<T>(work: () => Promise<T>): Promise<T> {
  const client = await server.database.pool.connect()
  try {
    await client.query('begin; lock table period in access exclusive mode')
    return await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('G6: a statement that takes too long is ended, and said to be', async () => {
  const client = createClient({ url: server.url })
  const refusal = await whilePeriodsAreLocked(() => client.periods().catch((error: unknown) => error))
  expect(refusal).toMatchObject({ code: 'TIMEOUT' })
  expect(await client.periods()).toHaveLength(4)
})

test('a server that may not prepare statements answers all the same', async () => {
  const plain = await startServer({ prepares: false })
  try {
    const client = createClient({ url: plain.url })
    for (let time = 0; time < 3; time++) expect(await client.periods()).toHaveLength(4)
    const { rowCount } = await plain.pool.query('select from pg_prepared_statements')
    expect(rowCount).toBe(0)
  } finally {
    await plain.stop()
  }
})
