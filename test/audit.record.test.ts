import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Entry, record } from '../server/audit/record.ts'
import { importFolder } from '../server/import/import.ts'
import { server } from './support.ts'

const entry = (): Entry => ({
  viewer: { role: 'OPERATOR', person: null, apiKey: null },
  action: 'revokeApiKey',
  type: 'ApiKey',
  subjects: [randomUUID()],
  requestId: randomUUID(),
})

const kept = async ({ requestId }: Entry) => {
  const { database } = await server()
  const { rows } = await database.pool.query('select action, subjects from audit_entry where request_id = $1', [
    requestId,
  ])
  return rows
}

test('a change and its entry are written together, or not at all', async () => {
  const { database } = await server()
  const [done, undone] = [entry(), entry()]
  await database.orm.em.fork().transactional((em) => record(em, done))
  const failed = database.orm.em.fork().transactional(async (em) => {
    await record(em, undone)
    throw new Error('the change fails')
  })
  await expect(failed).rejects.toThrow('the change fails')
  expect(await kept(done)).toEqual([{ action: 'revokeApiKey', subjects: done.subjects }])
  expect(await kept(undone)).toEqual([])
})

test('a client of the pool writes an entry as well', async () => {
  const { database } = await server()
  const one = entry()
  await record(database.pool, one)
  expect(await kept(one)).toHaveLength(1)
})

test('an import is on record', async () => {
  const { pool } = (await server()).database
  const { report } = await importFolder('test/data/broken', pool)
  const { rows } = await pool.query('select role, action, type from audit_entry where subjects = array[$1::uuid]', [
    report,
  ])
  expect(rows).toEqual([{ role: 'OPERATOR', action: 'import', type: 'ImportReport' }])
})

test.each(['audit_entry', 'audit_seal'])('H1: %s can only grow', async (table) => {
  const { pool } = (await server()).database
  await record(pool, entry())
  const column = table === 'audit_entry' ? 'action' : 'day'
  for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`])
    await expect(pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
})
